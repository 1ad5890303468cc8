"""What LaTeX's commands stand for: accents, characters, words. A command that is not here stays text."""

from __future__ import annotations

ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "d": "\u0323", "b": "\u0331",
    "r": "\u030a",
    "t": "\u0361", "f": "\u0311", "G": "\u030f", "U": "\u030e", "h": "\u0309", "textcommabelow": "\u0326",
    "acute": "\u0301", "grave": "\u0300", "hat": "\u0302", "widehat": "\u0302", "ddot": "\u0308", "tilde": "\u0303",
    "widetilde": "\u0303", "bar": "\u0304", "overline": "\u0305", "dot": "\u0307", "breve": "\u0306",
    "check": "\u030c",
    "vec": "\u20d7", "mathring": "\u030a", "ocirc": "\u030a", "polhk": "\u0328", "soft": "\u030c", "udot": "\u0323",
}  # fmt: skip
"""Command -> combining character, of text, of math, and of MathSciNet's exports."""

CHARACTERS = {
    "&": "&", "%": "%", "#": "#", "_": "_", "$": "$", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", "\\": " ",
    ",": "\u202f", ";": " ", ":": " ", ">": " ", "!": "", "/": "", "-": "", "@": "", "|": "\u2016", "*": "",
    "i": "ı", "j": "ȷ", "imath": "ı", "jmath": "ȷ", "ss": "ß", "SS": "SS", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ", "P": "¶", "S": "§", "copyright": "©", "pounds": "£",
    "dag": "†", "ddag": "‡", "dots": "…", "ldots": "…", "textellipsis": "…", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "LaTeXe": "LaTeX2ε", "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textasciigrave": "`", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textdollar": "$", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}",
    "textasteriskcentered": "∗", "textbullet": "•", "textperiodcentered": "·", "textquoteleft": "‘", "quad": " ",
    "qquad": " ",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textquotedbl": '"',
    "textquotesingle": "'",
    "lq": "‘", "rq": "’", "guillemotleft": "«", "guillemotright": "»", "flqq": "«", "frqq": "»", "glqq": "„",
    "grqq": "“",
    "quotedblbase": "„", "quotesinglbase": "‚", "guilsinglleft": "‹", "guilsinglright": "›", "textendash": "–",
    "textemdash": "—", "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "textdegree": "°",
    "degree": "°",
    "textmu": "µ", "micro": "µ", "texteuro": "€", "euro": "€", "EUR": "€", "textsterling": "£", "textyen": "¥",
    "textsection": "§", "textparagraph": "¶", "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½",
    "textonequarter": "¼", "textthreequarters": "¾", "textpm": "±", "texttimes": "×", "textnumero": "№",
    "textminus": "−",
    "textexclamdown": "¡", "textquestiondown": "¿", "textvisiblespace": "␣", "nobreakspace": "\u00a0", "space": " ",
    "thinspace": "\u202f", "enspace": " ", "slash": "/", "textohm": "Ω", "ohm": "Ω", "textsoftsign": "ь",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π",
    "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
    "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "hbar": "ℏ",
    "infty": "∞", "partial": "∂", "nabla": "∇", "forall": "∀", "exists": "∃", "emptyset": "∅", "varnothing": "∅",
    "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "wp": "℘", "prime": "′", "angle": "∠", "triangle": "△", "square": "□",
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "cdot": "·", "cdots": "⋯", "ast": "∗", "star": "⋆", "circ": "∘",
    "bullet": "•", "oplus": "⊕", "otimes": "⊗", "odot": "⊙", "wedge": "∧", "vee": "∨", "land": "∧", "lor": "∨",
    "neg": "¬", "lnot": "¬", "cap": "∩", "cup": "∪", "setminus": "∖", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "ll": "≪", "gg": "≫", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅", "equiv": "≡",
    "propto": "∝", "subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇", "in": "∈", "ni": "∋", "notin": "∉",
    "mid": "∣", "parallel": "∥", "perp": "⊥", "models": "⊨", "vdash": "⊢", "lesssim": "≲", "gtrsim": "≳", "prec": "≺",
    "succ": "≻", "rightarrow": "→", "to": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⇔", "implies": "⇒", "mapsto": "↦", "longrightarrow": "⟶",
    "uparrow": "↑", "downarrow": "↓", "hookrightarrow": "↪", "rightleftharpoons": "⇌", "sum": "∑", "prod": "∏",
    "coprod": "∐", "int": "∫", "oint": "∮", "surd": "√", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊",
    "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "lvert": "|", "rvert": "|", "vert": "|", "Vert": "‖", "lVert": "‖",
    "rVert": "‖", "dagger": "†", "ddagger": "‡", "less": "<", "greater": ">", "lt": "<", "gt": ">", "And": "&",
    "colon": ":", "bigcup": "⋃", "bigcap": "⋂", "top": "⊤", "bot": "⊥", "Box": "□", "diamond": "⋄", "checkmark": "✓",
    "male": "♂", "female": "♀", "sharp": "♯", "flat": "♭", "natural": "♮", "tm": "™", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "textasciimacron": "¯", "textasciiacute": "´", "textbaht": "฿",
    "yen": "¥", "texttheta": "θ", "texttildelow": "˷",
    "textcent": "¢", "cents": "¢", "AmS": "AMS",
    "cprime": "ʹ", "cdprime": "ʺ", "lasp": "ʽ", "rasp": "ʼ", "Dbar": "Đ", "dbar": "đ", "textasciidieresis": "¨",
    "bigstar": "★", "blacksquare": "■", "blacktriangle": "▲", "lozenge": "◊",
    "newline": " ", "linebreak": " ", "par": " ", "newblock": " ",
    "lesseqgtr": "⋚", "lbrack": "[", "rbrack": "]", "hyphen": "-",
}  # fmt: skip
"""Command -> characters, in text and in math alike: what a reader sees of it."""

OPERATORS = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log"
    " max min Pr sec sin sinh sup tan tanh mod bmod".split()
)
"""Math functions: their name is what is printed."""

SPACED = frozenset("=<>≤≥≪≫≠≈∼≃≅≡∝⊂⊃⊆⊇∈∋∉∣∥⊥⊨⊢≲≳≺≻→←↔⇒⇐⇔↦⟶↪⇌+−×÷±∓·∗⋆∘•⊕⊗⊙∧∨∩∪∖")
"""Relations and binary operators: TeX sets them with space on both sides, when there is something on both sides."""

TRANSPARENT = frozenset(
    "text textrm mathrm mbox hbox fbox textnormal textup textmd textsf mathnormal mathcal mathbb"
    " mathfrak mathscr mathsf mathbf mathit mathtt boldsymbol bm pmb ensuremath protect relax left right"
    " middle bigl bigr big Big Bigl Bigr displaystyle textstyle"
    " scriptstyle limits nolimits rm sf md up normalfont normalsize small footnotesize scriptsize tiny large Large"
    " LARGE huge selectfont MakeLowercase lowercase uppercase MakeUppercase NoCaseChange"
    " noindent indent unskip ignorespaces"
    " xspace"
    " allowbreak nobreak break mathop mathbin mathrel mathord mathopen mathclose mathstrut strut ce natexlab textlatin"
    " textcyrillic textgreek cyr mit underline uline sloppy raggedright mathchoice urlstyle boldmath unboldmath"
    " cal frak Bbb bibnamefont bibfnamefont mkbibparens mkbibbrackets nocorr nolinebreak displaylimits nonumber".split()
)
"""Commands that change no character: what they enclose is printed as it is."""

WORDING = frozenset("text textrm mathrm mbox hbox fbox textup textnormal textsf".split())
"""Commands whose argument is words, also in math: blanks count there."""

DROPPED = frozenset(
    "hspace vspace phantom hphantom vphantom color textcolor foreignlanguage selectlanguage bibinfo bibfield"
    " fontsize label"
    " colorbox hskip kern thanks footnote noopsort noop NOOP SortNoop sortnoop".split()
)
"""Commands whose first argument is no text: a length, a colour, a name, a note, a key to sort by."""

SWITCHES = {
    "em": 1, "it": 1, "sl": 1, "itshape": 1, "slshape": 1, "bf": 2, "bfseries": 2, "sc": 16, "scshape": 16,
    "tt": 64, "ttfamily": 64,
}  # fmt: skip
"""Commands that set a mark until their group ends (the marks are those of `pubman.text`)."""

STYLES = {
    "emph": 1, "textit": 1, "textsl": 1, "mkbibemph": 1, "mkbibitalic": 1, "textbf": 2, "mkbibbold": 2, "strong": 2,
    "textsuperscript": 4,
    "sp": 4, "mkbibsuperscript": 4, "textsubscript": 8, "sb": 8, "mkbibsubscript": 8, "textsc": 16, "texttt": 64,
}  # fmt: skip
"""Commands that set marks on their argument."""

QUOTING = frozenset(["enquote", "textquote", "mkbibquote"])

JOURNALS = {
    "aj": "The Astronomical Journal", "actaa": "Acta Astronomica",
    "araa": "Annual Review of Astronomy and Astrophysics",
    "apj": "The Astrophysical Journal", "apjl": "The Astrophysical Journal Letters",
    "apjs": "The Astrophysical Journal Supplement Series", "ao": "Applied Optics",
    "apss": "Astrophysics and Space Science",
    "aap": "Astronomy & Astrophysics", "aapr": "The Astronomy and Astrophysics Review",
    "aaps": "Astronomy and Astrophysics Supplement Series", "azh": "Astronomicheskii Zhurnal",
    "baas": "Bulletin of the American Astronomical Society", "icarus": "Icarus",
    "jcap": "Journal of Cosmology and Astroparticle Physics", "jgr": "Journal of Geophysical Research",
    "mnras": "Monthly Notices of the Royal Astronomical Society",
    "memras": "Memoirs of the Royal Astronomical Society",
    "nat": "Nature", "na": "New Astronomy", "nar": "New Astronomy Reviews", "pra": "Physical Review A",
    "prb": "Physical Review B",
    "prc": "Physical Review C", "prd": "Physical Review D", "pre": "Physical Review E",
    "prl": "Physical Review Letters",
    "pasa": "Publications of the Astronomical Society of Australia",
    "pasp": "Publications of the Astronomical Society of the Pacific",
    "pasj": "Publications of the Astronomical Society of Japan",
    "physrep": "Physics Reports", "planss": "Planetary and Space Science", "procspie": "Proceedings of SPIE",
    "qjras": "Quarterly Journal of the Royal Astronomical Society", "skytel": "Sky and Telescope",
    "solphys": "Solar Physics",
    "sovast": "Soviet Astronomy", "ssr": "Space Science Reviews", "grl": "Geophysical Research Letters", "rmxaa":
    "Revista Mexicana de Astronomía y Astrofísica", "gca": "Geochimica et Cosmochimica Acta",
    "psj": "The Planetary Science Journal",
}  # fmt: skip
"""The journals' macros of AASTeX, which the Astrophysics Data System writes into `journal`."""

FRACTIONS = frozenset(["frac", "dfrac", "tfrac", "nicefrac", "sfrac"])
SECOND = frozenset(["textcolor", "colorbox", "foreignlanguage", "bibinfo", "bibfield"])
"""Commands whose second argument is the text."""

"""Identifiers as people paste them: DOI, arXiv, ORCID, ISBN, and addresses that are safe to link."""

from __future__ import annotations

import re
from functools import lru_cache

_RESOLVER = re.compile(
    r"(?:(?:https?:)?//)?(?:(?:dx|www)\.)?(?:doi\.org|doi\.acm\.org|doi\.ieeecomputersociety\.org)/+(?:doi:)?|(?:https?://)?doi(?:\.org)?\s*[:=]?\s*(?=10\.)",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x20\x7f-\x9f]+", re.ASCII)
_SHORT = re.compile(
    r"(?:(?:(?:https?:)?//)?(?:(?:dx|www)\.)?doi\.org/(?:10/)?|(?:doi\s*:\s*)?10/)([a-z0-9]{2,12})/?",
    re.IGNORECASE | re.ASCII,
)
_QUERY = re.compile(r"\?[\w.~-]+=.*|#[A-Za-z][\w:.~-]*$", re.DOTALL)
"""What a browser's address has behind the DOI; `#` alone can be its end (`3.0.CO;2-#`)."""
_TEX = re.compile(
    r"\\([_%&#${}~^ ])(?:\{\})?|\{\\([_%&#$])\}|"
    r"\{?\\text(less|greater|underscore|asciitilde|bar)\s*(?:\{\})?\}?|\\(?:url|path|nolinkurl)\s*\{(.*)\}"
)
_TEX_WORDS = {"less": "<", "greater": ">", "underscore": "_", "asciitilde": "~", "bar": "|"}
_ENTITY = re.compile(r"&(?:amp;)*(amp|lt|gt);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}
_ARXIV = re.compile(
    r"(?:(?:https?://)?(?:[a-z]+\.)?(?:arxiv\.org|alphaxiv\.org)/(?:abs|pdf|html|format|ps|src|e-print|overview)/|(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\."
    r"|oai:arxiv\.org:|arxiv\s*[:.]?\s*(?:preprint\s*)?(?:arxiv\s*:)?\s*|abs/)?"
    r"(?P<id>(?P<month>\d\d(?:0[1-9]|1[0-2]))\.(?P<number>\d{4,5})(?:v[1-9]\d?)?|(?P<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z-]{2,})?/\d\d(?:0[1-9]|1[0-2])\d{3}(?:v[1-9]\d?)?)"
    r"(?:\.pdf)?(?:[?#].*)?\s*(?:\[[^\]]*\])?[.,;]?",
    re.IGNORECASE | re.ASCII,
)
_ARCHIVES = frozenset(
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga"
    " funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph"
    " q-alg q-bio quant-ph solv-int stat supr-con".split()
)
_ORCID = re.compile(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid:?\s*)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])/?",
    re.IGNORECASE | re.ASCII,
)
_REFUSED = re.compile(
    r"[\x00-\x20\x7f-\xa0\\\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control, white and direction characters and the backslash, which browsers drop or turn."""
_QUOTED = re.compile(r"[<>\"'`{}|^]")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.?)+(?::\d{1,5})?|\[[0-9a-fA-F:.]+\](?::\d{1,5})?")
_LONGEST = 2048
"""As many characters as an identifier or an address may have."""
_KEPT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:;,@!$&'*+=")


@lru_cache(maxsize=8192)
def doi(text: str) -> str:
    r"""The bare DOI of a DOI, a `doi:` form or a resolver's URL, its case kept; empty for what is none.

    TeX's escapes (`\_`) and, behind a resolver, percent codes are undone; punctuation that ended a sentence is dropped.
    Syntax: DOI Handbook, section 2.2.
    """
    if len(text) > _LONGEST:
        return ""
    if _DOI.fullmatch(text) and text[-1].isalnum() and not ("\\" in text or "{" in text or "&" in text):
        return text
    text = _unescaped(text).strip()
    while text.startswith("{") and text.endswith("}"):
        text = text[1:-1].strip()
    if lead := _RESOLVER.match(text):
        text = text[lead.end() :]
        if lead[0].endswith("/"):
            text = _QUERY.sub("", text)
            if "%" in text:
                from urllib.parse import unquote

                text = unquote(text, errors="strict") if _is_utf8(text) else text
    text = text.strip().rstrip(".,;:")
    for opening, closing in ("()", "[]", "{}", "<>"):
        while text.endswith(closing) and text.count(closing) > text.count(opening):
            text = text[:-1].rstrip(".,;:")
    return text if _DOI.fullmatch(text) else ""


def short_doi(text: str) -> str:
    """The short DOI (`10/abc123`) of one, or of its address; empty for what is none.

    It is another name of a DOI that only doi.org knows (shortDOI Service).
    """
    found = _SHORT.fullmatch(text.strip())
    return f"10/{found[1].lower()}" if found else ""


def _unescaped(text: str) -> str:
    """Text without TeX's and HTML's escapes."""
    if "\\" in text:
        text = text.replace("{\\_}", "_")
        for _ in range(2):
            text = _TEX.sub(
                lambda found: found[1] or found[2] or _TEX_WORDS.get(found[3] or "", "") or found[4] or "", text
            )
    return _ENTITY.sub(lambda found: _ENTITIES[found[1]], text) if "&" in text else text


def _is_utf8(text: str) -> bool:
    from urllib.parse import unquote_to_bytes

    try:
        unquote_to_bytes(text).decode("utf-8")
    except UnicodeError:
        return False
    return True


def arxiv(text: str) -> str:
    """The arXiv identifier, old (`cond-mat/0102536`) or new (`2001.05852v2`), its version kept; empty for what is none.

    Numbers have four digits until 2014 and five from 2015 on (arXiv, "Understanding the arXiv identifier").
    """
    found = _ARXIV.fullmatch(text.strip(" \t\r\n{}")) if len(text) <= _LONGEST else None
    if not found:
        return ""
    if found["archive"]:
        return found["id"] if found["archive"].lower() in _ARCHIVES else ""
    return found["id"] if found["month"] >= "0704" and len(found["number"]) == 4 + (found["month"] >= "1501") else ""


@lru_cache(maxsize=8192)
def doi_url(name: str) -> str:
    """The DOI's address at the resolver; what could end a link is percent-encoded (DOI Handbook, 2.5.2.4)."""
    if _KEPT.issuperset(name):
        return f"https://doi.org/{name}"
    from urllib.parse import quote

    return f"https://doi.org/{quote(name, safe=''.join(sorted(_KEPT)), errors='replace')}"


@lru_cache(maxsize=8192)
def safe_url(text: str) -> str:
    """The address when a page may link it: http or https, a host, no user name, no control or white space. Else empty.

    Characters that end an attribute or a link (quotes, angle brackets, braces, backtick) are percent-encoded.
    """
    if len(text) > _LONGEST:
        return ""
    url = _unescaped(text.strip())
    scheme, colon, rest = url.partition("://")
    if not colon or scheme.lower() not in ("http", "https") or _REFUSED.search(url):
        return ""
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if not _HOST.fullmatch(host):
        return ""
    return _QUOTED.sub(lambda found: f"%{ord(found[0]):02X}", url)


def orcid(text: str) -> str:
    """The ORCID iD with its hyphens when its check digit is right (ISO 7064, MOD 11-2); empty for what is none."""
    found = _ORCID.fullmatch(text.strip())
    if not found:
        return ""
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = "0123456789X"[(12 - total % 11) % 11]
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4)) if check == digits[-1] else ""


def isbn(text: str) -> str:
    """The digits of an ISBN-10 or -13 with a right check digit (ISBN Users' Manual, appendix 1); else empty."""
    digits = re.sub(
        r"^(?:urn:)?isbn(?:-?1[03])?\s*[:=]?|[\s\u2010-\u2015-]", "", text.strip(), flags=re.IGNORECASE
    ).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        total, modulus = sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)), 11
    elif re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        total, modulus = sum(int(digit) * (1, 3)[index % 2] for index, digit in enumerate(digits)), 10
    else:
        return ""
    return "" if total % modulus else digits

"""Slips of the pen: one letter lost, doubled or swapped with the next. The spellings of two countries are none."""

from __future__ import annotations

import re
from functools import lru_cache

LONG = 5
"""A slip is one in a word of so many letters or more; in a shorter one it is another word."""
_AMERICAN = (
    (r"(?<=[iy])s(?=(?:e|ed|er|ers|es|ing|able|ation|ations|ational)$)", "z"),
    (r"^man(?:oe|e)uv(?:er|re|r)", "maneuver"),
    (r"(?<=^t)y(?=res?$)", "i"),
    (r"[ao]e", "e"),
    (r"(?<=..)our(?!s?e|n)", "or"),
    (r"(?<=[bcdghkptv])re(?=s?$)", "er"),
    (r"(?<=..[aeiou])ll(?=(?:ed|er|ers|ing|ings)$)", "l"),
    (r"(?<=log)ue(?=s?$)|(?<=gram)me(?=s?$)", ""),
    (r"(?<=defen)c(?=es?$)|(?<=offen)c(?=es?$)|(?<=licen)c(?=es?$)", "s"),
    (r"(?<=practi)s(?=e)", "c"),
    (r"(?<=^sul)ph", "f"),
    (r"(?<=^art)e(?=fact)", "i"),
    (r"(?<=^gr)ey", "ay"),
    (r"(?<=^dis)c(?=s?$)", "k"),
    (r"(?<=^s)c(?=eptic)", "k"),
    (r"(?<=^alumin)i(?=um$)", ""),
    (r"(?<=^mo)u(?=ld)", ""),
)
"""What makes British spellings American; two words that differ in nothing else are one word."""
_OTHERS = (
    "actin action|angel angle|back black|band bland|barely barley|baring barring|bating batting|beast breast"
    "|boarder border|boast boat|bond bound|bonds bounds|brain bran|braking breaking|bride bridge|brides bridges"
    "|brunt burnt|cannon canon|caring carving|case cause|cases causes|cash crash|cast coast|casual causal"
    "|cation caution|cell cello|choral coral|chord cord|cites cities|claim clam|clan clean|clover cover|coast cost"
    "|coastal costal|colon colony|complaint compliant|contact contract|contacts contracts|convert covert"
    "|counties countries|country county|course curse|cover covert|cured curved|curing curving|dairy diary"
    "|deceased decreased|deletion depletion|deriving driving|desert dessert|discreet discrete|exist exit|exists exits"
    "|facets facts|faction fraction|fiction friction|field filed|fiend friend|filed filled|filing filling|flood food"
    "|floods foods|font front|form forum|found fund|gain grain|gains grains|gasses grasses|gene genre|genes genres"
    "|health heath|heart heat|herds hers|hoping hopping|hose house|human humane|infarction infraction"
    "|infection inflection|insulin inulin|interstate intestate|last least|late latex|later latter|leaning learning"
    "|lies lines|lions loins|lysin lysine|maker marker|makers markers|making marking|marital martial|martian martin"
    "|match math|media median|medial medical|mediation meditation|mental metal|mode model|models modes|moral mortal"
    "|morality mortality|morning mourning|multiple multiplex|multiple multipole|naive native|neural neutral|pain paint"
    "|parity party|part party|patch path|patent patient|patents patients|peasant pheasant|peasant pleasant"
    "|perfect prefect|perform preform|performed preformed|phase phrase|phases phrases|plain plan|plan plane|plan plant"
    "|plane planet|planer planner|planes planets|planet plant|planets plants|planing planning|plans plants"
    "|polices policies|poplar popular|ports pots|powder power|powders powers|pubic public|quiet quite|radial radical"
    "|radially radically|raping rapping|ratio ration|reactor redactor|real renal|reality realty|renin rennin"
    "|robot root|robots roots|rogue rouge|sacred scared|sale scale|sales scales|scaring scarring|sealing stealing"
    "|seed speed|seeds speeds|self shelf|sever severe|sharing shearing|short shot|short sort|shorting sorting"
    "|sides slides|signing singing|silver sliver|simple simplex|simulate stimulate|simulated stimulated"
    "|simulating stimulating|simulation stimulation|simulations stimulations|simulator stimulator"
    "|simulators stimulators|singe single|single singlet|site suite|slice splice|sores spores|spare sparse"
    "|specie species|spilt split|spin spine|spine spline|spines splines|sport spot|sports spots|stain strain"
    "|stained strained|stains strains|stair star|stand strand|stands strands|star start|staring starring"
    "|staring starting|stars starts|statin station|statins stations|steam stream|sting string|strip stripe"
    "|stripes strips|table tale|tack track|tacks tracks|tail trail|tend trend|tends trends|there three|thin thing"
    "|thorough through|though thought|thread tread|threat treat|threats treats|three tree|threes trees|tiling tilling"
    "|tired tried|tires tries|topical tropical|trace trance|traces trances|trail trial|trails trials|trophic tropic"
    "|tubes tubs|tuning turning|unit unity|united untied|vice voice|width with|winds wins|wold world|word world"
    "|words worlds"
)
DIFFERENT = frozenset(frozenset(pair.split()) for pair in _OTHERS.split("|"))
"""Words that are one slip apart, and two."""


def same(one: str, other: str) -> bool:
    """Whether two words, folded, are one word but for a slip: never in its first letter, never in a digit."""
    if one == other or spelled(one, other):
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or len(other) < LONG or one[:1] != other[:1]:
        return False
    if not (one.isalpha() and other.isalpha()) or frozenset((one, other)) in DIFFERENT:
        return False
    at = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def spelled(one: str, other: str) -> bool:
    """Whether two words, folded, are one word as two countries spell it: `colour` and `color`."""
    if abs(len(one) - len(other)) > 2 or not (one.isalpha() and other.isalpha()):
        return False
    return frozenset((one, other)) not in DIFFERENT and _american(one) == _american(other)


@lru_cache(4096)
def _american(word: str) -> str:
    for british, american in _patterns():
        word = british.sub(american, word)
    return word


@lru_cache(1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(british), american) for british, american in _AMERICAN)

"""What in a list of people is no person: organisations, `et al.`, addresses, and words that stand for nobody."""

from __future__ import annotations

import re

from pubman.sources import _records

_GROUP = frozenset(
    "consortium collaboration group groups committee society association university institute institut institution"
    " college school department centre center council commission agency ministry office bureau board panel network"
    " organization organisation foundation team staff initiative program programme project survey study participants"
    " investigators members library museum hospital academy laboratory laboratories lab company corporation corp inc"
    " ltd llc gmbh press publications publishing publisher editors editorial federation union service services"
    " authority administration nations states secretariat alliance registry task force workgroup trust fund bank"
    " partners collaborators trialists authors contributors community universität universidad universidade université"
    " università hochschule stiftung verlag gesellschaft archive archives observatory expedition".split()
)
"""Words that no person's name holds."""
_LEADING = re.compile(
    r"(?:(?:on |in )?behalf of |for |and |with )?the$|(?:on|in) behalf of$|for$|and$|with$", re.IGNORECASE
)
_OTHERS = frozenset(["et al", "et al.", "al.", "al", "others", "and others", "u.a.", "et.al.", "…", "..."])
_NOBODY = frozenset(
    [
        *"anonymous anon anon. none null unknown unbekannt s.n. [s.n.] &na; &na n/a na".split(),
        *"(:unav) (:unkn) (:none) (:tba) (:null)".split(),
        *("not available", "no author", "no authors listed", "author unknown", "no name"),
    ]
)
_ADDRESS = re.compile(
    r"^(?:assistant |associate )?professor,|\bdepartment of\b.*,|@|\bschool of\b.*,|\buniversity of\b.*,.*,",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\W\d_]{5,}\.$")
_SHORTENED = re.compile(r"(?:assoc|comm?n|admin|canad|europ|philos|techn?|scien|engin|depart)\.$", re.IGNORECASE)
"""Words that keep the period behind them at the end of a group's name."""


def means_others(name: str) -> bool:
    """Whether a name is that of the people left out."""
    return name.lower() in _OTHERS


def means_nobody(name: str) -> bool:
    """Whether a name says that there is none, or has no letter."""
    name = _records.without_code(name)
    return name.lower() in _NOBODY or not any(map(str.isalpha, name))


def leads(given: str) -> bool:
    """Whether what stands in place of a given name leads on to a group: `on behalf of the`."""
    return _LEADING.fullmatch(given) is not None


def is_address(name: str) -> bool:
    """Whether a name is an office or an address."""
    return _ADDRESS.search(name) is not None


def is_group(name: str, given: str = "") -> bool:
    """Whether a word of a name says that it is an organisation's."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    if not _GROUP.isdisjoint(words):
        return len(words) > 1 or not given
    return bool(given) and " and " in name and not name.lower().startswith("and ")


def without_period(group: str) -> str:
    """A group's name (`United States.`) without the period that a library's card has behind it."""
    return group[:-1] if _SENTENCE.search(group) and not _SHORTENED.search(group) else group

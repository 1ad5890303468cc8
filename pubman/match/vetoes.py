"""Why a candidate is refused however well the rest agrees."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.bibtex.read import preprint
from pubman.match import kinds
from pubman.match.letters import WORD, fold
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.queries import Found
    from pubman.work import Work

_NOTICES = {
    "correction": r"correct(?:ion|ed)s?|corrigend(?:um|a)|errat(?:um|a)|addend(?:um|a)|berichtigung|publishers? note",
    "retraction": r"retract(?:ion|ed)|withdraw(?:al|n)|removed|removal|expressions? of concern|notice of retraction",
    "reply": r"(?:authors? )?(?:reply|response)|in reply|rejoinder|antwort",
    "comment": r"comments?|commentary|discussion|letter to the editor",
    "review": r"(?:book |peer |editorial )?reviews?|review (?:report|for)|decision letter|rezension|summary of",
}
_WHOSE = r"(?:(?:authors?|publishers?|editors?|editorial) )?"
_WHAT = r"(?: notice| article| paper)?"
_LEAD = rf"\A\W*{_WHOSE}(?:{{}}){_WHAT}\b(?:[:\s]*\b(?:to|on|of|for|zu|zur)\b|\W*:|\W*\]|\W*[\"“‘«])"
_TAIL = rf"[:(\[—–.-]\W*(?:an? |the )?{_WHOSE}(?:{{}}){_WHAT}\W*\Z"
_BY = re.compile(r"[.,(\[]\s+by(?: [\w.'’-]+){2,4}\W*\Z")
"""So the title of a book's review ends: `A History of Clocks. By Ann One`."""
_STEM = re.compile(
    "correct|corrig|errat|addend|bericht|publisher|rectif|retract|withdraw|remov|concern|repl|respon|rejoin|antwort"
    "|comment|discuss|letter|review|decision|rezens|summary"
)
"""One of these is in every notice, and in few other titles."""
SPOKEN = frozenset(
    "part ii iii iv reply response comment comments correction corrigendum erratum retraction retracted review"
    " revisited discussion addendum rejoinder rebuttal sequel".split()
)
"""Words behind a title that make it another work's."""
_NOTHING: frozenset[str] = frozenset()
_ONE = "one two three four five six seven eight nine ten".split()
_PART = re.compile(r"(?:parts?|pt|teil|partie|parte|volume|vol|chapter|episode|lecture|paper)")
_NUMBERS = {
    **{number: at for at, number in enumerate("_ i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())},
    **{word: at for at, word in enumerate(_ONE, 1)},
    **{letter: at for at, letter in enumerate("abcdefgh", 1)},
}
_ALONE = frozenset("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi".split())
_END = re.compile(r"\s*(?:$|[:.;,)\]—–]|-\s)")


def against(work: Work, found: Found, *, titled: bool = False, far: bool = False) -> Iterator[str]:
    """Every reason against a candidate, in words.

    `titled` tells that its title is the entry's, whatever it says, `far` that it is so different that its words say
    nothing.
    """
    record = found.work
    if work.DOI and record.DOI and not same_doi(work.DOI, found):
        yield f"the entry has another DOI, {work.DOI}"
    if _other_paper(work, record):
        yield f"the entry has another arXiv identifier, {work.archive_id}"
    if found.kind in kinds.NO_WORK:
        yield f"the record is a {found.kind.replace('-', ' ')}"
    elif found.kind == "reference-entry" and work.type in ("paper-conference", "article-journal"):
        yield "the record is an entry of a reference work"
    if not far:
        yield from _notices(work, found, titled=titled)
        ours, theirs = parts(plain(work.title)), parts(plain(record.title))
        if ours != theirs:
            yield f"part numbers differ: {_told(ours)} in the entry, {_told(theirs)} in the record"
    ours_is, theirs_is = is_preprint(work), is_preprint(record) or found.kind in ("posted-content", "preprint")
    if theirs_is and found.kind == "journal-article" and not work.container_title:
        theirs_is = ours_is  # what a server registers as a journal's, and what the entry leaves open
    if theirs_is and not ours_is:
        yield "the record is a preprint, the entry is not"
    elif ours_is and not theirs_is:
        yield "the entry is a preprint, the record is not"
    if work.edition and record.edition and _digits(work.edition) != _digits(record.edition):
        yield f"another edition: {record.edition}"


def is_preprint(work: Work) -> bool:
    """Whether a work is a preprint: by its type, or by a journal that is a server's (`SSRN Electronic Journal`)."""
    if work.type == "article":
        return True
    name = plain(work.container_title)
    return work.type == "article-journal" and bool(name[:5].lower() == "ssrn " or preprint.server(name))


def _notices(work: Work, found: Found, *, titled: bool) -> Iterator[str]:
    ours, theirs = notices(plain(work.title)), notices(plain(found.work.title))
    if titled:
        ours = theirs = ours | theirs
    for name in sorted(theirs - ours):
        yield f"the record is a {name}"
    for name in sorted(ours - theirs):
        yield f"the entry is a {name}, the record is not"
    if not ours and not theirs:
        yield from notice(found)


def notice(found: Found) -> Iterator[str]:
    """Why a record cannot be the work itself by what the service says of it: a notice, or retracted."""
    own = found.work.DOI.lower()
    about = [each for each in found.updates if each.here and each.doi.lower() != own]
    if any(each.against for each in about):
        yield "the record is a notice about another work"
    elif found.retracted:
        yield "the work was retracted"


def same_doi(doi: str, found: Found) -> bool:
    """Whether a DOI is a record's, under any of its names."""
    return doi.lower() in {found.work.DOI.lower(), *map(str.lower, found.aliases)}


def _other_paper(work: Work, record: Work) -> bool:
    if not (work.archive_id and record.archive_id) or work.archive.lower() != record.archive.lower():
        return False
    return _version(work.archive_id) != _version(record.archive_id)


def _version(identifier: str) -> str:
    return re.sub(r"v\d+$", "", identifier.lower())


def _digits(edition: str) -> str:
    found = re.search(r"\d+", edition)
    return found[0] if found else fold(edition)


@lru_cache(1)
def _patterns() -> list[tuple[str, list[re.Pattern[str]]]]:
    return [(name, [re.compile(form.format(said)) for form in (_LEAD, _TAIL)]) for name, said in _NOTICES.items()]


@lru_cache(4096)
def notices(title: str) -> frozenset[str]:
    """What a title says that it is about another work: `correction`, `retraction`, `reply`, `comment`, `review`."""
    folded = fold(title)
    if not _STEM.search(folded):
        return frozenset(["review"]) if " by " in folded and _BY.search(folded) else _NOTHING
    return frozenset(name for name, forms in _patterns() if any(form.search(folded) for form in forms))


@lru_cache(4096)
def parts(title: str) -> frozenset[int]:
    """The numbers of the parts that a title names: `Part II`, `Pt. 2`, `III.`, a numeral at the end of a part."""
    folded = fold(title)
    found = set()
    before = ""
    for word in WORD.finditer(folded):
        string = word[0]
        if _PART.fullmatch(before) and (string.isdigit() or string in _NUMBERS):
            found.add(int(string) if len(string) < 5 and string.isdigit() else _NUMBERS.get(string, 0))
        elif string in _ALONE and word.start() and _END.match(folded, word.end()):
            found.add(_NUMBERS[string])
        before = string
    return frozenset(found)


def _told(numbers: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "none"

"""The words of a reference that a record does not explain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.match import people, titles, vetoes
from pubman.match.letters import words
from pubman.text import plain

if TYPE_CHECKING:
    from pubman.match.reference.reading import Reading
    from pubman.work import Work

_NOISE = frozenset(
    "a an and the et al others in of on for to proc proceedings vol volume no number nr issue pp p page pages doi https"
    " http org eds ed available online accessed art article arxiv preprint preprints jan january feb february mar march"
    " apr april may jun june jul july aug august sep sept september oct october nov november dec december".split()
)


def unexplained(said: Reading, place: tuple[int, int] | None, record: Work, *, housed: bool) -> list[str]:
    """The words of a reference that the record does not explain.

    Behind the whole title, a container that is known (`housed`) explains all that a point or a comma parts from it;
    behind the title without its subtitle there may be another subtitle.
    """
    if place is None:
        return []
    known = _known(record)
    before, behind = said.content[: place[0]], said.content[place[1] :]
    strange = [each.word for each in before if not _explains(each.word, known)]
    end = said.content[place[1] - 1].end
    apart = False
    for each in behind:
        apart = apart or re.search(r"[^\w\s'’-]", said.folded[end : each.start]) is not None
        end = each.end
        if not _explains(each.word, known) and not (apart and housed and not _tells(each.word)):
            strange.append(each.word)
    return strange


def _tells(word: str) -> bool:
    return word in vetoes.SPOKEN


def _known(record: Work) -> frozenset[str]:
    """All words of a record beside its title."""
    known: set[str] = set(_NOISE)
    for names in (record.author, record.editor):
        for name in names.people:
            person = people.read(name)
            known |= {*person.families, *person.family, *person.given, *person.givens}
            known.update(words(name.suffix))
            known |= {word[0] for word in person.given} | {word[0] for word in person.family}
            if len(person.given) > 1:
                known.add("".join(word[0] for word in person.given))
    for variable in (record.container_title, record.collection_title, record.event_title):
        known.update(map(titles.number, words(plain(variable))))
    for string in (
        record.volume, record.issue, record.page, record.article_number, record.publisher, record.publisher_place,
        record.event_place, record.archive, record.archive_id, record.number, record.edition, record.DOI, record.ISSN,
        record.ISBN, record.genre,
    ):  # fmt: skip
        known.update(words(string))
    return frozenset(known)


def _explains(word: str, known: frozenset[str]) -> bool:
    if word in known or is_year(word):
        return True
    return len(word) > 1 and word.isalpha() and any(each.startswith(word) and len(word) > 2 for each in known)


def is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.isascii() and "1500" < word < "2100"

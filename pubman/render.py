"""The main verb, pure: entries and options in, numbered lists and pages out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pubman import page, registry, selection
from pubman.bibtex import read
from pubman.errors import InputError, Problem
from pubman.references import Group, Reference
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pubman.bibtex.entry import Entry
    from pubman.options import Options
    from pubman.page import Block
    from pubman.work import Work


class Item(NamedTuple):
    """An entry as it stands in the file, and the work it means."""

    entry: Entry
    work: Work


def items(entries: Iterable[Entry]) -> list[Item]:
    """Every entry with its work, decoded once, in the order of the files."""
    return [Item(entry, read.work(entry)) for entry in entries]


NO_WORKS = frozenset(["xdata", "set", "ieeetranbstctl", "control", "string", "preamble", "comment"])
"""Entry types that hold settings or other entries' fields (biblatex manual, section 2.1.1; IEEEtran's BibTeX guide)."""


def select(found: Sequence[Item], wanted: Options) -> list[Item]:
    """The items a list shows, in its order: `where`, then `sort`.

    The parent of a `crossref` is a volume, not a publication of its own: it is listed only where `where` asks for a
    type. Raises OptionError for a `where` that cannot be read.
    """
    holds = selection.parse(wanted.where)
    asked = selection.names_type(wanted.where)
    chosen = [
        item
        for item in found
        if item.entry.type not in NO_WORKS and (asked or not item.entry.parent) and holds(item.entry, item.work)
    ]
    return selection.sort(chosen, wanted.sort)


def listings(found: Sequence[Item], wanted: Sequence[Options]) -> list[tuple[str, int]]:
    """The text and the number of references of each list of a page, numbered through.

    Lists with the same label count on where the one before stopped, upwards or, with `number = desc`, down to 1.
    """
    chosen = [select(found, each) for each in wanted]
    total: Counter[str] = Counter()
    for each, shown in zip(wanted, chosen, strict=True):
        total[each.label] += len(shown)
    before: Counter[str] = Counter()
    lists = []
    for each, shown in zip(wanted, chosen, strict=True):
        down = each.number == "desc"
        first, step = (total[each.label] - before[each.label], -1) if down else (before[each.label] + 1, 1)
        before[each.label] += len(shown)
        groups = _groups(shown, each, first, step)
        lists.append((registry.load("formats", each.format).listing(groups, each), len(shown)))
    return lists


def _groups(shown: Sequence[Item], wanted: Options, number: int, step: int) -> list[Group]:
    reference = registry.load("styles", wanted.style).reference
    groups = []
    for heading, members in selection.group(shown, wanted.group):
        references = []
        for entry, work in members:
            label = f"[{wanted.label}{number}]"
            references.append(Reference(entry.key, number, label, entry.type, reference(work, wanted)))
            number += step
        groups.append(Group(heading, tuple(references)))
    return groups


class Page(NamedTuple):
    """A page before and after; `size` is how many references its blocks hold now."""

    file: str
    old: str
    new: str
    size: int


def fill(
    file: str,
    old: str,
    found: Sequence[Item],
    given: Mapping[str, Any],
    combine: Callable[[Mapping[str, Any]], Options],
    *,
    allow_shrink: bool = False,
) -> Page:
    """The page with every block written anew.

    `given` are the block options of the command line: they are written into the markers, so that the next run
    agrees. `combine` lays a marker's options over the configuration's. Raises InputError for broken markers and for a
    list that would shrink (more than 20 % and at least two entries, or all) without `allow_shrink`.
    """
    text = page.set_options(old, page.blocks(old, file), given) if given else old
    blocks = page.blocks(text, file)
    wanted = [combine(block.options) for block in blocks]
    _refuse_unfit(file, blocks, wanted)
    lists = listings(found, wanted)
    shrunken = []
    for block, (_, size) in zip(blocks, lists, strict=True):
        held = page.count(text[block.body[0] : block.body[1]])
        if page.shrunken(held, size) and not allow_shrink:
            message = f"the list would shrink from {held} entries to {size}"
            shrunken.append(Problem(file, block.line, 1, "shrunken-list", "error", message))
    if shrunken:
        raise InputError(
            f"{file}: a list would lose entries; nothing was written",
            hint="if that is right, run again with --allow-shrink",
            problems=shrunken,
        )
    bodies = [_within(text, body, each) for each, (body, _) in zip(wanted, lists, strict=True)]
    return Page(file, old, page.fill(text, blocks, bodies), sum(size for _, size in lists))


def _refuse_unfit(file: str, blocks: Sequence[Block], wanted: Sequence[Options]) -> None:
    """Raise InputError for options that cannot go together on a page."""
    unfit = []
    directions: dict[str, str] = {}
    for block, each in zip(blocks, wanted, strict=True):
        if each.format == "json":
            unfit.append((block, "a page cannot hold JSON; print it with -f json -o -"))
        if directions.setdefault(each.label, each.number) != each.number:
            message = "one block counts up and another down with the same numbers; give one of them a label"
            unfit.append((block, message))
    if unfit:
        problems = [Problem(file, block.line, 1, "block-options", "error", message) for block, message in unfit]
        raise InputError(f"{file}: blocks that cannot be written; nothing was written", problems=problems)


def _within(text: str, body: str, wanted: Options) -> str:
    """The list as the page can hold it: plain text with no tag and no template in it, and all in the page's encoding.

    A page that is no UTF-8 (it has undecoded bytes) gets entities for what is not ASCII.
    """
    if wanted.format == "text":
        body = body.replace("<", "&#60;").replace("{", "&#123;")
    foreign = not body.isascii() and not text.isascii() and any("\udc80" <= character <= "\udcff" for character in text)
    return body.encode("ascii", "xmlcharrefreplace").decode() if foreign else body


def reference(work: Work, wanted: Options) -> str:
    """The reference of one work as plain text, without a number."""
    return plain(registry.load("styles", wanted.style).reference(work, wanted))

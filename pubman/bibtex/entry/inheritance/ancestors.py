"""Which of an entry's ancestors come first, and the circles among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pubman.bibtex.entry.entry import Entry


def parents_first(
    first: Entry,
    links: dict[int, list[tuple[str, Entry]]],
    done: set[int],
    cut: set[tuple[int, int]],
    report: Callable[[Entry, str, str, str], None],
) -> Iterator[Entry]:
    """An entry's ancestors that are not done, then itself. The links of a circle go into `cut`."""
    if id(first) in done:
        return
    path = [(first, iter(links[id(first)]))]
    depth = {id(first): 0}
    while path:
        entry, parents = path[-1]
        for _, parent in parents:
            if id(parent) in depth:
                circle = [each for each, _ in path[depth[id(parent)] :]]
                cut.update((id(a), id(b)) for a, b in zip(circle, [*circle[1:], circle[0]], strict=True))
                keys = [each.key for each in (circle[:5] if len(circle) > 5 else circle)] + ["..."] * (len(circle) > 5)
                field = "crossref" if "crossref" in entry.fields else "xdata"
                report(
                    entry, field, "crossref-cycle", f"circular {field} (a cycle): {' -> '.join([*keys, circle[0].key])}"
                )
            elif id(parent) not in done and id(parent) in links:
                depth[id(parent)] = len(path)
                path.append((parent, iter(links[id(parent)])))
                break
        else:
            path.pop()
            del depth[id(entry)]
            done.add(id(entry))
            yield entry

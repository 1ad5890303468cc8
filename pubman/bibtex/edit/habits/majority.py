"""What most of them do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def most(found: Iterable[T]) -> T:
    """The one that is found most often; the first of several. There is one."""
    return Counter(found).most_common(1)[0][0]

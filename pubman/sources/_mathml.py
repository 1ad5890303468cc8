"""Presentation MathML (W3C, MathML 3, chapter 3) on one line: `<msub><mi>H</mi><mn>2</mn></msub>` is H with a low 2."""

from __future__ import annotations

import re
from typing import TypeAlias

from pubman.text import MATH, SUB, SUP

Pieces: TypeAlias = list[tuple[str, int]]

TOKENS = frozenset(["mi", "mn", "mo", "mtext", "ms"])
NAMES = TOKENS | frozenset(
    "math mrow mstyle mpadded merror menclose mfenced msub msup msubsup munder mover munderover mfrac msqrt mroot"
    " mtable mtr mtd mphantom mspace mmultiscripts mprescripts none semantics annotation annotation-xml maction".split()
)
_TAG = re.compile(r"<(/?)(?:\w+:)?([A-Za-z][\w-]*)((?:[\s/][^<>]*)?)>")
_BLANKS = re.compile(r"\s+")
_SPACED = frozenset("=<>≤≥≠≈∼≃≅≡∈∉⊂⊃⊆⊇→←↔⇒⇔↦±×+−∪∩≪≫∝")
_ACCENTS = {
    "¯": "\u0304", "‾": "\u0304", "\u0304": "\u0304", "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303",
    "∼": "\u0303", "→": "\u20d7", "\u20d7": "\u20d7", "˙": "\u0307", "·": "\u0307", ".": "\u0307", "¨": "\u0308",
    "ˇ": "\u030c",
}  # fmt: skip
"""An accent as it is typed over a letter, and the character that combines with the letter."""
_FUNCTION = re.compile(r"[\u2061-\u2064]")
"""Invisible operators: function application, times, separator, plus."""


class _Node:
    __slots__ = ("children", "name", "text")

    def __init__(self, name: str) -> None:
        self.name = name
        self.children: list[Pieces] = []
        self.text: list[str] = []


def read(inner: str) -> Pieces:
    """The strings of a formula, each with its marks; what stands between the tags of `math`."""
    root = _Node("math")
    stack = [root]
    end = 0
    for tag in _TAG.finditer(inner):
        stack[-1].text.append(inner[end : tag.start()])
        end = tag.end()
        name = tag[2].lower()
        if tag[3].endswith("/"):
            stack[-1].children.append([(" ", 0)] if name == "mspace" else [])
        elif not tag[1]:
            stack.append(_Node(name))
        elif len(stack) > 1 and stack[-1].name == name:
            _close(stack)
    stack[-1].text.append(inner[end:])
    while len(stack) > 1:
        _close(stack)
    pieces = _row(root.children) if root.children else [("".join(root.text), 0)]
    return [(_BLANKS.sub(" ", string), marks | MATH) for string, marks in pieces if string]


def _close(stack: list[_Node]) -> None:
    node = stack.pop()
    stack[-1].children.append(_token(node) if node.name in TOKENS else _set(node.name, node.children))


def _token(node: _Node) -> Pieces:
    string = _FUNCTION.sub("", "".join(node.text))
    string = _BLANKS.sub(" ", string) if node.name == "mtext" else _BLANKS.sub("", string)
    inner = [piece for child in node.children for piece in child]
    return [*([(string, 0)] if string else []), *inner]


def _set(name: str, children: list[Pieces]) -> Pieces:
    """An element's children on the line, as it sets them."""
    first, second, third = (*children, [], [], [])[:3]
    if name in ("mphantom", "annotation", "annotation-xml", "none", "mprescripts"):
        return []
    if name == "semantics":
        return first
    if name == "msub":
        return first + _marked(second, SUB)
    if name == "msup":
        return first + _marked(second, SUP)
    if name in ("msubsup", "munderover"):
        return first + _marked(second, SUB) + _marked(third, SUP)
    if name in ("munder", "mover"):
        accent = _ACCENTS.get(_plain(second))
        if accent and len(_plain(first)) == 1:
            return [(_plain(first) + accent, first[0][1])]
        return first + _marked(second, SUB if name == "munder" else SUP)
    if name == "mfrac":
        return [*_grouped(first), ("/", 0), *_grouped(second)]
    if name == "msqrt":
        return [("√", 0), *_grouped(_row(children))]
    if name == "mroot":
        return [*_marked(second, SUP), ("√", 0), *_grouped(first)]
    if name == "mfenced":
        parts = [piece for child in children for piece in ([(", ", 0), *child])][1:]
        return [("(", 0), *parts, (")", 0)]
    return _row(children)


def _row(children: list[Pieces]) -> Pieces:
    """Side by side, blanks around an operator that has something on both sides."""
    pieces: Pieces = []
    for index, child in enumerate(children):
        if len(child) == 1 and child[0][0] in _SPACED and 0 < index < len(children) - 1 and pieces:
            pieces.append((f" {child[0][0]} ", child[0][1]))
        else:
            pieces += child
    return pieces


def _marked(pieces: Pieces, mark: int) -> Pieces:
    return [
        (string.replace(" ", "") if string.strip() in _SPACED else string, marks | mark) for string, marks in pieces
    ]


def _grouped(pieces: Pieces) -> Pieces:
    """In parentheses, unless it is one sign or one number."""
    string = _plain(pieces)
    return pieces if len(pieces) < 2 or string.isalnum() else [("(", 0), *pieces, (")", 0)]


def _plain(pieces: Pieces) -> str:
    return "".join([string for string, _ in pieces])

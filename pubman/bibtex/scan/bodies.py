"""The inside of an entry, a @string, a @preamble, read into its block up to the closing delimiter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.scan import grammar, remarks
from pubman.bibtex.scan.faults import LIMIT, Fault, Unreadable
from pubman.bibtex.scan.source import Block, Field
from pubman.bibtex.scan.values import Reader

if TYPE_CHECKING:
    import re

    from pubman.bibtex.scan.source import PartKind

KINDS: tuple[PartKind, ...] = ("brace", "brace", "brace", "quote", "number", "macro")
"""By the group of `grammar.FIELD` that matched."""


class Bodies(Reader):
    """Fills a block's key, fields and `close`, or raises Unreadable with what was read so far in the block."""

    __slots__ = ()

    def entry(self, block: Block, closer: str, head: re.Match[str]) -> None:
        """Read the key and the fields behind the head of an entry."""
        text = self.text
        block.key_span = head.span(3)
        at = head.end()
        if text.startswith("%", block.key_span[0]):
            start = self.gap(block.opener + 1)
            key = grammar.compiled(grammar.KEY).match(text, start)
            block.key_span = (start, key.end() if key else start)
            at = self.gap(block.key_span[1])
        start, end = block.key_span
        after = text[at : at + 1]
        if after == "%":
            at = self.gap(at)
            after = text[at : at + 1]
        if closer == ")" and after != "," and text.endswith(")", start, end):
            block.key_span = (start, end - 1)
            end = at = end - 1
            after = ")"
        key_text = text[start:end]
        if "{" in key_text or after == "=":
            block.key_span = (-1, -1)
            raise Unreadable(start, f"the entry has no key, {self.found(start)}")
        if not key_text and after in (",", closer):
            self.faults.append(Fault(block.start, "missing-key", f"@{block.type} without a key", "warning"))
        elif "=" in key_text:
            message = f"the key '{key_text}' looks like a field; is the key missing?"
            self.faults.append(Fault(start, "missing-key", message, "warning"))
        if after not in (",", closer):
            if not after:
                raise Unreadable(block.start, f"{self.name(block)} is never closed", ends=True)
            what = f"',' expected after the key '{key_text}'" if key_text else "key expected"
            raise Unreadable(at, f"{what}, {self.found(at)}")
        self._fields(block, at, closer)

    def _fields(self, block: Block, at: int, closer: str) -> None:
        """The fields from an offset to the closing delimiter."""
        text, fields = self.text, block.fields
        match, end_match = grammar.FIELD.match, grammar.END.match
        while at >= 0:
            while found := match(text, at):
                group = found.lastindex or 0
                start, at = found.span(group)
                fields.append(Field(*found.span(1), start, at, KINDS[group]))
            end = end_match(text, at)
            if end and end[1] == closer:
                block.close = end.start(1)
                return
            at = self._field(block, at, closer)

    def _field(self, block: Block, at: int, closer: str) -> int:
        """One field token by token, what the common pattern has not; its end, or -1 behind the closing delimiter."""
        text = self.text
        at = self.gap(at)
        commas = 0
        while text.startswith(",", at):
            commas += 1
            if commas == 2:
                self.faults.append(Fault(at, "repeated-comma", "a comma too many", "warning"))
            at = self.gap(at + 1)
        if text.startswith(closer, at):
            block.close = at
            return -1
        if at >= len(text):
            raise Unreadable(block.start, f"end of file: {self.name(block)} is never closed", ends=True)
        if not commas and (block.fields or block.kind == "entry"):
            last = block.fields[-1] if block.fields else None
            behind = f"the value of '{text[last.name_start : last.name_end]}'" if last else "the key"
            open_ = f"{self.name(block)} is not closed: " if grammar.compiled(grammar.START).match(text, at) else ""
            message = f"{open_}',' or '{closer}' expected after {behind}, {self.found(at)}{self._culprit(last)}"
            raise Unreadable(at, message)
        return self._assignment(block, at, closer)

    def _assignment(self, block: Block, at: int, closer: str) -> int:
        """`name = value`; its end."""
        text = self.text
        name = grammar.compiled(grammar.IDENTIFIER).match(text, at)
        if not name:
            if grammar.compiled(grammar.START).match(text, at):
                raise Unreadable(at, f"'{closer}' expected: {self.name(block)} is not closed, {self.found(at)}")
            digit = ": a name starts with no digit" if text[at : at + 1].isdigit() else ""
            raise Unreadable(at, f"field name or '{closer}' expected, {self.found(at)}{digit}")
        shown = f"'{name[0]}'"
        equals = self.gap(name.end())
        if not text.startswith("=", equals):
            if equals >= len(text):
                raise Unreadable(block.start, f"end of file: {self.name(block)} is never closed", ends=True)
            raise Unreadable(equals, f"'=' expected after the field name {shown}, {self.found(equals)}")
        start = self.gap(equals + 1)
        end, parts = self.value(start, shown)
        if len(parts) == 1:
            block.fields.append(Field(name.start(), name.end(), start, end, parts[0].kind))
        else:
            block.fields.append(Field(name.start(), name.end(), start, end, "concatenation", parts))
        return end

    def definitions(self, block: Block, closer: str) -> None:
        """Read the definitions of a @string; BibTeX allows one, others several."""
        at = self.gap(block.opener + 1)
        while at >= 0:
            at = self._field(block, at, closer)

    def preamble(self, block: Block, closer: str) -> None:
        """Read the value of a @preamble."""
        start = self.gap(block.opener + 1)
        end, parts = self.value(start, "@preamble")
        kind = parts[0].kind if len(parts) == 1 else "concatenation"
        block.fields.append(Field(start, start, start, end, kind, parts if len(parts) > 1 else ()))
        at = self.gap(end)
        if not self.text.startswith(closer, at):
            ends = at >= len(self.text)
            raise Unreadable(at, f"'{closer}' expected after the value of @preamble, {self.found(at)}", ends=ends)
        block.close = at

    def name(self, block: Block) -> str:
        """What a block is called in a message."""
        if block.kind != "entry":
            return f"@{block.type}"
        return f"entry '{self.source.key(block)}'"

    def _culprit(self, last: Field | None) -> str:
        """A pointer to a value that has swallowed what looks like a field, for its brace may be the missing one."""
        if last is None or len(self.faults) > LIMIT:
            return ""
        swallowed = grammar.compiled(remarks.STRAY_FIELD).search(
            self.text, last.start, min(last.end, last.start + 5000)
        )
        return (
            f"; is the value opened in line {self.source.line(last.start)} closed where it should be?"
            if swallowed
            else ""
        )

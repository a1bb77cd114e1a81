"""Places in a text: the compiler counts characters from its start, editors lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

import attrs
from lsprotocol import types

from specc.source import Span

_LINE_END = re.compile(r"\r\n?|\n")
"""What ends a line in the protocol. Nothing else does, whatever `str.splitlines` thinks."""


@attrs.frozen(eq=False, slots=False)
class Text:
    """A text and its lines. `encoding` is the unit in which the editor counts columns."""

    text: str
    encoding: types.PositionEncodingKind = types.PositionEncodingKind.Utf16

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which the lines start."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one that is beyond a line or the text is its end."""
        if position.line >= len(self.starts):
            return len(self.text)
        start = self.starts[position.line]
        line = self._line(position.line)
        if self._is_plain(line):
            return start + min(position.character, len(line))
        units = 0
        for at, character in enumerate(line):
            if units >= position.character:
                return start + at
            units += self._width(character)
        return start + len(line)

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, offset) - 1
        before = self.text[self.starts[line] : offset]
        units = len(before) if self._is_plain(before) else sum(map(self._width, before))
        return types.Position(line, units)

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def span(self, range_: types.Range) -> Span:
        """The span of a range."""
        start, end = self.offset(range_.start), self.offset(range_.end)
        return Span(min(start, end), max(start, end))

    def changed(self, change: types.TextDocumentContentChangeEvent) -> Text:
        """The text after an edit."""
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return Text(change.text, self.encoding)
        start, end = self.span(change.range)
        return Text(self.text[:start] + change.text + self.text[end:], self.encoding)

    def _line(self, line: int) -> str:
        """A line without its end."""
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[line] : end].rstrip("\r\n")

    def _is_plain(self, text: str) -> bool:
        return text.isascii() or self.encoding is types.PositionEncodingKind.Utf32

    def _width(self, character: str) -> int:
        if self.encoding is types.PositionEncodingKind.Utf8:
            return len(character.encode("utf-8", "surrogatepass"))
        return 2 if character > "\uffff" else 1

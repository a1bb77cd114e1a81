"""Source text and places in it: what every span in the compiler points into."""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

import attrs


class Span(NamedTuple):
    """A half-open range of character offsets in one source file."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column both start at 1, columns are characters."""

    line: int
    column: int


@attrs.frozen(eq=False, repr=False, slots=False)
class SourceFile:
    """One `.bts` file: its name as people see it (POSIX, relative where possible) and its text."""

    name: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which the lines start. Only a newline ends a line, as in the grammar."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of a character offset; offsets past the end are the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1) without its line end."""
        starts = self.line_starts
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].removesuffix("\r")

    def place(self, span: Span) -> str:
        """`name:line` of a span's start, as generated files and reports point to it."""
        return f"{self.name}:{self.position(span.start).line}"

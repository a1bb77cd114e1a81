"""Source text and places in it: what every span in the compiler points into."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache, partial
from typing import NamedTuple, Self

import attrs

SPAN_BITS = 30
"""How many bits of a span are its end; those above are its start."""

MAX_LENGTH = 1 << SPAN_BITS
"""Characters of a file beyond which its places can't be told apart."""


class Span(int):
    """A half-open range of character offsets in one source file.

    It is one number, not two in a tuple: a syntax tree has more spans than anything else, and this
    takes less than half of the memory. The order is that of the starts, then of the ends.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """The characters from `start` up to, not including, `end`."""
        return int.__new__(cls, start << SPAN_BITS | end)

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self >> SPAN_BITS

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self & MAX_LENGTH - 1

    def __iter__(self) -> Iterator[int]:
        yield self.start
        yield self.end

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"


packed: Callable[[int], Span] = partial(int.__new__, Span)
"""The span that is this number, `start << SPAN_BITS | end`, in half the time: for the parser."""


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
    def line_starts(self) -> array[int]:
        """Offsets at which the lines start. Only a newline ends a line, as in the grammar."""
        starts = array("I", [0])
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
        return self._named(bisect_right(self.line_starts, span.start))

    @cached_property
    def _named(self) -> Callable[[int], str]:
        """Names a line; what is said of one line is said of it many times in a row."""
        name = self.name  # not `self`: what leads in a circle would keep the text alive
        return lru_cache(64)(lambda line: f"{name}:{line}")

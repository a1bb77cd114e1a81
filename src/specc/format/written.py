"""The text that a tree was read from: what it holds that the tree does not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from specc.source import Span
from specc.syntax.nodes.declarations import Comment, Module
from specc.syntax.nodes.expressions import Expr, Regex
from specc.syntax.walk import children

_PIECES = re.compile(r'("(?:[^"\\]|\\.)*")|#[^\n]*|\s+|([^"#\s]+)')
_PARENTHESES = re.compile(r"[()]")
_SKIPPED = re.compile(r"(?:\s+|#[^\n]*(?:\n|$))*")


def _regexes(node: Expr) -> Iterator[Span]:
    waiting: list[Any] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Regex):
            yield one.span
        else:
            waiting.extend(children(one))


class Written:
    """A module's text. Each of its comments is claimed once, by the part that prints it.

    A tree that was made, not read, has an empty text: nothing is known of how it was written.
    """

    def __init__(self, module: Module) -> None:
        self.text = module.source.text
        self._comments: Sequence[Comment] = module.comments if self.text else ()
        self._starts = [comment.span.start for comment in self._comments]
        self._claimed: set[int] = set()

    def slice(self, span: Span) -> str:
        """What is written at a span."""
        return self.text[span.start : span.end]

    def compact(self, span: Span) -> str:
        """What is written at a span, without blanks and comments."""
        return "".join(a or b for a, b in _PIECES.findall(self.slice(span)))

    def broken(self, start: int, end: int) -> bool:
        """Whether there is a newline between two places."""
        return "\n" in self.text[start:end]

    def blank(self, start: int, end: int) -> bool:
        """Whether there is an empty line between two places that have only blanks between them."""
        return self.text.count("\n", start, end) > 1

    def claim(self, start: int, end: int) -> Iterator[Comment]:
        """The comments between two places that nobody has claimed yet."""
        number = bisect_left(self._starts, start)
        while number < len(self._starts) and self._starts[number] < end:
            if number not in self._claimed:
                self._claimed.add(number)
                yield self._comments[number]
            number += 1

    def doc_place(self, start: int, end: int) -> Span:
        """Where the doc string between two places is."""
        opening = start
        while True:
            opening = self.text.find('"""', opening, end)
            if opening < 0:
                return Span(end, end)
            comment = self._comment_at(opening)
            if comment is None:
                return Span(opening, self.text.find('"""', opening + 3) + 3)
            opening = comment.span.end

    def closing(self, start: int) -> int:
        """The first place from here on that is neither blank, nor a comma, nor in a comment."""
        while (found := _SKIPPED.match(self.text, start)) and self.text.startswith(
            ",", found.end()
        ):
            start = found.end() + 1
        return found.end() if found else start

    def in_parentheses(self, node: Expr) -> bool:
        """Whether an expression has parentheses right around it."""
        span = node.span
        before = self._before(span.start)
        if before < 0 or self.text[before] != "(":
            return False
        after = _SKIPPED.match(self.text, span.end)
        if after is None or not self.text.startswith(")", after.end()):
            return False
        # In `(a) + (b)` and `(a + (b))` these are not those of the sum.
        depth = 0
        for _, piece in _PIECES.findall(self._without_regexes(node)):
            for sign in _PARENTHESES.findall(piece):
                depth += 1 if sign == "(" else -1
                if depth < 0:
                    return False
        return depth == 0

    def _without_regexes(self, node: Expr) -> str:
        """What is written of an expression, without what could be taken for anything else."""
        kept: list[str] = []
        at = node.span.start
        for span in sorted(_regexes(node)):
            kept.append(self.text[at : span.start])
            at = span.end
        return "".join([*kept, self.text[at : node.span.end]])

    def _before(self, place: int) -> int:
        """The last character before a place that is neither blank nor in a comment, or -1."""
        while place > 0:
            place -= 1
            if self.text[place].isspace():
                continue
            comment = self._comment_at(place)
            if comment is None:
                return place
            place = comment.span.start
        return -1

    def _comment_at(self, place: int) -> Comment | None:
        number = bisect_left(self._starts, place + 1) - 1
        if number >= 0 and place < self._comments[number].span.end:
            return self._comments[number]
        return None

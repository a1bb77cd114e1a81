"""What stands before the cursor, and what the grammar accepts there.

The declaration at the cursor is parsed up to it, so that a half-written file is no worse than a
whole one: the parser's stack at that point says what is being written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import attrs

from specc.source import SourceFile, Span
from specc.syntax.expectations import expectations
from specc.syntax.hearing import Hearing
from specc.syntax.machine import Fault
from specc.syntax.mistake import Mistake
from specc.syntax.parser import Inside, machine
from specc.syntax.recovery import boundaries

_WORD = re.compile(r"(?<!\w)[A-Za-z_]\w*\Z")
_STOP = "\0"
"""A character that no token starts with: the parser comes to a halt before it."""


@attrs.frozen
class Part:
    """One symbol of the parser's stack, with its value and where it starts."""

    symbol: str
    value: Any
    start: int


@attrs.frozen(eq=False)
class Cursor:
    """The place of a cursor.

    `word` is what of a word stands before it, and `start` where that starts. `parts` are what the
    parser has made of all before the word, the outermost first. `accepted` are the terminals that
    may come next.
    """

    start: int
    word: str
    parts: tuple[Part, ...]
    accepted: frozenset[str]

    @property
    def above(self) -> tuple[str, ...]:
        """The symbols of the stack, the nearest first."""
        return tuple(part.symbol for part in reversed(self.parts))

    def last(self, *symbols: str) -> Part | None:
        """The nearest part that is one of these symbols."""
        return next((part for part in reversed(self.parts) if part.symbol in symbols), None)


def cursor_at(text: str, offset: int) -> Cursor | None:
    """The cursor at an offset; None within a comment, a string, or what cannot be read."""
    match = _WORD.search(text, max(0, text.rfind("\n", 0, offset)), offset)
    word = match[0] if match else ""
    cut = offset - len(word)
    stopped = text[:cut] + _STOP
    watcher = _Watcher(stopped, cut, Hearing(SourceFile("", stopped), machine()))
    try:
        machine().run(stopped, _declaration_start(text, cut), cut + 1, "module", watcher)
    except _ReachedError as reached:
        return Cursor(cut, word, reached.parts, reached.accepted)
    return None


def _declaration_start(text: str, offset: int) -> int:
    """Where the declaration that holds an offset starts, or the one before."""
    matches = boundaries(machine().tables).declaration.match
    at = text.rfind("\n", 0, offset) + 1
    while at > 0 and (at == offset or matches(text, at) is None):
        at = text.rfind("\n", 0, at - 1) + 1
    return at


class _ReachedError(Exception):
    """The parser has come to the cursor."""

    def __init__(self, parts: tuple[Part, ...], accepted: frozenset[str]) -> None:
        super().__init__()
        self.parts = parts
        self.accepted = accepted


@attrs.frozen(eq=False)
class _Watcher:
    """Lets the parser mend what is broken before the cursor, and stops it there."""

    text: str
    cut: int
    mender: Hearing

    def comment(self, text: str, span: Span) -> None:
        """A comment says nothing here."""

    def mistake(self, mistake: Mistake) -> None:
        """Mistakes are told elsewhere."""

    def fault(self, fault: Fault) -> int:
        """Where to go on, unless this is the cursor."""
        if fault.span.start >= self.cut:
            raise _reached(fault)
        if self.text[fault.span.start] == '"' and "\n" not in self.text[fault.span.start :]:
            self._in_string(fault)
        return self.mender.fault(fault)

    def _in_string(self, fault: Fault) -> None:
        """In a string that is not closed yet, the cursor may stand in what is filled in."""
        opened = self.text.rfind("{", fault.span.start)
        if opened < 0 or "}" in self.text[opened:] or self.text[opened - 1] == "\\":
            return
        outer = _reached(fault).parts

        class Filled(Inside):
            def fault(self, fault: Fault) -> int:
                inner = _reached(fault)
                raise _ReachedError((*outer, *inner.parts), inner.accepted)

        machine().run(
            self.text, opened + 1, len(self.text), "expression", Filled(opened + 1, self.cut)
        )


def _reached(fault: Fault) -> _ReachedError:
    symbols = _accessing()
    parts = tuple(
        Part(symbols.get(state, ""), value, start)
        for state, value, start in zip(fault.states[1:], fault.values, fault.starts, strict=False)
    )
    return _ReachedError(parts, expectations(machine().tables).accepted(fault.states))


@cache
def _accessing() -> dict[int, str]:
    """By state, the symbol that leads to it: in tables of this kind there is one."""
    return {
        to: symbol for state in machine().tables.states for symbol, to in state.items() if to >= 0
    }

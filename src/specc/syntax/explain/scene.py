"""What an explanation looks at, and what it says."""

from functools import cached_property

import attrs

from specc.diagnostics.code import Code
from specc.source import SourceFile, Span
from specc.syntax.expectations import Expectations
from specc.syntax.layout import first_character, line_end, line_start
from specc.syntax.machine import Bracket, Fault
from specc.syntax.recovery import Boundaries, Place
from specc.syntax.scanner import Scanner


@attrs.frozen
class Note:
    """A second place that an explanation points at."""

    span: Span
    message: str


@attrs.frozen
class Finding:
    """What is wrong, and where.

    `resume` is where to go on, if the explanation knows better than the usual recovery.
    """

    code: Code
    message: str
    span: Span
    note: Note | None = None
    help: str | None = None
    resume: int | None = None


@attrs.frozen(slots=False)
class Scene:
    """A fault with everything around it."""

    source: SourceFile
    fault: Fault
    place: Place
    boundaries: Boundaries
    expectations: Expectations
    scanner: Scanner

    @property
    def text(self) -> str:
        """The whole text of the file."""
        return self.source.text

    @property
    def kind(self) -> str:
        """The terminal that cannot stand here."""
        return self.fault.kind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.fault.span

    @property
    def word(self) -> str:
        """It, as written."""
        return self.text[self.span.start : self.span.end]

    @cached_property
    def accepted(self) -> frozenset[str]:
        """What could stand here instead."""
        return self.expectations.accepted(self.fault.states)

    @cached_property
    def line(self) -> int:
        """Where the line starts that the fault stands in."""
        return line_start(self.text, self.span.start)

    @cached_property
    def line_text(self) -> str:
        """The text of that line from its first character on, though not the whole of a huge one."""
        start = self.line_first
        return self.text[start : min(line_end(self.text, start), start + LOOKED_AT)]

    @cached_property
    def line_first(self) -> int:
        """The first character of that line that is no blank."""
        return first_character(self.text, self.line)

    @property
    def at_statement_start(self) -> bool:
        """Whether nothing of a statement precedes the fault."""
        return self.place.start >= self.span.start

    @property
    def bracket(self) -> Bracket | None:
        """The innermost bracket that the broken statement opened."""
        return self.place.open_brackets[-1] if self.place.open_brackets else None

    @cached_property
    def statement_words(self) -> frozenset[str]:
        """The terminals that may start a statement here."""
        states = self.fault.states[: self.place.depth]
        return frozenset(self.expectations.tables.states[states[-1]])


LOOKED_AT = 200
"""How much of a line is looked at for a habit of another language."""

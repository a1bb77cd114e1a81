"""A diagnostic: one mistake in a spec, where it stands, and the way out."""

from collections.abc import Iterable
from typing import Literal

import attrs

from specc.diagnostics.code import Code
from specc.source import SourceFile, Span


@attrs.frozen
class Label:
    """A place in a file and what there is to say about it."""

    source: SourceFile
    span: Span
    message: str = ""


@attrs.frozen
class Diagnostic:
    """One mistake: `message` says what is wrong, `primary` where, `help` (if any) the way out."""

    code: Code
    message: str
    primary: Label
    secondary: tuple[Label, ...] = ()
    help: str | None = None

    @property
    def severity(self) -> Literal["error", "warning"]:
        """How bad it is; the code decides."""
        return self.code.severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Orders diagnostics as a reader meets them: by file, place, code and message."""
        span = self.primary.span
        return (self.primary.source.name, span.start, span.end, self.code.id, self.message)


def sorted_unique(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics in reading order, each said once.

    Two checks may come upon the same mistake: same code, place and words are one diagnostic, and
    the first one reported stays.
    """
    first: dict[tuple[str, int, int, str, str], Diagnostic] = {}
    for diagnostic in diagnostics:
        first.setdefault(diagnostic.sort_key, diagnostic)
    return tuple(first[key] for key in sorted(first))

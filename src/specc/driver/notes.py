"""Diagnostics as they are kept between builds: rendered, so that a warning can be said again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from specc.diagnostics.model import Diagnostic


class Note(NamedTuple):
    """One diagnostic, rendered for a pipe and for a terminal. The fields before order notes."""

    file: str
    start: int
    severity: str
    plain: str
    coloured: str


def notes_of(diagnostics: Iterable[Diagnostic]) -> list[Note]:
    """The diagnostics as notes."""
    from specc.diagnostics.render.human import render_one

    return [
        Note(
            diagnostic.primary.source.name,
            diagnostic.primary.span.start,
            diagnostic.severity,
            render_one(diagnostic),
            render_one(diagnostic, colour=True),
        )
        for diagnostic in diagnostics
    ]


def recorded(notes: Iterable[Note]) -> list[list[str]]:
    """The notes as the state file keeps them."""
    return [[note.file, str(note.start), *note[2:]] for note in notes]


def recalled(rows: Iterable[Sequence[str]]) -> list[Note]:
    """The notes that the state file kept."""
    return [Note(row[0], int(row[1]), row[2], row[3], row[4]) for row in rows]


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes as a reader meets them, each once: suites may share a module, and its notes."""
    return tuple(sorted(set(notes)))


def text_of(notes: Sequence[Note], *, colour: bool) -> str:
    """All notes, an empty line between two, and how many there are. Nothing for none."""
    if not notes:
        return ""
    shown = "\n".join(note.coloured if colour else note.plain for note in notes)
    errors = sum(note.severity == "error" for note in notes)
    warnings = len(notes) - errors
    counts = [_count(errors, "error")] if errors else []
    counts += [_count(warnings, "warning")] if warnings else []
    files = _count(len({note.file for note in notes}), "file")
    return f"{shown}\n{', '.join(counts)} in {files}\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

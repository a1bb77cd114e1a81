"""Formatting specs: reads them, and writes, each whole or not at all, those that change."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from specc.driver import fresh
from specc.driver.inputs import find_specs, shown
from specc.driver.outputs import laid_down

if TYPE_CHECKING:
    from specc.diagnostics.model import Diagnostic


Outcome: TypeAlias = Literal["unchanged", "changed", "unwritten", "mistaken", "defective"]


@attrs.frozen
class Formatted:
    """What became of a spec: `after` is its text in the one layout, None where that cannot be had.

    Then `diagnostics` are the mistakes in it, or `defect` says what is wrong with this tool.
    `unwritten` says why the file could not be changed.
    """

    name: str
    before: str
    after: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    defect: str = ""
    unwritten: str = ""

    @property
    def outcome(self) -> Outcome:
        """What there is to say of it."""
        if self.unwritten:
            return "unwritten"
        if self.defect:
            return "defective"
        if self.after is None:
            return "mistaken"
        return "unchanged" if self.after == self.before else "changed"


def format_specs(paths: Sequence[str], *, write: bool) -> Iterator[Formatted]:
    """Formats the specs that `paths` stand for, in their order; with `write` the files change.

    A spec with mistakes is left as it is. Raises DriverError where there are no specs.
    """
    for name in find_specs(paths):
        made = format_file(name)
        if write and made.after is not None and made.outcome == "changed":
            try:
                _write(name, made.after)
            except OSError as error:
                why = f"cannot write {shown(name)}: {error.strerror}"
                made = attrs.evolve(made, unwritten=why)
        yield made


def format_file(name: str) -> Formatted:
    """Formats the spec in a file, which is left as it is."""
    try:
        with open(name, "rb") as file:
            data = file.read()
    except OSError as error:
        return _unreadable(name, error.strerror or "it cannot be read")
    return format_bytes(name, data)


def format_bytes(name: str, data: bytes) -> Formatted:
    """Formats the content of a spec."""
    from specc.format.formatting import FormatterDefectError, MistakesFoundError, format_text
    from specc.source import SourceFile

    # Bytes that are no UTF-8 come through, for the parser to say where they are.
    text = data.decode("utf-8", "surrogateescape")
    try:
        return Formatted(name, text, format_text(SourceFile(name, text)))
    except MistakesFoundError as found_mistakes:
        return Formatted(name, text, None, found_mistakes.diagnostics)
    except FormatterDefectError as error:
        return Formatted(name, text, None, defect=str(error))


def _unreadable(name: str, why: str) -> Formatted:
    from specc.driver.sources import unreadable

    return Formatted(name, "", None, unreadable(name, why).diagnostics)


def _write(name: str, text: str) -> None:
    path = os.path.realpath(name)  # a link stays one
    temporary = laid_down(path, [text.encode()])
    try:
        os.replace(temporary, path)
    finally:
        fresh.forget(temporary)

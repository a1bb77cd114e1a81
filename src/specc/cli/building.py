"""A build as the command line tells of it. Lean: loaded even where there is nothing to do."""

from __future__ import annotations

import sys

from specc.cli import exits
from specc.cli.terminal import complain, is_coloured, say
from specc.driver import fresh

TYPE_CHECKING = False  # lean modules do without `typing`, half the cost of a start
if TYPE_CHECKING:
    from collections.abc import Sequence

    from specc.driver.build import Built
    from specc.driver.notes import Note


def build_once(paths: Sequence[str], output: str, quiet: bool, force: bool = False) -> int:
    """Build if there is anything to do, and say what was done. Returns the exit code."""
    found = None if force else fresh.is_fresh(paths, output, fresh.record_path(output))
    if found is not None:
        summary, notes = found
        if not quiet:
            sys.stderr.write(notes[is_coloured(sys.stderr)])
            say(summary)
        return exits.HOLDS
    from specc.driver.build import build

    return report(build(paths, output, force=force), quiet)


def report(built: Built, quiet: bool) -> int:
    """Say what a build did. Returns the exit code."""
    say_notes(built.notes, quiet)
    if built.edited:
        names = "".join(f"\n  {name}" for name in built.edited)
        complain(
            f"edited by hand since they were generated, and thus left alone:{names}",
            "move the edits elsewhere, or give them up with `specc build --force`",
        )
    if not built.ok:
        return exits.WRONG
    if not quiet:
        say(built.summary)
    return exits.HOLDS


def say_notes(notes: Sequence[Note], quiet: bool) -> None:
    """Show diagnostics to a person; of a quiet command only the errors."""
    from specc.driver.notes import text_of

    shown = [note for note in notes if not quiet or note.severity == "error"]
    sys.stderr.write(text_of(shown, colour=is_coloured(sys.stderr)))

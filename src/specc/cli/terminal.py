"""Writing to a terminal, a pipe or a file, whichever there is. Lean: no Rich until it is needed."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # lean modules do without `typing`, half the cost of a start
if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console


def is_coloured(stream: TextIO) -> bool:
    """Whether colours are wanted on a stream: on a terminal, unless NO_COLOR says otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a line, or a text that ends in one."""
    stream = stream or sys.stdout
    stream.write(text if text.endswith("\n") else f"{text}\n")


def complain(message: str, help: str = "") -> None:
    """Say what is wrong, and the way out if there is one."""
    head = "\x1b[1;31merror\x1b[0m" if is_coloured(sys.stderr) else "error"
    say(f"{head}: {message}", sys.stderr)
    if help:
        say(f"  = help: {help}", sys.stderr)


def console() -> Console:
    """A Rich console for what a person reads. In a pipe, lines are as long as they are."""
    from rich.console import Console

    coloured = is_coloured(sys.stdout)
    terminal = sys.stdout.isatty()
    return Console(
        no_color=not coloured,
        force_terminal=True if coloured else None,
        highlight=False,
        emoji=False,
        markup=False,
        width=None if terminal else 160,
    )


def survive_odd_text() -> None:
    """Have text that a stream can't encode, such as a file name in Latin-1, written escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")

"""Asks the real ruff, once for many texts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RUFF = str(Path(sys.executable).with_name("ruff"))


def ruff(*arguments: str, text: str) -> str:
    """What ruff with default settings makes of a text."""
    done = subprocess.run(
        [RUFF, *arguments, "--isolated", "--no-cache", "--quiet", "-"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode()


def formatted(text: str) -> str:
    """The text as `ruff format` leaves it."""
    return ruff("format", text=text)


def without_blank_lines(text: str) -> str:
    """The text without the empty lines, which statements by themselves don't answer for."""
    return "".join(line for line in text.splitlines(keepends=True) if line.strip())

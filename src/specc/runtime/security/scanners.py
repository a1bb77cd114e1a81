"""Runs a scanner that is a Python package of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from specc.runtime.visible import one_line

_PATIENCE = 300
"""Seconds that a scanner may take."""


class NotScannedError(Exception):
    """A scanner came to no result; the text says why."""


def told_by(module: str, *arguments: str | Path, within: Path | None = None) -> Any:
    """The JSON that `python -m module` prints, run in a folder. Raises NotScannedError."""
    command: Sequence[str] = [sys.executable, "-m", module, *map(str, arguments)]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_PATIENCE, check=False, cwd=within
        )
    except (OSError, subprocess.TimeoutExpired) as wrong:
        raise NotScannedError(f"{module} did not come to an end ({type(wrong).__name__})") from None
    try:
        return json.loads(done.stdout)
    except ValueError:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        said = one_line(lines[-1])[:200] if lines else f"it ended with {done.returncode}"
        raise NotScannedError(f"{module} came to no result: {said}") from None

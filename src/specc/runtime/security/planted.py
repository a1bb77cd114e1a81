"""Secrets in files, as detect-secrets finds them; those of its baseline are known, and left out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from specc.runtime.security.scanners import NotScannedError, told_by

BASELINE = ".secrets.baseline"
"""Beside what is looked at, or where the specs' names start: written by `detect-secrets scan`."""

_LEFT_OUT = r"(^|/)(\.git|\.venv|venv|node_modules|__pycache__|\.specc|\.tox|\.mypy_cache)/"


def planted(path: Path, also: Sequence[Path], root: Path) -> list[str]:
    """`a.py:3: GitHub Token` for each secret in a file or folder, and in `also`, that is not known.

    The secrets themselves are not told. Raises NotScannedError.
    """
    places = [each for each in (path, *also) if each.exists()]
    names = [os.path.relpath(each, root) for each in places]
    told = told_by(
        "detect_secrets",
        *("-c", "1", "scan", "--all-files", "--no-verify", "--exclude-files", _LEFT_OUT),
        *names,
        within=root,
    )
    known = set(_known(root))
    found: dict[str, None] = {}
    for file, entries in sorted((told.get("results") or {}).items()):
        if os.path.basename(file) == BASELINE:
            continue
        for entry in entries:
            name = Path(file).as_posix()
            if (name, entry.get("hashed_secret")) not in known:
                found[f"{name}:{entry.get('line_number')}: {entry.get('type')}"] = None
    return list(found)


def _known(root: Path) -> Iterator[tuple[str, Any]]:
    """Files and hashes of the secrets that somebody has looked at. Raises NotScannedError."""
    place = root / BASELINE
    if not place.exists():
        return
    try:
        results = json.loads(place.read_text(encoding="utf-8"))["results"]
        for file, entries in results.items():
            for entry in entries:
                if entry.get("is_secret") is not True:
                    yield Path(file).as_posix(), entry["hashed_secret"]
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as wrong:
        raise NotScannedError(f"{BASELINE} is no baseline ({type(wrong).__name__})") from None

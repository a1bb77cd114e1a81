"""What the files around a service hold: known flaws of what it depends on, flaws of its source."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from specc.runtime.broken import Broken
from specc.runtime.redaction import redacted
from specc.runtime.security.advisories import advised, requirements
from specc.runtime.visible import one_line

ADVISORIES = "SPECC_ADVISORIES"
_ORDER = ("low", "medium", "high", "critical")
_PATIENCE = 300
"""Seconds that a scanner may take."""
_SHOWN = 20


def depends_on_nothing_known(path: Path, *, fail_on: str) -> None:
    """No pinned requirement has an advisory of that severity or worse. Raises Broken.

    The advisories are files of OSV's format in the folder that SPECC_ADVISORIES names; nothing is
    asked of the network. Skips where there are none, and where a requirement is not pinned and
    none that is has an advisory: what was not checked is no pass.
    """
    __tracebackhide__ = True
    folder = os.environ.get(ADVISORIES, "")
    if not folder:
        pytest.skip(f"not checked: {ADVISORIES} names no folder of OSV advisories")
    if not Path(folder).is_dir() or next(Path(folder).rglob("*.json"), None) is None:
        pytest.skip(f"not checked: there are no advisories in {one_line(folder)}")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        pytest.skip(f"not checked: {path.name} cannot be read ({type(wrong).__name__})")
    pinned, loose = requirements(text)
    found = [
        f"{each.name} {each.version}: {each.advisory} ({each.severity or 'severity not said'})"
        for each in advised(pinned, Path(folder))
        if _counts(each.severity, fail_on)
    ]
    _raise(found, f"{path.name} has requirements with known flaws")
    if loose:
        pytest.skip(
            f"not checked, since they pin no version: {one_line(', '.join(loose[:_SHOWN]))}"
        )


def source_is_sound(path: Path, *, fail_on: str) -> None:
    """bandit finds nothing of that severity or worse in Python files. Raises Broken.

    Skips where bandit is not installed, and where there was nothing for it to look at.
    """
    __tracebackhide__ = True
    if importlib.util.find_spec("bandit") is None:
        pytest.skip("not checked: bandit is not installed (pip install 'specc[scans]')")
    if not path.exists():
        pytest.skip(f"not checked: there is no {path.name}")
    command = [sys.executable, "-m", "bandit", "-q", "-f", "json", "-r", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
        told = json.loads(done.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError) as wrong:
        pytest.skip(f"not checked: bandit did not come to an end ({type(wrong).__name__})")
    if not any(isinstance(value, dict) and value.get("loc") for value in told["metrics"].values()):
        pytest.skip(f"not checked: {path.name} holds no Python")
    found = [
        f"{os.path.relpath(each['filename'], path.parent)}:{each['line_number']}: "
        f"{each['test_id']} {each['issue_text']} ({each['issue_severity'].lower()})"
        for each in told["results"]
        if _counts(each["issue_severity"].lower(), fail_on)
    ]
    _raise(found, f"the source in {path.name} has flaws")
    if told["errors"]:
        pytest.skip(f"not checked: {len(told['errors'])} files that cannot be read as Python")


def _counts(severity: str, fail_on: str) -> bool:
    """Whether a severity is bad enough; one that is not said may be any."""
    return severity not in _ORDER or _ORDER.index(severity) >= _ORDER.index(fail_on)


def _raise(found: list[str], said: str) -> None:
    __tracebackhide__ = True
    if found:
        more = f" (and {len(found) - _SHOWN} more)" if len(found) > _SHOWN else ""
        raise Broken(redacted(f"{said}: {one_line('; '.join(found[:_SHOWN]))}{more}"))

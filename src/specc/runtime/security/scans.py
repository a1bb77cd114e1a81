"""What the files around a service hold: flaws of what it depends on and of its source, secrets.

Each is looked at by a tool of its own. What a tool has not looked at is no pass.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from specc.runtime.broken import Broken
from specc.runtime.redaction import redacted
from specc.runtime.security.advisories import Advised, advised, requirements
from specc.runtime.security.audited import audited
from specc.runtime.security.planted import planted
from specc.runtime.security.scanners import NotScannedError, told_by
from specc.runtime.visible import one_line

ADVISORIES = "SPECC_ADVISORIES"
_ORDER = ("low", "medium", "high", "critical")
_SHOWN = 20
_WHEN_PLANTED = "high"
"""How bad a secret in a file is."""


def depends_on_nothing_known(path: Path, *, fail_on: str) -> None:
    """No pinned requirement has an advisory of that severity or worse. Raises Broken.

    The advisories are files of OSV's format in the folder that SPECC_ADVISORIES names. Without
    one, pip-audit is asked, and asks the network. Skips where neither can tell, and for each
    requirement that pins no version or was skipped: what was not checked is no pass.
    """
    __tracebackhide__ = True
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        _not_checked(f"{path.name} cannot be read ({type(wrong).__name__})")
    pinned, loose = requirements(text)
    known, skipped = _known_of(pinned)
    found = [
        f"{each.name} {each.version}: {each.advisory} ({each.severity or 'severity not said'})"
        for each in known
        if _counts(each.severity, fail_on)
    ]
    _raise(found, f"{path.name} has requirements with known flaws")
    left = [*skipped, *(f"{each} (it pins no version)" for each in loose)]
    if left:
        _not_checked(", ".join(left[:_SHOWN]))


def _known_of(pinned: list[tuple[str, str]]) -> tuple[list[Advised], list[str]]:
    """What is known of requirements, and which were skipped, and why."""
    __tracebackhide__ = True
    folder = os.environ.get(ADVISORIES, "")
    if folder:
        if not Path(folder).is_dir() or next(Path(folder).rglob("*.json"), None) is None:
            _not_checked(f"there are no advisories in {folder}")
        return list(advised(pinned, Path(folder))), []
    if importlib.util.find_spec("pip_audit") is None:
        _not_checked(
            f"{ADVISORIES} names no folder of OSV advisories, and pip-audit is not installed "
            "(pip install 'specc[scans]')"
        )
    if not pinned:
        return [], []
    try:
        return audited(pinned)
    except NotScannedError as wrong:
        _not_checked(str(wrong))


def keeps_secrets_out(path: Path, *, also: Sequence[Path], root: Path, fail_on: str) -> None:
    """No file holds a secret, as detect-secrets sees it. Raises Broken.

    `also` are looked at besides: the spec, and a `.env`. What `.secrets.baseline` in `root` knows
    is left out. Skips where detect-secrets is not installed, or comes to no result.
    """
    __tracebackhide__ = True
    if importlib.util.find_spec("detect_secrets") is None:
        _not_checked("detect-secrets is not installed (pip install 'specc[scans]')")
    if not path.exists():
        _not_checked(f"there is no {path.name}")
    try:
        found = planted(path, also, root)
    except NotScannedError as wrong:
        _not_checked(str(wrong))
    _raise(found if _counts(_WHEN_PLANTED, fail_on) else [], "there are secrets in files")


def source_is_sound(path: Path, *, fail_on: str) -> None:
    """bandit finds nothing of that severity or worse in Python files. Raises Broken.

    Skips where bandit is not installed, and where there was nothing for it to look at.
    """
    __tracebackhide__ = True
    if importlib.util.find_spec("bandit") is None:
        _not_checked("bandit is not installed (pip install 'specc[scans]')")
    if not path.exists():
        _not_checked(f"there is no {path.name}")
    try:
        told = told_by("bandit", "-q", "-f", "json", "-r", path)
    except NotScannedError as wrong:
        _not_checked(str(wrong))
    if not any(isinstance(value, dict) and value.get("loc") for value in told["metrics"].values()):
        _not_checked(f"{path.name} holds no Python")
    found = [
        f"{os.path.relpath(each['filename'], path.parent)}:{each['line_number']}: "
        f"{each['test_id']} {each['issue_text']} ({each['issue_severity'].lower()})"
        for each in told["results"]
        if _counts(each["issue_severity"].lower(), fail_on)
    ]
    _raise(found, f"the source in {path.name} has flaws")
    if told["errors"]:
        _not_checked(f"{len(told['errors'])} files that cannot be read as Python")


def _counts(severity: str, fail_on: str) -> bool:
    """Whether a severity is bad enough; one that is not said may be any."""
    return severity not in _ORDER or _ORDER.index(severity) >= _ORDER.index(fail_on)


def _not_checked(why: str) -> NoReturn:
    __tracebackhide__ = True
    pytest.skip(f"not checked: {redacted(one_line(why))}")


def _raise(found: list[str], said: str) -> None:
    __tracebackhide__ = True
    if found:
        more = f" (and {len(found) - _SHOWN} more)" if len(found) > _SHOWN else ""
        raise Broken(redacted(f"{said}: {one_line('; '.join(found[:_SHOWN]))}{more}"))

"""Requirements against a folder of OSV advisories (https://ossf.github.io/osv-schema), offline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
from packaging.version import InvalidVersion, Version

_PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*==\s*([A-Za-z0-9.!+_-]+)")
_LEVELS = {"LOW": "low", "MODERATE": "medium", "MEDIUM": "medium", "HIGH": "high"}


@attrs.frozen
class Advised:
    """A requirement that an advisory is about. `severity` is empty where it does not say one."""

    name: str
    version: str
    advisory: str
    severity: str


def requirements(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The pinned requirements of a file by name and version, and the lines that pin nothing."""
    pinned: list[tuple[str, str]] = []
    loose: list[str] = []
    for line in text.splitlines():
        plain = line.partition("#")[0].partition(";")[0].partition(" --hash")[0].strip(" \\\t")
        if not plain or plain.startswith("--hash"):
            continue
        found = _PIN.fullmatch(plain)
        if found is None:
            loose.append(plain)
        else:
            pinned.append((_normal(found[1]), found[2]))
    return pinned, loose


def advised(pinned: list[tuple[str, str]], folder: Path) -> Iterator[Advised]:
    """What the advisories of a folder say of requirements. Files that are no advisory are left."""
    wanted: dict[str, list[str]] = {}
    for name, version in pinned:
        wanted.setdefault(name, []).append(version)
    for path in sorted(folder.rglob("*.json")):
        try:
            entry = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            continue
        if not isinstance(entry, dict) or entry.get("withdrawn"):
            continue
        severity = str((entry.get("database_specific") or {}).get("severity", "")).upper()
        level = "critical" if severity == "CRITICAL" else _LEVELS.get(severity, "")
        for affected in entry.get("affected") or ():
            package = affected.get("package") or {}
            name = _normal(str(package.get("name", "")))
            if package.get("ecosystem") != "PyPI" or name not in wanted:
                continue
            for version in wanted[name]:
                if _is_affected(version, affected):
                    yield Advised(name, version, str(entry.get("id", path.stem)), level)


def _is_affected(version: str, affected: Mapping[str, Any]) -> bool:
    if version in (affected.get("versions") or ()):
        return True
    return any(
        _within(version, each.get("events") or [])
        for each in affected.get("ranges") or ()
        if each.get("type") == "ECOSYSTEM"
    )


def _within(version: str, events: list[Mapping[str, str]]) -> bool:
    """Whether a version lies between an `introduced` and what ends it, in their order."""
    inside = False
    try:
        here = Version(version)
        for event in events:
            if "introduced" in event:
                start = event["introduced"]
                inside = inside or start == "0" or here >= Version(start)
            if "fixed" in event:
                inside = inside and here < Version(event["fixed"])
            if "last_affected" in event:
                inside = inside and here <= Version(event["last_affected"])
    except InvalidVersion:
        return False
    return inside


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

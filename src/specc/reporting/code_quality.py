"""What is broken as a Code Quality report, which GitLab shows at the line of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from specc.reporting.story import Story, Told

_SEVERITIES: Mapping[str, str] = {
    "critical": "blocker",
    "high": "critical",
    "medium": "major",
    "low": "minor",
}


def report(story: Story) -> str:
    """The report: Code Climate's format, as far as GitLab reads it."""
    return json.dumps([_issue(told) for told in story.broken], indent=2) + "\n"


def _issue(told: Told) -> dict[str, object]:
    file, _, line = told.place.rpartition(":")
    finding = told.finding
    lines = (told.message or told.reason or "it does not hold").splitlines()
    said = f"{told.id}: {finding.said}" if finding is not None else lines[0]
    return {
        "description": said,
        "check_name": finding.rule if finding is not None else "obligation",
        "fingerprint": _fingerprint(told, file),
        "severity": _SEVERITIES.get(finding.severity, "major") if finding is not None else "major",
        "location": {
            "path": (file or told.place).removeprefix("./"),
            "lines": {"begin": max(1, int(line)) if line.isascii() and line.isdecimal() else 1},
        },
    }


def _fingerprint(told: Told, file: str) -> str:
    """The same for the same issue in each run, whatever its line and the values of the run."""
    where = told.finding.where if told.finding is not None else ""
    text = "\0".join((file, told.id, where))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

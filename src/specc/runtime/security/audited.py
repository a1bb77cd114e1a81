"""Requirements as pip-audit judges them: it asks PyPI, so it takes a network."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from specc.runtime.security.advisories import Advised
from specc.runtime.security.scanners import told_by


def audited(pinned: Sequence[tuple[str, str]]) -> tuple[list[Advised], list[str]]:
    """What is known of pinned requirements, and those that were skipped, each with the reason.

    Without a network pip-audit ends well with all of them skipped. Raises NotScannedError.
    """
    with tempfile.TemporaryDirectory(prefix="specc-audit-") as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text("".join(f"{name}=={version}\n" for name, version in pinned))
        options = ("--format", "json", "--progress-spinner", "off", "--desc", "off")
        told = told_by("pip_audit", "-r", listed, "--no-deps", "--disable-pip", *options)
    entries = told.get("dependencies") if isinstance(told, dict) else None
    known: list[Advised] = []
    skipped: list[str] = []
    seen: set[str] = set()
    for entry in entries or ():
        name = str(entry.get("name", ""))
        if "skip_reason" in entry:
            skipped.append(f"{name} ({entry['skip_reason']})")
            continue
        seen.add(name.lower().replace("_", "-"))
        version = str(entry.get("version", ""))
        known += [
            Advised(name, version, str(flaw.get("id")), "") for flaw in entry.get("vulns") or ()
        ]
    named = {each.partition(" ")[0].lower().replace("_", "-") for each in skipped}
    unsaid = [name for name, _ in pinned if name not in seen | named]
    return known, [*skipped, *(f"{name} (pip-audit does not mention it)" for name in unsaid)]

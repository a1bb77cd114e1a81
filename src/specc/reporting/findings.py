"""The security findings of a run as a section of its page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from specc.reporting.story import SEVERITIES, Finding, Told


def findings(found: Sequence[tuple[Told, Finding]]) -> str:
    """The section; nothing where there are none. They come in order, the gravest first."""
    if not found:
        return ""
    counts = {
        severity: sum(each.severity == severity for _, each in found) for severity in SEVERITIES
    }
    said = ", ".join(f"{count:,} {severity}" for severity, count in counts.items() if count)
    cards = "".join(_card(told, finding) for told, finding in found)
    return (
        f'<section class="found"><h2>Security findings<small>{escape(said)}</small></h2>'
        f"{cards}</section>"
    )


def _card(told: Told, finding: Finding) -> str:
    severity = finding.severity if finding.severity in SEVERITIES else "high"
    facts = [told.id, told.place, finding.where, f"CWE-{finding.cwe}" if finding.cwe else ""]
    facts.append(f"OWASP {finding.owasp}" if finding.owasp else "")
    listed = "".join(f"<li>{escape(fact)}</li>" for fact in facts if fact)
    again = "".join(f"<pre>{escape(command)}</pre>" for command in finding.again)
    commands = f"<h4>Again</h4>{again}" if again else ""
    remedy = f"<p><b>Remedy</b> {escape(finding.remedy)}</p>" if finding.remedy else ""
    return (
        f'<article class="finding {severity}" data-state="{told.state}">'
        f"<h3><b>{escape(severity)}</b>{escape(finding.title or finding.rule)}</h3>"
        f'<ul class="facts">{listed}</ul><p>{escape(finding.said)}</p>{remedy}'
        f"<details><summary>Evidence</summary><pre>{escape(told.message)}</pre>{commands}"
        "</details></article>"
    )

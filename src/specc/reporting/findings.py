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
    by_rule: dict[tuple[str, str], list[tuple[Told, Finding]]] = {}
    for told, finding in found:
        by_rule.setdefault((finding.severity, finding.rule), []).append((told, finding))
    cards = "".join(_card(each) for each in by_rule.values())
    return (
        f'<section class="found"><h2>Security findings<small>{escape(said)}</small></h2>'
        f"{cards}</section>"
    )


def _card(alike: Sequence[tuple[Told, Finding]]) -> str:
    """A rule, and each place where it is broken."""
    told, finding = alike[0]
    severity = finding.severity if finding.severity in SEVERITIES else "high"
    facts = [finding.rule, f"CWE-{finding.cwe}" if finding.cwe else ""]
    facts.append(f"OWASP {finding.owasp}" if finding.owasp else "")
    remedy = f"<p><b>Remedy</b> {escape(finding.remedy)}</p>" if finding.remedy else ""
    count = f"<small>{len(alike):,} times</small>" if len(alike) > 1 else ""
    return (
        f'<article class="finding {severity}" data-state="{told.state}">'
        f"<h3><b>{escape(severity)}</b>{escape(finding.title or finding.rule)}{count}</h3>"
        f"{_facts(facts)}{remedy}{''.join(_place(*each) for each in alike)}</article>"
    )


def _place(told: Told, finding: Finding) -> str:
    again = "".join(f"<pre>{escape(command)}</pre>" for command in finding.again)
    commands = f"<h4>Again</h4>{again}" if again else ""
    return (
        f"<details><summary>{escape(finding.said or told.reason or told.id)}"
        f"{_facts((told.id, finding.where, told.place))}</summary>"
        f"<h4>Evidence</h4><pre>{escape(told.message)}</pre>{commands}</details>"
    )


def _facts(facts: Sequence[str]) -> str:
    listed = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    return f'<span class="facts">{listed}</span>'

"""Waivers: what need not hold for now has a reason in place of a test."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from specc.diagnostics.suggest import did_you_mean
from specc.ir import nodes
from specc.plan.changes import Change
from specc.plan.derive.finding import Finding


def waived(
    endpoint: nodes.Endpoint, findings: list[Finding], others: Iterable[str]
) -> list[Finding]:
    """The findings; those that a waiver is about have its reason, and no test.

    A waiver that is about none of them, nor of the ids in `others` that were seen to elsewhere, is
    a finding of its own: what it names may be misspelt.
    """
    if not endpoint.waivers:
        return findings
    kept: list[Finding] = []
    named: list[str] = []
    used: set[nodes.Waiver] = set()

    def waiver_of(identifier: str) -> nodes.Waiver | None:
        below = identifier.removeprefix(f"{endpoint.name}.")
        named.append(below)
        found = next((waiver for waiver in endpoint.waivers if waiver.covers(below)), None)
        if found is not None:
            used.add(found)
        return found

    for identifier in others:
        waiver_of(identifier)
    for found in findings:
        test = found.test
        if test is None or not test.changes:
            waiver = waiver_of(found.id)
            kept.append(found if waiver is None else _not_held(found, found.id, waiver))
            continue
        left: list[Change] = []
        for change in test.changes:
            identifier = f"{found.id}.{change.label}"
            waiver = waiver_of(identifier)
            if waiver is None:
                left.append(change)
            else:
                kept.append(_not_held(found, identifier, waiver))
        if left:
            kept.append(attrs.evolve(found, test=attrs.evolve(test, changes=tuple(left))))
    idle = [waiver for waiver in endpoint.waivers if waiver not in used]
    return [*kept, *(_idle(endpoint, waiver, named) for waiver in idle)]


def _not_held(found: Finding, identifier: str, waiver: nodes.Waiver) -> Finding:
    return attrs.evolve(
        found,
        id=identifier,
        place=waiver.place,
        test=None,
        reason=reason_of(waiver),
        waived=True,
    )


def reason_of(waiver: nodes.Waiver) -> str:
    """Why an obligation need not hold, and for how long."""
    until = f"until {waiver.until}: " if waiver.until else ""
    return f"{until}{waiver.reason}"


def _idle(endpoint: nodes.Endpoint, waiver: nodes.Waiver, named: list[str]) -> Finding:
    near = did_you_mean(waiver.obligation, named)
    hint = f"did you mean `{near}`?" if near else "`specc plan` lists them"
    return Finding(
        f"{endpoint.name}.waiver.{waiver.obligation}",
        "waiver",
        waiver.place,
        "the waiver is about an obligation",
        reason=f"the waiver covers nothing: `{endpoint.name}` has no obligation "
        f"`{waiver.obligation}`; {hint}",
    )

"""Load profiles as a part of a run: what they require is judged beside all other obligations."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

import attrs

from specc.driver.load_profiles import Profile
from specc.driver.loading import LoadOptions, LoadRun, run_to_report
from specc.driver.running.results import GRAVITY, Loaded, Outcome, Result, SuiteResult
from specc.driver.running.selection import matching

Which: TypeAlias = Literal["none", "smoke", "all"]
SMOKE = "smoke"
"""The tag of profiles that every run includes."""
_UNREACHED = 3


def chosen(
    profiles: Sequence[Profile],
    which: Which,
    only: Sequence[str],
    ids: frozenset[str] | None = None,
) -> list[Profile]:
    """The profiles that a run includes: of those that judge an obligation that is wanted.

    What is wanted is said by patterns, or by ids.
    """
    return [
        each
        for each in profiles
        if (which == "all" or (which == "smoke" and SMOKE in each.tags))
        and (not only or matching(each.obligations, only))
        and (ids is None or not ids.isdisjoint(each.obligations))
    ]


def with_load(
    before: SuiteResult, output: str, profiles: Sequence[Profile], options: LoadOptions, folder: str
) -> SuiteResult:
    """A suite's result with what its profiles came to. They run one after the other."""
    result = before
    for profile in profiles:
        if not result.is_whole:
            break
        told = run_to_report(
            output,
            before.suite,
            attrs.evolve(options, profile=profile.name, report=folder, quiet=True),
        )
        result = _after(result, profile, told, folder)
    return result


def _after(before: SuiteResult, profile: Profile, told: LoadRun, folder: str) -> SuiteResult:
    report = _read(os.path.join(folder, f"{profile.name}.json"))
    results = attrs.evolve(
        before,
        seconds=before.seconds + told.seconds,
        interrupted=before.interrupted or told.interrupted,
    )
    if report is not None:
        return judged(results, profile, report, told.seconds)
    words = told.printed.strip().splitlines()
    reason = words[-1].removeprefix("specc load: ") if words else f"it ended with {told.code}"
    if told.code == _UNREACHED:
        return attrs.evolve(results, unreachable=(*before.unreachable, reason))
    if told.interrupted:
        return results
    return attrs.evolve(
        results, trouble=f"the load profile {profile.name} could not be run\n{told.printed.strip()}"
    )


def judged(
    before: SuiteResult, profile: Profile, report: Mapping[str, Any], seconds: float
) -> SuiteResult:
    """A suite's result with what a profile's report says, of a run that took so many seconds."""
    found = {each["id"]: each for each in report["thresholds"]}
    return attrs.evolve(
        before,
        results=tuple(_graver(each, profile, report, found, seconds) for each in before.results),
        left_behind=(*before.left_behind, *_left(profile, report)),
        loads=(*before.loads, Loaded(profile.name, report)),
    )


def _read(place: str) -> dict[str, Any] | None:
    try:
        with open(place, encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _left(profile: Profile, report: Mapping[str, Any]) -> list[str]:
    created = report.get("created")
    if not created or created["kept"] or not created["remaining"]:
        return []
    reasons = "; ".join(created["left"]) or created["ended"] or "the run ended before it could be"
    return [f"{created['remaining']:,} things of the load profile {profile.name}: {reasons}"]


def _graver(
    before: Result,
    profile: Profile,
    report: Mapping[str, Any],
    judged: Mapping[str, Mapping[str, Any]],
    seconds: float,
) -> Result:
    """What an obligation came to; of several profiles that judge it, the gravest counts."""
    found = judged.get(before.obligation)
    if found is None or before.outcome == "waived":
        return before
    doubts = report["doubts"]
    outcome: Outcome
    message = reason = ""
    match found["outcome"]:
        case "broken":
            outcome = "broken"
            message = f"{found['text']}: {found['said']}, under the load profile {profile.name}"
            message += "".join(f"\nthe run is invalid: {doubt}" for doubt in doubts)
        case "held" if doubts:
            outcome = "error"
            message = f"the load profile {profile.name} says nothing: {'; '.join(doubts)}"
        case "held" if report["ended_early"]:
            outcome, reason = "not_run", f"{profile.name} ended early: {report['ended_early']}"
        case "held":
            outcome = "held"
        case _:
            outcome, reason = "not_run", str(found["reason"])
    judged_before = before.outcome != "not_run"
    if judged_before and GRAVITY[before.outcome] >= GRAVITY[outcome]:
        return before
    return attrs.evolve(before, outcome=outcome, reason=reason, message=message, seconds=seconds)

"""What runs have seen of endpoints, as the coverage looks at it; and how it outlives them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from specc.coverage.seen import EndpointSeen, SuiteSeen, both
from specc.driver import fresh
from specc.driver.running.events import Event
from specc.driver.running.results import SuiteResult

FORMAT = 2


def seen_in(events: Iterable[Event]) -> dict[str, EndpointSeen]:
    """What the processes of a run have seen, put together."""
    found: dict[str, EndpointSeen] = {}
    for event in events:
        if event.get("event") == "witness":
            name = str(event.get("endpoint"))
            found[name] = both(found.get(name), _read(event))
    return found


def remember(output: str, suites: Iterable[SuiteResult], *, whole: bool) -> None:
    """Keep what a run has seen for `specc coverage`.

    A run of all obligations takes the place of what was known; a part of them adds to it.
    """
    known = recall(output)
    for suite in suites:
        outcomes: dict[str, str] = {each.obligation: each.outcome for each in suite.results}
        reasons = {
            each.obligation: each.reason or each.message.partition("\n")[0]
            for each in suite.results
            if each.outcome in ("not_run", "error")
        }
        before = None if whole else known.get(suite.suite)
        if before is not None:
            kept = {name: why for name, why in before["reasons"].items() if name not in outcomes}
            outcomes, reasons = {**before["outcomes"], **outcomes}, {**kept, **reasons}
        endpoints = dict(before["endpoints"]) if before is not None else {}
        for name, seen in suite.seen.items():
            endpoints[name] = both(endpoints.get(name), seen)
        known[suite.suite] = SuiteSeen(outcomes=outcomes, reasons=reasons, endpoints=endpoints)
    data = {"format": FORMAT, "identity": fresh.identity(output), "suites": known}
    fresh.write_quietly(_place(output), json.dumps(data).encode("utf-8"))


def recall(output: str) -> dict[str, SuiteSeen]:
    """What is known by suite; nothing where there was no run, or its record is lost."""
    try:
        with open(_place(output), encoding="utf-8") as file:
            data = json.load(file)
        if data["format"] == FORMAT and data["identity"] == fresh.identity(output):
            suites: dict[str, SuiteSeen] = data["suites"]
            return suites
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {}


def _place(output: str) -> str:
    return fresh.place(f"seen-{fresh.record_name(output)}.json")


def _read(event: Mapping[str, Any]) -> EndpointSeen:
    callers: dict[str, dict[str, int]] = {}
    for actor, status, count in event.get("callers") or ():
        callers.setdefault(actor, {})[str(status)] = count
    answered = {str(status): dict(shapes) for status, shapes in event.get("answered") or ()}
    return EndpointSeen(callers=callers, sent=dict(event.get("sent") or ()), answered=answered)

"""What runs have seen of a suite. Plain dicts, as they come out of a report or a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict


class EndpointSeen(TypedDict):
    """What was seen of one endpoint. Shapes are the sets of keys that objects had, by place."""

    callers: dict[str, dict[str, int]]
    """How often each actor got each status."""
    sent: dict[str, list[list[str]]]
    answered: dict[str, dict[str, list[list[str]]]]
    """By status."""


class SuiteSeen(TypedDict):
    """What was seen of one suite, and how its obligations ended."""

    outcomes: dict[str, str]
    reasons: dict[str, str]
    """Why obligations were not put to the test."""
    endpoints: dict[str, EndpointSeen]


def both(one: EndpointSeen | None, other: EndpointSeen) -> EndpointSeen:
    """What two runs, or two processes of one, have seen together."""
    if one is None:
        return other
    callers = {actor: dict(statuses) for actor, statuses in one["callers"].items()}
    for actor, statuses in other["callers"].items():
        mine = callers.setdefault(actor, {})
        for status, count in statuses.items():
            mine[status] = mine.get(status, 0) + count
    answered = dict(one["answered"])
    for status, shapes in other["answered"].items():
        answered[status] = _shapes(answered.get(status, {}), shapes)
    return EndpointSeen(
        callers=callers, sent=_shapes(one["sent"], other["sent"]), answered=answered
    )


def _shapes(
    one: Mapping[str, list[list[str]]], other: Mapping[str, list[list[str]]]
) -> dict[str, list[list[str]]]:
    both = dict(one)
    for place, keys in other.items():
        known = both.get(place, [])
        both[place] = [*known, *(each for each in keys if each not in known)]
    return both

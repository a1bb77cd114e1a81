"""What a request that is not valid may be answered with."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from specc.ir import nodes
from specc.plan.changes import Change

REJECTING = frozenset({400, 406, 413, 414, 415, 416, 422, 431})
"""Statuses that are about the request itself, whoever sends it and whatever is there."""
_OF_STATE = frozenset([402, 409, 423])
"""Statuses that are about what is there, and not about the request."""
SIZES = frozenset(["very_long", "very_many", "nested"])
"""The kinds of changes that are about size."""
NO_TEXT = frozenset(["nul", "not_utf8"])
"""The kinds of changes that make a path which some servers do not even read."""


@attrs.frozen
class Answers:
    """The statuses that hold, the contract of the body if it is one, and the line that says so."""

    statuses: tuple[int | str, ...]
    contract: str | None
    place: str


def promised(returned: nodes.Return) -> Answers:
    """What a `returns` promises."""
    return Answers((returned.status,), returned.contract, returned.place)


def to_invalid(endpoint: nodes.Endpoint, what: str, place_in: str) -> Answers | None:
    """What an invalid body (`what` and `place_in` are both "body") or parameter is answered with.

    What a condition promises; else any 4xx that the endpoint declares, if it declares one that can
    be meant. None where it declares none: then nothing says that it is refused.
    """
    returned = endpoint.when("invalid", what)
    if returned is None and place_in == "query":
        returned = endpoint.when("invalid", "query")
    if returned is None and place_in == "body":
        returned = endpoint.when("invalid", None)
    if returned is not None:
        return promised(returned)
    if place_in == "header" and conditional(what):
        return None
    for item in endpoint.returns:
        if not 400 <= item.status < 500:
            continue
        of_path = place_in == "path"
        meant = item.status in REJECTING or (of_path and item.status in (404, 410))
        kinds = {condition.kind for condition in item.conditions}
        unknown = of_path and any(
            condition.kind == "unknown" and condition.parameter == what
            for condition in item.conditions
        )
        if unknown or (meant and (not kinds or "invalid" in kinds)):
            return Answers(("4xx",), None, endpoint.place)
    return None


def to_unreadable(endpoint: nodes.Endpoint) -> Answers | None:
    """What a body is answered with that is not even JSON; None where nothing is said of it.

    What `body malformed` promises. Without that it is invalid, and as many frameworks tell the two
    apart, a 400 that is declared without a condition will do as well.
    """
    returned = endpoint.when("malformed", "body")
    if returned is not None:
        return promised(returned)
    answers = to_invalid(endpoint, "body", "body")
    if answers is None or {400, "4xx"} & set(answers.statuses):
        return answers
    if any(item.status == 400 and not item.conditions for item in endpoint.returns):
        return attrs.evolve(answers, statuses=(*answers.statuses, 400), contract=None)
    return answers


def unexplained(endpoint: nodes.Endpoint) -> tuple[int, ...]:
    """The statuses with which a valid call may be refused for what the spec has no words for.

    409 and its like, where they are declared without a condition: a thing's state may be in the
    way. So may 422 be, where the spec says another status for what is invalid.
    """
    promised_ones = {
        item.status
        for item in endpoint.returns
        if any(condition.kind == "invalid" for condition in item.conditions)
    }
    return tuple(
        item.status
        for item in endpoint.returns
        if not item.conditions
        and (
            item.status in _OF_STATE
            or (item.status == 422 and promised_ones and 422 not in promised_ones)
        )
    )


def asks_who(endpoint: nodes.Endpoint) -> bool:
    """Whether a call is a login: it takes a secret, does nothing, and may be answered 401."""
    return (
        endpoint.open
        and not endpoint.effects
        and bool(endpoint.secret)
        and any(item.status == 401 and not item.conditions for item in endpoint.returns)
    )


def conditional(header: str) -> bool:
    """Whether a header asks for something under a condition. One that is no good is as none."""
    return header.lower().startswith("if-") or header.lower() == "range"


def besides(
    endpoint: nodes.Endpoint, changes: Iterable[Change], too_large: tuple[int, ...]
) -> tuple[int | str, ...]:
    """The statuses that hold though they are not declared: what stands in front may say them.

    Those of `too_large` where a change is of size, 404 where a path is another one, since what
    chooses by paths may know of none, and 400 where it is no text.
    """
    found: list[int] = []
    for change in changes:
        kind = change.label.rpartition(".")[2]
        if kind in SIZES:
            found.extend(too_large)
        if change.label.startswith("path."):
            found.extend((404, 400) if kind in NO_TEXT else (404,))
    return tuple(status for status in dict.fromkeys(found) if lacks(endpoint, status))


def lacks(endpoint: nodes.Endpoint, status: int) -> bool:
    """Whether a status is not declared."""
    return all(item.status != status for item in endpoint.returns)

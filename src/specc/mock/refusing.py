"""Refusals: which of the declared answers says so, and what it holds."""

from __future__ import annotations

from typing import Any

from specc.ir.nodes import Endpoint, Return
from specc.mock.call import ABSENT, Call, Refusal, Reply
from specc.mock.composing import Composer
from specc.mock.headers import declared
from specc.mock.state import State
from specc.mock.values import NoValueError
from specc.semantics.types import Record

_OF_OTHERS = (401, 412, 429)
"""Statuses that clients take for a reason of their own."""
_STATUS = ("status", "code", "statusCode", "status_code")
_REASONS = ("detail", "message", "error", "title", "reason", "description")


def refuse(state: State, call: Call, refusal: Refusal) -> Reply:
    """The answer to a call that is not done."""
    status, returned = answer_for(call.endpoint, refusal)
    if returned is None:
        value = {"status": status, "title": refusal.reason}
        return Reply(status, value, "application/problem+json")
    return reply_with(state, call, returned, refusal.reason)


def answer_for(endpoint: Endpoint, refusal: Refusal) -> tuple[int, Return | None]:
    """The status of a refusal, and the return that declares it, if one does."""
    if refusal.kind == "fault":
        return refusal.statuses[0], None
    for kind, parameter in _conditions(endpoint, refusal):
        found = endpoint.when(kind, parameter)
        if found is not None:
            return found.status, found
    declared_ones = [item for item in endpoint.returns if item.status >= 400]
    free = [item for item in declared_ones if not item.conditions]
    for group in (free, declared_ones):
        for status in refusal.statuses:
            for item in group:
                if item.status == status:
                    return status, item
    for item in free:
        if item.status < 500:
            return item.status, item
    if refusal.kind in ("invalid", "malformed"):
        return _otherwise(endpoint, refusal)
    return refusal.statuses[0], None


def _otherwise(endpoint: Endpoint, refusal: Refusal) -> tuple[int, Return | None]:
    """What is invalid where nothing says so is answered with what is declared all the same."""
    refusals = [item for item in endpoint.returns if 400 <= item.status < 500]
    refusals.sort(key=lambda item: item.status in _OF_OTHERS)
    for item in (*refusals, endpoint.success):
        if item is not None:
            return item.status, item
    return refusal.statuses[0], None


def _conditions(endpoint: Endpoint, refusal: Refusal) -> list[tuple[str, str | None]]:
    name = refusal.parameter
    place = next((item.place_in for item in endpoint.parameters if item.name == name), "body")
    match refusal.kind:
        case "invalid" if place == "query":
            return [("invalid", name), ("invalid", "query")]
        case "malformed":
            return [("malformed", name), ("invalid", name)]
        case "invalid path":
            return [("invalid", name), ("unknown", name)]
        case "anonymous" | "forbidden" | "rate exceeded":
            return [(refusal.kind, None)]
        case "deleted" | "repeated" | "stale" | "blocked":
            return [(refusal.kind, None)]
        case "stranger":
            return [("forbidden", None), ("unknown", name), ("deleted", None)]
        case kind:
            return [(kind, name)]


def reply_with(state: State, call: Call, returned: Return, reason: str) -> Reply:
    """An answer of a declared kind that tells a reason, where its type has room for one."""
    try:
        headers = tuple(declared(state, call, returned))
    except NoValueError:
        headers = ()
    if returned.form == "none":
        return Reply(returned.status, ABSENT, None, headers, returned)
    media = returned.media or ("application/json" if returned.form == "json" else None)
    if returned.form == "text":
        return Reply(
            returned.status, reason, media or "text/plain; charset=utf-8", headers, returned
        )
    if returned.form == "bytes":
        return Reply(
            returned.status, reason.encode(), media or "application/octet-stream", headers, returned
        )
    value = told(state, call, returned, reason)
    return Reply(returned.status, value, media, headers, returned)


def told(state: State, call: Call, returned: Return, reason: str) -> Any:
    """The body of an error: its status and reason in the fields that are called so."""
    if returned.type is None:
        return {"status": returned.status, "title": reason}
    record = state.types.body_of(returned.type)
    if not isinstance(record, Record):
        return Composer(state, call, {}).compose(returned.type)
    made: dict[str, Any] = {}
    for item in record.properties:
        candidates: list[Any] = []
        if item.name in _STATUS:
            candidates.append(returned.status)
        if item.name.lower() in _REASONS:
            candidates.append(reason)
        if "path" in item.name.lower():
            candidates.append(call.request.path)
        fitting = [value for value in candidates if state.types.fits(value, item.type)]
        if fitting:
            made[item.name] = fitting[0]
        elif not (item.optional or item.writeonly or item.secret):
            made[item.name] = state.maker.field(item)
    return made

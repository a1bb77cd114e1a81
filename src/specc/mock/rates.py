"""How often a call may be made, where a security block says so."""

from __future__ import annotations

from collections import deque

from specc.mock.access import ACCOUNTS
from specc.mock.call import Call, Refusal
from specc.mock.defects import Quirk
from specc.mock.state import State


def too_many(state: State, call: Call) -> Refusal | None:
    """A refusal where the limit is reached; else the call is counted, but for logins.

    A limit of logins is for those who guess: `count_failure` counts those that fail.
    """
    for key, count, seconds in _limits(state, call):
        times = state.world.rates.setdefault(key, deque())
        now = state.clock()
        while times and times[0] <= now - seconds:
            times.popleft()
        if len(times) >= count:
            if not state.defects.on(Quirk.NO_RATE_LIMIT, call.endpoint.name):
                return Refusal("rate exceeded", None, (429, 503), "too many calls: wait a while")
        elif call.endpoint.name not in state.identities.logins:
            times.append(now)
    return None


def count_failure(state: State, call: Call) -> None:
    """Note that someone has failed to log in."""
    for key, _, _ in _limits(state, call):
        state.world.rates.setdefault(key, deque()).append(state.clock())


def _limits(state: State, call: Call) -> list[tuple[tuple[str, str], int, float]]:
    if call.endpoint.when("rate exceeded") is None:
        return []
    return [
        ((call.endpoint.name, _counted_for(call, limit.per)), limit.count, limit.seconds)
        for limit in state.suite.rate_limits
        if limit.endpoint == call.endpoint.name
    ]


def _counted_for(call: Call, per: str) -> str:
    match per:
        case "account":
            fields = call.body if isinstance(call.body, dict) else {}
            named = next((str(fields[name]) for name in ACCOUNTS if name in fields), None)
            return named or _caller(call)
        case "actor":
            return _caller(call)
        case _:
            return "everyone"


def _caller(call: Call) -> str:
    return "nobody" if call.principal is None else f"{call.principal.actor} {id(call.principal)}"

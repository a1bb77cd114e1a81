"""A call is answered: one check after the other, and then what it is for is done."""

from __future__ import annotations

from typing import Any

from specc.ir.nodes import Return
from specc.mock import access, bodies, changing, moving, parameters, rates, versions
from specc.mock.call import ABSENT, Call, Refusal, Reply
from specc.mock.defects import Quirk
from specc.mock.doing import apply
from specc.mock.refusing import refuse, reply_with
from specc.mock.replying import reply_to, success
from specc.mock.state import State
from specc.mock.world import Thing

CHECKS = (
    access.who,
    access.role,
    parameters.read_parameters,
    parameters.unknown_plain,
    access.things,
    access.owner,
    access.meant,
    bodies.body_problem,
    rates.too_many,
    versions.stale,
    moving.blocked,
)
"""Each may refuse a call; what is wrong with several things is told of the first."""


def answer(state: State, call: Call, unreadable: Refusal | None) -> Reply:
    """The answer to a call whose body could be read, or not."""
    refusal = None
    for check in CHECKS:
        if check is bodies.body_problem and unreadable is not None:
            refusal = unreadable
        else:
            refusal = check(state, call)
        if refusal is not None:
            break
    if refusal is None:
        refusal = _login(state, call)
    if refusal is not None:
        if state.defects.on(Quirk.FAILED_CALL_WRITES, call.endpoint.name):
            _write_anyway(state, call)
        return refuse(state, call, refusal)
    if versions.unchanged(state, call):
        returned = call.endpoint.when("unchanged")
        assert returned is not None
        return reply_with(state, call, returned, "it is unchanged")
    return _done(state, call)


def _login(state: State, call: Call) -> Refusal | None:
    name = call.endpoint.name
    if name not in state.identities.logins or state.identities.accepts(call):
        return None
    if state.defects.on(Quirk.TRUSTS_ANY_LOGIN, name):
        return None
    rates.count_failure(state, call)
    return Refusal("refused", None, (401, 403, 400, 422, 404), "nobody is known by that")


def _write_anyway(state: State, call: Call) -> None:
    """What a refused call must not do: change the thing that it names, or what there is of it."""
    thing = call.subject
    for effect in call.endpoint.effects:
        if effect.kind == "updates" and thing is not None and isinstance(call.body, dict):
            changing.update(state, call, effect, thing)
            changing.taught(state, call, thing, effect.at or ())
        elif effect.kind == "deletes" and thing is not None:
            state.world.delete(thing)
        elif effect.kind == "creates" and isinstance(call.body, dict):
            state.world.add(changing.creation(state, call, effect))


def _done(state: State, call: Call) -> Reply:
    """Do what a call is for, and answer it."""
    endpoint = call.endpoint
    returned = success(call)
    if returned is None:
        return Reply(200, ABSENT, None)
    repeated = endpoint.when("repeated")
    creates = endpoint.effect("creates")
    existing = None if creates is None else changing.as_known(state, call, creates)
    refusal = versions.exists_already(call, existing)
    if refusal is None and existing is not None:
        returned, refusal = _again(state, call, existing, returned)
    elif repeated is not None and _was_done(state, call):
        if repeated.status >= 400:
            refusal = Refusal("repeated", None, (409,), "that was done before")
        else:
            returned = repeated
    fails_again = state.defects.on(Quirk.FAILS_WHEN_REPEATED, endpoint.name)
    if refusal is None and fails_again and call.key in state.world.calls:
        refusal = Refusal("fault", None, (500,), "something went wrong")
    if refusal is not None:
        return refuse(state, call, refusal)
    placed: dict[tuple[str, ...], Any] = {}
    headers: list[tuple[str, str]] = []
    for effect in endpoint.effects:
        apply(state, call, effect, existing, placed, headers)
    state.world.calls[call.key] = call.made
    reply = reply_to(state, call, returned, placed, headers)
    state.identities.recorded(call, reply.value)
    return reply


def _was_done(state: State, call: Call) -> bool:
    if state.defects.on(Quirk.IGNORES_REPETITION, call.endpoint.name):
        return False
    made = state.world.calls.get(call.key)
    return call.key in state.world.calls and (made is None or made.alive)


def _again(
    state: State, call: Call, existing: Thing, returned: Return
) -> tuple[Return, Refusal | None]:
    """What becomes of a call that would make what is there already."""
    endpoint = call.endpoint
    repeated = endpoint.when("repeated")
    mine = call.principal is not None and existing.owner is call.principal
    if state.defects.on(Quirk.IGNORES_REPETITION, endpoint.name):
        return returned, None
    if repeated is not None and repeated.status < 400:
        if mine or existing.owner is None:
            return repeated, None
        return returned, Refusal("stranger", None, (403, 409, 401), "it is not yours")
    if mine and endpoint.method == "PUT":
        other = next((item for item in endpoint.returns if item.status == 200), returned)
        return other, None
    return returned, Refusal("repeated", None, (409, 422, 400, 401), "there is one already")

"""The states of things: what `moves` says of an endpoint is done, and nothing else."""

from __future__ import annotations

from specc.mock.call import Call, Refusal
from specc.mock.defects import Quirk
from specc.mock.state import State
from specc.mock.world import Thing
from specc.plan.states import States, states_of, target_field

BLOCKED = (409, 422, 400, 403)


def blocked(state: State, call: Call) -> Refusal | None:
    """A refusal where a thing's state does not lead to the one that is asked for."""
    found = _asked(state, call)
    if found is None:
        return None
    states, thing, target = found
    here = thing.value.get(states.field)
    if here in states.sources(call.endpoint, target):
        return None
    if state.defects.on(Quirk.IGNORES_STATE, call.endpoint.name):
        return None
    return Refusal("blocked", None, BLOCKED, f"it is {here}, which does not become {target}")


def target_of(state: State, call: Call) -> tuple[str, str] | None:
    """The field and the state that a call brings a thing into, if it does."""
    found = _asked(state, call)
    if found is None:
        return None
    states, thing, target = found
    if state.defects.on(Quirk.KEEPS_STATE, call.endpoint.name):
        target = str(thing.value.get(states.field))
    return states.field, target


def begin(state: State, thing: Thing) -> None:
    """Have a new thing be in the first of its states."""
    for endpoint in state.suite.endpoints:
        states = states_of(state.suite, endpoint)
        if states is not None and states.contract == thing.contract:
            thing.value[states.field] = states.initial


def _asked(state: State, call: Call) -> tuple[States, Thing, str] | None:
    """The states, the thing, and the state that a call asks for, if it asks for one."""
    states = states_of(state.suite, call.endpoint)
    thing = None if states is None else call.things.get(states.contract)
    if states is None or thing is None:
        return None
    name = target_field(call.endpoint, state.suite.names, state.suite.definitions)
    if name is not None:
        target = call.body.get(name) if isinstance(call.body, dict) else None
        return (states, thing, target) if isinstance(target, str) else None
    here = thing.value.get(states.field)
    moves = call.endpoint.moves
    fitting = next((item.to for item in moves if here in item.states), moves[0].to)
    return states, thing, fitting

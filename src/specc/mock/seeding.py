"""Things that are there before anybody has made one, for data to look at."""

from __future__ import annotations

from specc.ir.nodes import Endpoint
from specc.mock import changing
from specc.mock.access import selects
from specc.mock.call import Call
from specc.mock.state import State
from specc.mock.values import NoValueError
from specc.mock.world import Principal
from specc.serving.wire import Request

_NOBODY = Request("POST", "/", "", {}, b"", True)


def seed_things(state: State, count: int) -> None:
    """Make `count` things of each contract that something creates, parents before children."""
    if count <= 0:
        return
    state.maker.full = True
    waiting = {
        effect.contract: endpoint
        for endpoint in reversed(tuple(state.endpoints.values()))
        for effect in endpoint.effects
        if effect.kind == "creates"
    }
    progress = True
    while waiting and progress:
        progress = False
        for contract, endpoint in list(waiting.items()):
            needed = {
                item.feed.contract
                for item in endpoint.parameters
                if item.feed is not None and selects(state, endpoint, item)
            }
            if needed & set(waiting) - {contract}:
                continue
            del waiting[contract]
            progress = True
            for _ in range(count):
                _make(state, endpoint, needed)
    state.maker.full = False


def _make(state: State, endpoint: Endpoint, needed: set[str]) -> None:
    effect = endpoint.effect("creates")
    if effect is None:
        return
    call = Call(endpoint, _NOBODY, "", {}, principal=_someone(state, endpoint))
    for contract in needed:
        things = list(state.world.of(contract))
        if not things:
            return
        call.things[contract] = state.maker.chance.choice(things)
        if endpoint.owned:
            call.principal = call.things[contract].owner or call.principal
    try:
        for parameter in endpoint.parameters:
            if parameter.feed is None and parameter.required:
                call.params[parameter.name] = state.maker.make(parameter.type, parameter.name)
        if endpoint.body_type is not None:
            call.body = state.maker.sent(endpoint.body_type)
        made = changing.creation(state, call, effect)
    except NoValueError:
        return  # what no example can be made of is not there
    if changing.as_known(state, call, effect) is None:
        state.world.add(made)


def _someone(state: State, endpoint: Endpoint) -> Principal | None:
    """An actor that may make such things, another one each time."""
    entitled = [
        principal
        for name, principal in state.identities.own.items()
        if endpoint.owned or principal.role in endpoint.allowed or name in endpoint.allowed
    ]
    return state.maker.chance.choice(entitled) if entitled else None

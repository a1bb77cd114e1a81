"""Things go from state to state as `moves` says, and in no other way."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Const, Fields
from specc.plan.derive.finding import Finding
from specc.plan.derive.showing import field_at, reader_of
from specc.plan.nodes import Call, DerivedStep, Verify
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.states import States, states_of, target_field

_REFUSING = frozenset([400, 403, 409, 412, 422, 423])


def moving(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.moves.FROM.TO` for each move that is declared, `x.stays.STATE.TO` for each that is not."""
    states = states_of(recipes.suite, endpoint)
    if states is None:
        return
    place = endpoint.moves[0].place
    targets = tuple(dict.fromkeys(move.to for move in endpoint.moves))
    by_body = target_field(endpoint, recipes.suite.names, recipes.suite.definitions) is not None
    known = {states.initial, *(state for edge in states.edges for state in edge[:2])}
    for target in targets:
        sources = states.sources(endpoint, target)
        for state in sorted(known):
            if state in sources:
                text = f'what is "{state}" becomes "{target}"'
                found = Finding(f"{endpoint.name}.moves.{state}.{target}", "moves", place, text)
            elif state == target and by_body:
                continue  # To say what is so already may be taken for a change or for none.
            else:
                text = f'what is "{state}" does not become "{target}"'
                found = Finding(f"{endpoint.name}.stays.{state}.{target}", "moves", place, text)
            yield _tried(recipes, endpoint, states, found, state, target)


def _tried(
    recipes: Recipes,
    endpoint: nodes.Endpoint,
    states: States,
    found: Finding,
    state: str,
    target: str,
) -> Finding:
    may = state in states.sources(endpoint, target)
    shown = reader_of(recipes, states.contract)
    try:
        way = brought_to(recipes, states, state)
        call = _to(recipes, endpoint, target, states)
        look = None
        if shown is not None:
            look = recipes.call(shown[0], fresh=frozenset({states.contract}))
    except UnreachableError as problem:
        return found.untested(problem)
    if way is None:
        return found.untested(f'no endpoint brings a {states.contract} into the state "{state}"')
    if not may:
        call = attrs.evolve(call, statuses=_refusals(endpoint), contract=None)
        returned = endpoint.when("blocked")
        if returned is not None:
            call = call.expecting(returned)
    steps: tuple[DerivedStep, ...] = (*way, call)
    if look is not None and shown is not None:
        at = (*(shown[1].at or ()), states.field)
        wanted = Const(target if may else state)
        again = attrs.evolve(look, capture="again")
        steps = (*steps, again, Verify("equal", (field_at(Captured("again"), at), wanted)))
    name = "moves" if may else "stays"
    return found.tested(f"test_{name}_{_word(state)}_{_word(target)}", *steps)


def brought_to(recipes: Recipes, states: States, state: str) -> tuple[Call, ...] | None:
    """The calls that bring a new thing into a state; None where no calls do."""
    way = states.way_to(state)
    if way is None:
        return None
    return tuple(_to(recipes, endpoint, target, states) for target, endpoint in way)


def prepared(recipes: Recipes, endpoint: nodes.Endpoint, found: Finding) -> Finding:
    """The finding; where only a thing in another state than a new one's will do, it is in that."""
    states = states_of(recipes.suite, endpoint)
    if states is None or found.test is None or found.kind == "moves":
        return found
    sources = [state for state, _, by in states.edges if by.name == endpoint.name]
    if not sources or states.initial in sources:
        return found
    if found.id.endswith(".conforms.filled"):
        return attrs.evolve(found, test=None, reason=f"it takes what is {sources[0]!r} already")
    way = brought_to(recipes, states, sources[0])
    if way is None:
        reason = f"no endpoint brings a {states.contract} into the state {sources[0]!r}"
        return attrs.evolve(found, test=None, reason=reason)
    return attrs.evolve(found, test=attrs.evolve(found.test, steps=(*way, *found.test.steps)))


def _to(recipes: Recipes, endpoint: nodes.Endpoint, target: str, states: States) -> Call:
    """The call of an endpoint that leads to a state. Raises UnreachableError."""
    call = recipes.call(endpoint, fresh=frozenset({states.contract}))
    name = target_field(endpoint, recipes.suite.names, recipes.suite.definitions)
    if name is None or not isinstance(call.body, Fields):
        return call
    entries = {**dict(call.body.entries), name: Const(target)}
    return attrs.evolve(call, body=Fields(tuple(entries.items())))


def _refusals(endpoint: nodes.Endpoint) -> tuple[int | str, ...]:
    """What may be said to a move that is not declared, where the spec does not say it."""
    found = tuple(
        dict.fromkeys(
            item.status
            for item in endpoint.returns
            if item.status in _REFUSING
            and all(condition.kind == "repeated" for condition in item.conditions)
        )
    )
    return found or ("4xx",)


def _word(state: str) -> str:
    return "".join(char if char.isalnum() else "_" for char in state)

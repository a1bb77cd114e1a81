"""A thing that was deleted is gone for every endpoint that takes its name."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.plan.derive.finding import Finding
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes, UnreachableError


def gone(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Finding]:
    """`x.deleted`, where the spec does not say `when deleted` itself; a second deletion too."""
    made_anew = endpoint.method == "PUT" and any(item.status == 201 for item in endpoint.returns)
    if endpoint.when("deleted") is not None or made_anew:
        return
    parameter = next(
        (
            item
            for item in reversed(endpoint.parameters)
            if item.place_in == "path" and item.feed is not None
        ),
        None,
    )
    if parameter is None or parameter.feed is None:
        return
    contract = parameter.feed.contract
    remover = remover_of(recipes, contract)
    if remover is None or (remover is endpoint and endpoint.when("repeated") is not None):
        return
    statuses = _statuses(endpoint, parameter)
    text = f"after the {contract} is gone, the call is answered {statuses[0]}"
    found = Finding(f"{endpoint.name}.deleted", "deleted", parameter.place, text)
    fresh = frozenset({contract})
    try:
        removal = recipes.call(remover, fresh=fresh)
        call = recipes.call(endpoint, fresh=fresh)
    except UnreachableError:
        return  # Other families say so.
    call = attrs.evolve(call, statuses=statuses, contract=None)
    yield found.tested("test_deleted", removal, _by_who_is_left(recipes, call, removal))


def _by_who_is_left(recipes: Recipes, call: Call, removal: Call) -> Call:
    """Where an actor's account is gone, the actor is gone with it."""
    if call.actor.startswith("new_") and removal.actor != call.actor:
        role = recipes.role_of(removal.actor)
        endpoint = recipes.endpoints[call.endpoint]
        if role in endpoint.allowed:
            return attrs.evolve(call, actor=removal.actor)
    return call


def remover_of(recipes: Recipes, contract: str) -> nodes.Endpoint | None:
    """The endpoint that deletes a thing by its name."""
    for remover, effect in recipes.by_effect.get(("deletes", contract), ()):
        if not effect.of_self and any(
            item.feed is not None and item.feed.contract == contract for item in remover.parameters
        ):
            return remover
    return None


def _statuses(endpoint: nodes.Endpoint, parameter: nodes.Parameter) -> tuple[int | str, ...]:
    """What an unknown thing is answered with, or else whatever says that nothing is there."""
    said = dict.fromkeys(
        item.status
        for item in endpoint.returns
        if any(
            condition.kind == "unknown" and condition.parameter == parameter.name
            for condition in item.conditions
        )
    )
    declared = [item.status for item in endpoint.returns if item.status in (404, 410)]
    return tuple(said) or tuple(dict.fromkeys(declared)) or (404, 410)

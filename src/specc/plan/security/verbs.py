"""A path is served by its declared verbs alone."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError
from specc.plan.security.attempts import SAFE
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested, Who

_RULES = ("bfla.verb",)
_VERBS = ("POST", "PUT", "PATCH", "DELETE")


def verbs(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`bfla.verb` of the endpoint that shows a thing: its owner sees whether it has changed."""
    effect = endpoint.effect("reads")
    if endpoint.method != "GET" or effect is None or effect.of_self:
        return
    if not any(
        item.feed is not None and item.feed.contract == effect.contract
        for item in endpoint.parameters
        if item.place_in == "path"
    ):
        return
    same = [item for item in recipes.suite.endpoints if _shape(item) == _shape(endpoint)]
    writing = [item for item in same if item.method not in SAFE]
    if any(item.open for item in writing):
        return  # whoever comes may change it anyway
    try:
        call = recipes.call(endpoint, fresh=frozenset({effect.contract}))
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, endpoint.place, str(reason))
        return
    if call.actor == ANONYMOUS:
        owner = recipes.owner_of(effect.contract)
        call_actor = owner or ANONYMOUS
    else:
        call_actor = call.actor
    named: list[tuple[str, Argument]] = [
        ("verbs", Const([verb for verb in _VERBS if verb not in {item.method for item in same}]))
    ]
    intruder = _intruder(recipes, effect.contract, call_actor, writing)
    if intruder is not None:
        named.append(("intruder", Who(intruder)))
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "keeps_to_its_verbs",
        call,
        tuple(named),
        f"No verb that is not declared, and none in disguise, reaches the {effect.contract}.",
        endpoint.place,
        writes=True,
    )


def _shape(endpoint: nodes.Endpoint) -> tuple[str, ...]:
    """The path, whatever its parameters are called."""
    return (
        endpoint.service,
        *("{}" if part.startswith("{") else part for part in endpoint.path),
    )


def _intruder(
    recipes: Recipes, contract: str, owner: str, writing: list[nodes.Endpoint]
) -> str | None:
    """Who may not change the thing: a stranger, or an actor of a role that is not let in."""
    allowed = {word for item in writing for word in item.allowed}
    owned = any(contract in item.owned for item in recipes.suite.endpoints)
    stranger = recipes.stranger_to(owner.removeprefix("new_"))
    if owned and stranger is not None and recipes.role_of(stranger) not in allowed:
        return stranger
    own = recipes.role_of(owner.removeprefix("new_"))
    for role, actors in recipes.by_role.items():
        if role != own and role not in allowed and actors[0].name not in allowed and owned:
            return actors[0].name
    return None

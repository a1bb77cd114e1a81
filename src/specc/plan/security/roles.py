"""A role does only what `as` lets it do."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, alive, entitled, reread
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested, Who

_RULES = ("bfla.matrix",)


def roles(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`bfla.matrix` for each role that an endpoint is not for."""
    if endpoint.open:
        return
    for role, actors in recipes.by_role.items():
        owns = any(
            recipes.role_of(recipes.owner_of(contract) or "") == role for contract in endpoint.owned
        )
        others = [actor.name for actor in actors if actor.name not in endpoint.allowed]
        if role in endpoint.allowed or owns or not others:
            continue
        try:
            call = entitled(recipes, endpoint)
        except UnreachableError as reason:
            yield Untested(endpoint.name, _RULES, endpoint.as_place, str(reason), role)
            continue
        look = reread(recipes, endpoint, call)
        named: tuple[tuple[str, Argument], ...] = (("intruder", Who(others[0])),)
        if look is not None:
            named = (*named, ("reread", look))
        named = (*named, *alive(recipes, others[0]))
        yield SecurityTest(
            endpoint.name,
            _RULES,
            "refuses_intruder",
            call,
            named,
            f"An actor of the role {role} is refused.",
            endpoint.as_place,
            role,
            writes=endpoint.method not in SAFE,
        )

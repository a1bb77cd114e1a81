"""A role does only what `as` lets it do."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.plan.log_outs import ended_by
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.attempts import SAFE, alive, entitled, reread
from specc.plan.security.identities import declared
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
        intruder = _who(recipes, endpoint, others[0])
        if intruder is None:
            why = f"{others[0]} would end itself by it, if it is let in, and cannot be made anew"
            yield Untested(endpoint.name, _RULES, endpoint.as_place, why, role)
            continue
        look = reread(recipes, endpoint, call)
        named: tuple[tuple[str, Argument], ...] = (("intruder", Who(intruder)),)
        if look is not None:
            named = (*named, ("reread", look))
        named = (*named, *alive(recipes, intruder))
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


def _who(recipes: Recipes, endpoint: nodes.Endpoint, name: str) -> str | None:
    """The intruder: one made anew where it would end its own account or session, or None."""
    effect = endpoint.effect("deletes")
    ends = effect is not None and effect.of_self
    if not ends and not ended_by(recipes.suite, endpoint, name):
        return name
    actor = declared(recipes, name)
    return f"new_{name}" if actor is not None and actor.repeatable else None

"""A declared rate limit bites, whom it is for, and lets up."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Const
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.authentication import account_of
from specc.plan.security.identities import declared
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested, Who

_RULES = ("rate.declared",)
_MOST = 500


def rates(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`rate.declared` of what a `rate limit` is about."""
    limit = recipes.limits.get(endpoint.name)
    if limit is None:
        return
    if limit.count > _MOST:
        why = f"{2 * limit.count + 1} calls are a load test"
        yield Untested(endpoint.name, _RULES, limit.place, why)
        return
    try:
        call = recipes.call(endpoint)
    except UnreachableError as reason:
        yield Untested(endpoint.name, _RULES, limit.place, str(reason))
        return
    others: list[tuple[str, Argument]] = [
        ("count", Const(limit.count)),
        ("seconds", Const(int(limit.seconds) if limit.seconds >= 1 else limit.seconds)),
    ]
    attempt = call
    if limit.per == "account":
        account = account_of(recipes, endpoint, call) if endpoint.body_type is not None else None
        if account is None:
            why = "its body names no account that could be a throw-away one"
            yield Untested(endpoint.name, _RULES, limit.place, why)
            return
        others.append(("account", Const(account)))
    elif limit.per == "actor":
        actor = declared(recipes, call.actor)
        if actor is None or not actor.repeatable:
            why = "no actor can be lost for it: one whose steps have a unique(...) value can be"
            yield Untested(endpoint.name, _RULES, limit.place, why)
            return
        attempt = attrs.evolve(call, actor=f"new_{actor.name}")
        others.append(("other", Who(actor.name)))
    else:
        why = f"a limit per {limit.per} would lock the other tests out"
        yield Untested(endpoint.name, _RULES, limit.place, why)
        return
    yield SecurityTest(
        endpoint.name,
        _RULES,
        "bites_and_lets_up",
        attempt,
        tuple(others),
        f"More than {limit.count} calls are refused to that {limit.per} alone, and for a while.",
        limit.place,
    )

"""An identity ends with its log-out, and with its account."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.ir import nodes
from specc.ir.expressions import Thing, walk
from specc.plan.log_outs import ended_by
from specc.plan.nodes import Call, values_of
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.identities import declared
from specc.plan.security.nodes import Argument, Probe, SecurityTest, Untested, Who


def sessions(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    """`session.revoked` of a log-out, `state.use_after_delete` of what deletes an account."""
    if any(ended_by(recipes.suite, endpoint, actor.name) for actor in recipes.suite.actors):
        yield from _logged_out(recipes, endpoint)
    effect = endpoint.effect("deletes")
    if effect is not None and effect.contract in recipes.owners:
        yield from _deleted(recipes, endpoint, effect)


def _logged_out(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
    rules = ("session.revoked",)
    effect = endpoint.effect("deletes")
    place = endpoint.place if effect is None else effect.place
    try:
        fresh = frozenset() if effect is None else frozenset({effect.contract})
        call = recipes.call(endpoint, fresh=fresh)
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, place, str(reason))
        return
    actor = declared(recipes, call.actor)
    if actor is None or not ended_by(recipes.suite, endpoint, actor.name):
        why = "who calls it has no credential that a log-in gave"
        yield Untested(endpoint.name, rules, place, why)
        return
    if call.body is not None:
        why = "its body says what is to be ended: nothing tells that it is the caller's own session"
        yield Untested(endpoint.name, rules, place, why)
        return
    after = _needing_nothing(recipes, endpoint, actor)
    if after is None:
        why = f"no GET that is for {actor.role} alone, and needs nothing else, could show it"
        yield Untested(endpoint.name, rules, place, why)
        return
    anew = f"new_{actor.name}"
    others: list[tuple[str, Argument]] = [("after", attrs.evolve(after, actor=anew))]
    if not actor.repeatable:
        others.append(("keeps", Who(actor.name)))
    yield SecurityTest(
        endpoint.name,
        rules,
        "ends_identity",
        attrs.evolve(call, actor=anew),
        tuple(others),
        "After a log-out, its credential is refused.",
        place,
        writes=True,
    )


def _deleted(recipes: Recipes, endpoint: nodes.Endpoint, effect: nodes.Effect) -> Iterator[Probe]:
    rules = ("state.use_after_delete",)
    actor, _ = recipes.owners[effect.contract]
    try:
        call = recipes.call(endpoint, fresh=frozenset({effect.contract}))
    except UnreachableError as reason:
        yield Untested(endpoint.name, rules, effect.place, str(reason))
        return
    after = _needing_nothing(recipes, endpoint, actor)
    if after is None or not actor.repeatable:
        why = (
            f"no GET that is for {actor.role} alone, and needs nothing else, could show it"
            if actor.repeatable
            else f"{actor.name} cannot be made anew for it: its steps have no unique(...) value"
        )
        yield Untested(endpoint.name, rules, effect.place, why)
        return
    yield SecurityTest(
        endpoint.name,
        rules,
        "ends_identity",
        call,
        (("after", attrs.evolve(after, actor=f"new_{actor.name}")),),
        f"With the {effect.contract} that is its account, an identity is gone.",
        effect.place,
        writes=True,
    )


def _needing_nothing(recipes: Recipes, but: nodes.Endpoint, actor: nodes.Actor) -> Call | None:
    """A reading call that the actor may make, and that is about no thing but its own account."""
    own = {contract for contract, _ in actor.owns}
    for endpoint in recipes.suite.guarded:
        if endpoint is but or endpoint.method != "GET" or endpoint.open:
            continue
        if not ({actor.role, actor.name} & set(endpoint.allowed) or set(endpoint.owned) & own):
            continue
        try:
            call = recipes.call(endpoint)
        except UnreachableError:
            continue
        items = [item for value in values_of(call) for item in walk(value)]
        if not any(isinstance(item, Thing) for item in items):
            return call
    return None

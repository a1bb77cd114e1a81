"""The calls that security tests start from: the same recipes that all other tests have."""

from __future__ import annotations

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Fields, walk
from specc.plan.derive.touching import touched
from specc.plan.nodes import Call, things_in
from specc.plan.recipes import Recipes, UnreachableError
from specc.plan.security.apart import apart
from specc.plan.security.nodes import Argument
from specc.plan.security.shows import shows_all, shows_one, shows_own
from specc.semantics.types import Record

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

ACCOUNTS = ("email", "username", "user", "login", "account", "name", "phone")
"""Fields that name an account."""


def entitled(recipes: Recipes, endpoint: nodes.Endpoint) -> Call:
    """The valid call, on things of the test's own where it alters them. Raises UnreachableError."""
    return apart(recipes, recipes.call(endpoint, fresh=touched(endpoint)))


def reread(recipes: Recipes, endpoint: nodes.Endpoint, call: Call) -> Call | None:
    """The owner's look at what a call alters; None where nothing shows it."""
    for contract in touched(endpoint):
        reading = seen_by_owner(recipes, contract)
        if reading is None:
            continue
        same = recipes.role_of(call.actor.removeprefix("new_")) == recipes.role_of(
            reading.actor.removeprefix("new_")
        )
        return attrs.evolve(reading, actor=call.actor) if same else reading
    return None


def seen_by_owner(recipes: Recipes, contract: str) -> Call | None:
    """How the owner of a new thing sees it: by itself, as its own account, or in a list."""
    fresh = frozenset({contract})
    for shown, effect in (
        *shows_one(recipes, contract),
        *shows_own(recipes, contract),
        *shows_all(recipes, contract),
    ):
        try:
            reading = recipes.call(shown, fresh=fresh)
            owner = recipes.set_up(contract, True, fresh)
        except UnreachableError:
            continue
        if owner is None:
            continue
        is_own = effect.of_self or recipes.role_of(owner.owner) in shown.allowed
        is_named = any(item.contract == contract for item in things_in(reading))
        return attrs.evolve(reading, actor=owner.owner) if is_own and not is_named else reading
    return None


def alive(recipes: Recipes, actor: str) -> tuple[tuple[str, Argument], ...]:
    """A call that shows that an actor is still let in: safe, for its role, and about no thing.

    As a check is told it: nothing where there is no such call.
    """
    role = recipes.role_of(actor.removeprefix("new_"))
    for endpoint in recipes.suite.endpoints:
        if endpoint.open or endpoint.method != "GET" or role not in endpoint.allowed:
            continue
        try:
            call = recipes.call(endpoint)
        except UnreachableError:
            continue
        if not things_in(call):
            return (("alive", attrs.evolve(call, actor=actor)),)
    return ()


def known_by(recipes: Recipes, endpoint: nodes.Endpoint) -> str | None:
    """The actor that logs in by an endpoint with what only a run knows, such as its own account."""
    if not endpoint.open or endpoint.effects:
        return None
    for actor in recipes.suite.actors:
        for step in actor.requests:
            if (
                step.endpoint == endpoint.name
                and step.body is not None
                and any(isinstance(item, Captured) for item in walk(step.body))
            ):
                return actor.name
    return None


def account_holder(recipes: Recipes, endpoint: nodes.Endpoint) -> str | None:
    """The actor whose account an endpoint that is open to anyone may be about.

    It logs in by it, or has sent fields of the same names with a secret elsewhere.
    """
    if not endpoint.open or endpoint.effects or endpoint.body_type is None:
        return None
    found = known_by(recipes, endpoint)
    body = recipes.examples(endpoint, frozenset()).body_of(endpoint.body_type)
    if found is not None or not isinstance(body, Record):
        return found
    names = {item.name for item in body.properties if item.name.lower() in ACCOUNTS}
    for actor in recipes.suite.actors:
        for step in actor.requests:
            if step.endpoint is None:
                continue
            sent = {name for name, _ in step.body.entries} if isinstance(step.body, Fields) else ()
            if names.intersection(sent) and secret_fields(
                recipes, recipes.endpoints[step.endpoint]
            ):
                return actor.name
    return None


def secret_fields(recipes: Recipes, endpoint: nodes.Endpoint) -> tuple[str, ...]:
    """The secret fields at the top of an endpoint's body."""
    if endpoint.body_type is None:
        return ()
    body = recipes.examples(endpoint, frozenset()).body_of(endpoint.body_type)
    if not isinstance(body, Record):
        return ()
    return tuple(item.name for item in body.properties if item.secret)


def first_closed(recipes: Recipes, endpoint: nodes.Endpoint) -> bool:
    """Whether it is the first endpoint of its service that is not for everyone."""
    return endpoint.name == next(
        item.name
        for item in recipes.suite.guarded
        if not item.open and item.service == endpoint.service
    )


def about_service(recipes: Recipes, endpoint: nodes.Endpoint) -> str | None:
    """What tells a service from the others of a suite, for its first endpoint; None for others."""
    services = {item.service: item.name for item in reversed(recipes.suite.guarded)}
    if services.get(endpoint.service) != endpoint.name:
        return None
    return endpoint.service if len(services) > 1 else ""

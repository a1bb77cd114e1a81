"""Who may be lost in a test: actors made anew, and accounts that nobody else has."""

from __future__ import annotations

from specc.ir import nodes
from specc.ir.expressions import Const, Fields, Value
from specc.plan.recipes import Recipes
from specc.plan.security.attempts import known_by


def declared(recipes: Recipes, actor: str) -> nodes.Actor | None:
    """The actor of a fixture's name, `alice` or `new_alice`."""
    name = actor.removeprefix("new_")
    return next((item for item in recipes.suite.actors if item.name == name), None)


def throw_away(recipes: Recipes, endpoint: nodes.Endpoint) -> str | None:
    """The fixture of an actor made anew that has logged in by an endpoint, with its own account."""
    name = known_by(recipes, endpoint)
    actor = None if name is None else declared(recipes, name)
    return f"new_{actor.name}" if actor is not None and actor.repeatable else None


def whose(recipes: Recipes, endpoint: nodes.Endpoint) -> str | None:
    """The actor whose log-in is probed: one that may be locked by it, if there is any."""
    return throw_away(recipes, endpoint) or known_by(recipes, endpoint)


def entrances(recipes: Recipes) -> frozenset[str]:
    """The endpoints that actors come in by: whoever is not in yet may be kept out by probes."""
    found: set[str] = set()
    for actor in recipes.suite.actors:
        for step in actor.requests:
            if step.endpoint is not None:
                found.add(step.endpoint)
    return frozenset(found)


def accounts(recipes: Recipes, endpoint: nodes.Endpoint, account: str) -> tuple[str, ...]:
    """The accounts that the spec's actors log in with by an endpoint, as far as it states them."""
    found: dict[str, None] = {}
    for actor in recipes.suite.actors:
        for step in actor.requests:
            if step.endpoint == endpoint.name:
                value = _field(step.body, account)
                if isinstance(value, Const) and isinstance(value.value, str):
                    found[value.value] = None
    return tuple(found)


def _field(body: Value | None, name: str) -> Value | None:
    return dict(body.entries).get(name) if isinstance(body, Fields) else None

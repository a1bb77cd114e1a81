"""Where a thing is shown, and what of it is looked at."""

from __future__ import annotations

from specc.ir import nodes
from specc.ir.expressions import Captured, Field, Thing, Value
from specc.plan.nodes import Call
from specc.plan.recipes import Recipes


def reader_of(recipes: Recipes, contract: str) -> tuple[nodes.Endpoint, nodes.Effect] | None:
    """The endpoint that shows one thing of a contract, found by a parameter that it feeds."""
    for endpoint, effect in recipes.by_effect.get(("reads", contract), ()):
        if (
            not effect.of_self
            and effect.at is not None
            and any(
                item.feed is not None and item.feed.contract == contract
                for item in endpoint.parameters
            )
        ):
            return endpoint, effect
    return None


def own_reader_of(recipes: Recipes, contract: str) -> tuple[nodes.Endpoint, nodes.Effect] | None:
    """The endpoint that shows callers their own thing of a contract."""
    for endpoint, effect in recipes.by_effect.get(("reads", contract), ()):
        if effect.of_self and effect.at is not None:
            return endpoint, effect
    return None


def lister_of(recipes: Recipes, contract: str) -> tuple[nodes.Endpoint, nodes.Effect] | None:
    """The endpoint that lists the things of a contract."""
    for endpoint, effect in recipes.by_effect.get(("lists", contract), ()):
        if effect.at is not None:
            return endpoint, effect
    return None


def limit_of(endpoint: nodes.Endpoint) -> str | None:
    """The query parameter that limits a page of a list."""
    by = () if endpoint.pages is None else endpoint.pages.by
    return next(
        (
            item.name
            for item in endpoint.parameters
            if item.place_in == "query"
            and item.name in ("limit", "per_page", "page_size", "size", "_limit", *by)
            and item.name not in ("offset", "page", "cursor", "after")
            and not item.required
        ),
        None,
    )


def identity(recipes: Recipes, contract: str) -> tuple[str, ...] | None:
    """The field that tells things of a contract apart: the one that paths are made with."""
    return next(iter(recipes.keys.get(contract, ())), None)


def field_at(value: Value, path: tuple[str, ...]) -> Value:
    """The field that a path leads to."""
    for name in path:
        value = Field(value, name)
    return value


def bound(
    call: Call, contract: str, capture: str, path: tuple[str, ...], at: tuple[str, ...]
) -> Call:
    """The call with the contract's thing taken from what the test captured, not from a fixture."""

    def bind(value: Value) -> Value:
        if isinstance(value, Thing) and value.contract == contract:
            return field_at(Captured(capture), (*at, *value.path[len(path) :]))
        return value

    return call.replaced(bind)

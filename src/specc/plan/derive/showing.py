"""Where a thing is shown, and what of it is looked at."""

from __future__ import annotations

from specc.ir import nodes
from specc.ir.expressions import Field, Value
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


def field_at(value: Value, path: tuple[str, ...]) -> Value:
    """The field that a path leads to."""
    for name in path:
        value = Field(value, name)
    return value

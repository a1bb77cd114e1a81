"""Which endpoints show what, in whatever shape: enough to see that something has changed."""

from __future__ import annotations

from collections.abc import Iterator

from specc.ir import nodes
from specc.plan.recipes import Recipes


def shows_one(recipes: Recipes, contract: str) -> Iterator[tuple[nodes.Endpoint, nodes.Effect]]:
    """Those that show one thing of a contract, found by a parameter that it feeds."""
    for endpoint, effect in recipes.by_effect.get(("reads", contract), ()):
        if not effect.of_self and any(
            item.feed is not None and item.feed.contract == contract for item in endpoint.parameters
        ):
            yield endpoint, effect


def shows_own(recipes: Recipes, contract: str) -> Iterator[tuple[nodes.Endpoint, nodes.Effect]]:
    """Those that show callers their own."""
    for endpoint, effect in recipes.by_effect.get(("reads", contract), ()):
        if effect.of_self:
            yield endpoint, effect


def shows_all(recipes: Recipes, contract: str) -> Iterator[tuple[nodes.Endpoint, nodes.Effect]]:
    """Those that list them."""
    yield from recipes.by_effect.get(("lists", contract), ())

"""The functions that plan rules: each is named by the rules that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import TypeAlias

from specc.ir import nodes
from specc.plan.recipes import Recipes
from specc.plan.security.nodes import Probe, Untested
from specc.rules import RULES

Family: TypeAlias = Callable[[Recipes, nodes.Endpoint], Iterator[Probe]]


@cache
def families() -> tuple[Family, ...]:
    """What plans rules, in the order of the rules; several rules may have one function."""
    by_place: dict[str, list[str]] = {}
    for rule in RULES.values():
        if rule.applies:
            by_place.setdefault(rule.applies, []).append(rule.name)
    return tuple(
        _function(place) if place.startswith("specc.") else _foreign(place, tuple(rules))
        for place, rules in by_place.items()
    )


def _function(place: str) -> Family:
    module, _, name = place.partition(":")
    function: Family = getattr(import_module(module), name)
    return function


def _foreign(place: str, rules: tuple[str, ...]) -> Family:
    """A function of another package. Where it fails, its rules are reported as not run, and why."""

    def family(recipes: Recipes, endpoint: nodes.Endpoint) -> Iterator[Probe]:
        try:
            made = tuple(_function(place)(recipes, endpoint))
        except Exception as error:
            said = " ".join(str(error).split())
            why = f"`{place}`, which plans it, failed: {type(error).__name__}: {said}"
            yield Untested(endpoint.name, rules, endpoint.place, why)
            return
        yield from made

    return family

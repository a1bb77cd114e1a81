"""The AST builder: one function a rule of the grammar, in one file a family of nodes.

A function is called with the span of the rule and the values of its parts, as the head of the
grammar says. It makes the node, and judges nothing but what the grammar cannot say.
"""

from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any

from specc.syntax.build import (
    common,
    declarations,
    endpoint,
    expressions,
    load,
    pipeline,
    security,
    steps,
    types,
)

FAMILIES: tuple[ModuleType, ...] = (
    common,
    declarations,
    types,
    endpoint,
    steps,
    expressions,
    load,
    security,
    pipeline,
)


def builders() -> dict[str, Callable[..., Any]]:
    """The functions by the name that the grammar calls them."""
    return {name: function for family in FAMILIES for name, function in _functions(family)}


def _functions(family: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, value in vars(family).items():
        ours = isinstance(value, FunctionType) and value.__module__ == family.__name__
        if ours and not name.startswith("_"):
            yield name, value

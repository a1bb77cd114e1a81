"""What happens at the end of a rule: which function makes its value, and of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from specc.source import Span
from specc.syntax.shape import Pick, picker
from specc.syntax.tables import Rule, State, Tables

Builder: TypeAlias = Callable[..., Any]
"""Makes the value of a rule: called with its span and, in order, the values of its parts."""


class Reduction(NamedTuple):
    """A rule, ready to be applied.

    `make` is None for lists, whose value is what `pick` returns. `lead` is 1 where the rule starts
    with a doc string, which is no part of the declaration's span. `alone` says that the rule's one
    symbol is its value already.
    """

    size: int
    origin: str
    make: Builder | None
    pick: Pick
    lead: int
    alone: bool


def reduction(rule: Rule, builders: Mapping[str, Builder]) -> Reduction:
    """What to do at the end of a rule."""
    if rule.builder:
        make: Builder | None = builders[rule.builder]
    else:
        make = None if rule.makes_list else _only
    return Reduction(
        size=len(rule.symbols),
        origin=rule.origin,
        make=make,
        pick=picker(rule.parts, as_list=rule.makes_list),
        lead=int(rule.symbols[:1] == ("doc",)),
        alone=len(rule.symbols) == 1 and not rule.builder and not rule.makes_list,
    )


def _only(span: Span, value: Any) -> Any:
    """The value of a rule that steps aside, such as an expression in parentheses."""
    return value


def default_action(state: State) -> int | None:
    """The reduction that is the only thing a state can do, if it is.

    It is done even where the next token is wrong, so that all of the text before a fault is built.
    """
    actions = set(state.values())
    return actions.pop() if len(actions) == 1 and min(actions) < 0 else None


class Gotos(dict[str, "Settled"]):
    """From one state: by the symbol that a rule became, where that leads."""

    def __init__(self, tables: Tables, reductions: list[Reduction], below: int) -> None:
        self._known = (tables, reductions, below)

    def __missing__(self, origin: str) -> Settled:
        self[origin] = settled = Settled(*self._known, origin)
        return settled


class Settled(dict[str, int]):
    """The state after a rule, by the token that follows.

    Rules that step aside build nothing, and there is a chain of them around each plain value; so
    the chain is followed once for each token, and remembered.
    """

    def __init__(
        self, tables: Tables, reductions: list[Reduction], below: int, origin: str
    ) -> None:
        self._table = tables.states
        self._reductions = reductions
        self._below = below
        self._origin = origin

    def __missing__(self, kind: str) -> int:
        table, actions = self._table, self._table[self._below]
        state = actions[self._origin]
        while (action := table[state].get(kind, 0)) < 0:
            reduction = self._reductions[~action]
            if not reduction.alone:
                break
            state = actions[reduction.origin]
        self[kind] = state
        return state

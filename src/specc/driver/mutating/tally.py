"""Mutants counted: by endpoint, by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import attrs

from specc.driver.mutating.results import Mutated, Verdict

MOST = 3
"""How many of the obligations that notice most are named."""


@attrs.frozen
class Row:
    """Some mutants: how many, how many were noticed, and by which obligations mostly."""

    name: str
    total: int
    noticed: int
    by: str


def by_endpoint(result: Mutated) -> tuple[Row, ...]:
    """The mutants by endpoint, in the order of the spec."""
    return _rows(result, lambda each: each.endpoint)


def by_kind(result: Mutated) -> tuple[Row, ...]:
    """The mutants by kind."""
    return _rows(result, lambda each: each.kind)


def _rows(result: Mutated, name_of: Callable[[Verdict], str]) -> tuple[Row, ...]:
    groups: dict[str, list[Verdict]] = {}
    for verdict in result.verdicts:
        groups.setdefault(name_of(verdict), []).append(verdict)
    return tuple(
        Row(name, len(group), sum(each.noticed for each in group), _first(group))
        for name, group in groups.items()
    )


def _first(group: list[Verdict]) -> str:
    counted = Counter(_family(each.by) for each in group if each.by)
    named = [f"{name} ({count})" for name, count in counted.most_common(MOST)]
    rest = len(counted) - len(named)
    return ", ".join(named) + (f" and {rest} more" if rest else "")


def _family(obligation: str) -> str:
    """`create_order.rejects` of one of its cases; a test of the spec as it is."""
    parts = obligation.split(".")
    return ".".join(parts[:2])

"""Faults that only a value at the very edge of its type brings to light."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from specc.ir.nodes import Endpoint
from specc.mock.call import Call, Reply
from specc.mock.defects import Defect
from specc.mock.state import State
from specc.mutate.mutant import Mutant
from specc.mutate.places import Path, Spot, spots
from specc.semantics.types import ListOf, Scalar


def faults_on_edges(state: State, endpoint: Endpoint) -> Iterator[Mutant]:
    """A valid value at the edge of its type is a fault of the server."""
    success = endpoint.success
    if endpoint.body_type is None or endpoint.body_form != "json" or success is None:
        return
    for spot in spots(state.types, endpoint.body_type, answered=False):
        if spot.item is not None and spot.item.secret:
            continue
        for name, wanted in _edges(spot):

            def reply(
                call: Call,
                answer: Reply,
                path: Path = spot.path,
                wanted: Callable[[Any], bool] = wanted,
            ) -> Reply:
                if answer.status >= 400 or not any(map(wanted, _values(call.body, path))):
                    return answer
                return Reply(500, {"title": "something went wrong", "status": 500})

            yield Mutant(
                "faults_on_edge",
                endpoint.name,
                f"{spot.label}.{name}",
                success.place,
                f"500 where {spot.label} is at its {name.replace('_', ' ')}",
                Defect(endpoint.name, reply=reply),
                (f"{endpoint.name}.accepts.{spot.label}",),
            )


def _edges(spot: Spot) -> Iterator[tuple[str, Callable[[Any], bool]]]:
    if spot.nullable:
        yield "null", lambda value: value is None
    match spot.body:
        case Scalar(kind="int" | "number" | "decimal", low=low, high=high):
            for name, end in (("minimum", low), ("maximum", high)):
                if end is not None:
                    yield name, _number(end)
        case Scalar(kind="string", patterns=(), low=low, high=high):
            for name, end in (("minimum_length", low), ("maximum_length", high)):
                if isinstance(end, int) and end < 20_000:
                    yield name, _size(str, end)
        case ListOf(low=low, high=high, unique=False):
            for name, end in (("minimum", low or 0), ("maximum", high)):
                if isinstance(end, int) and end < 20_000:
                    yield name, _size(list, end)
        case _:
            pass


def _number(end: Any) -> Callable[[Any], bool]:
    def wanted(value: Any) -> bool:
        return not isinstance(value, bool) and isinstance(value, int | Decimal) and value == end

    return wanted


def _size(kind: type[str] | type[list[Any]], size: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind) and len(value) == size


def _values(value: Any, path: Path) -> list[Any]:
    """The values at a place of a body; none where there is no such place."""
    if not path:
        return [value]
    name, *rest = path
    if name == "[]":
        items = value if isinstance(value, list) else []
        return [found for item in items for found in _values(item, tuple(rest))]
    return _values(value[name], tuple(rest)) if isinstance(value, dict) and name in value else []

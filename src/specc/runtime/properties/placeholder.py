"""The place in a request where a field of a thing goes that the test has made."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specc.runtime.json_text import Json


@attrs.frozen
class FieldOf:
    """`{"x-thing": "Order.id"}` in the schema of a request: the id of an order that is there."""

    name: str


def filled(value: Json, things: Mapping[str, object]) -> Json:
    """The value with fields of things in their places. Raises LookupError for one not given."""
    match value:
        case FieldOf(name):
            return things[name]
        case Mapping():
            return {key: filled(item, things) for key, item in value.items()}
        case list():
            return [filled(item, things) for item in value]
        case _:
            return value


def names_in(value: Json) -> list[str]:
    """The fields of things that a value asks for."""
    match value:
        case FieldOf(name):
            return [name]
        case Mapping():
            return [name for item in value.values() for name in names_in(item)]
        case list():
            return [name for item in value for name in names_in(item)]
        case _:
            return []

"""Walks over trees of any nodes, for what is the same for all of them."""

from collections.abc import Iterator
from typing import Any

import attrs

_FIELDS: dict[type, tuple[str, ...] | None] = {}


def fields_of(kind: type) -> tuple[str, ...] | None:
    """The names of a node class's fields in order, or None for a class that is no node."""
    if kind not in _FIELDS:
        is_node = attrs.has(kind)
        _FIELDS[kind] = tuple(field.name for field in attrs.fields(kind)) if is_node else None
    return _FIELDS[kind]


def children(node: Any) -> Iterator[Any]:
    """The nodes right below a node, in the order of its fields."""
    for name in fields_of(type(node)) or ():
        value = getattr(node, name)
        if type(value) is tuple:
            yield from (item for item in value if fields_of(type(item)))
        elif fields_of(type(value)):
            yield value

"""The fields of a type, and the type with one of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from specc.mock.validity import Types
from specc.semantics.types import (
    ContractType,
    FieldType,
    ListOf,
    Literal,
    Property,
    Record,
    Type,
    Union,
)

Path = tuple[str, ...]
"""Names of fields; `[]` is any item of a list."""

DEEPEST = 5


@attrs.frozen
class Spot:
    """A field of a type, or an item of a list. `body` is what its type is, null aside."""

    path: Path
    item: Property | None
    type: Type
    body: Type
    nullable: bool

    @property
    def label(self) -> str:
        """`lines[].quantity`, as obligations have it."""
        return label_of(self.path)


def label_of(path: Path) -> str:
    """A path as obligations have it."""
    text = ""
    for name in path:
        text += name if name == "[]" else f".{name}" if text else name
    return text


def spots(types: Types, type_: Type, *, answered: bool, path: Path = ()) -> Iterator[Spot]:
    """The fields of a type, outermost first: those that are answered, or else that are sent."""
    body, nullable = without_null(types, type_)
    match body:
        case Record(properties, _) if len(path) < DEEPEST:
            for item in properties:
                if (item.writeonly or item.secret) if answered else item.readonly:
                    continue
                inner, may_be_null = without_null(types, item.type)
                yield Spot((*path, item.name), item, item.type, inner, may_be_null)
                yield from spots(types, item.type, answered=answered, path=(*path, item.name))
        case ListOf(item=inner_type) if len(path) < DEEPEST:
            inner, may_be_null = without_null(types, inner_type)
            if not isinstance(inner, Record):
                yield Spot((*path, "[]"), None, inner_type, inner, may_be_null)
            yield from spots(types, inner_type, answered=answered, path=(*path, "[]"))
        case _:
            del nullable


def without_null(types: Types, type_: Type) -> tuple[Type, bool]:
    """What a type is besides null, contracts looked through, and whether it may be null."""
    body = types.body_of(type_)
    if not isinstance(body, Union):
        return body, body == Literal(None)
    plain = tuple(option for option in body.options if types.body_of(option) != Literal(None))
    if len(plain) == len(body.options):
        return body, False
    if len(plain) == 1:
        return types.body_of(plain[0]), True
    return Union(plain, body.tag), True


def edited(types: Types, type_: Type, path: Path, change: Callable[[Type], Type]) -> Type:
    """The type with a change made to the type at a place in it."""
    if not path:
        return change(type_)
    name, *rest = path
    match type_:
        case ContractType() | FieldType():
            return edited(types, types.body_of(type_), path, change)
        case Union(options, _):
            return attrs.evolve(
                type_, options=tuple(edited(types, item, path, change) for item in options)
            )
        case ListOf(item=item) if name == "[]":
            return attrs.evolve(type_, item=edited(types, item, tuple(rest), change))
        case Record(properties, _):
            return attrs.evolve(
                type_,
                properties=tuple(
                    attrs.evolve(item, type=edited(types, item.type, tuple(rest), change))
                    if item.name == name
                    else item
                    for item in properties
                ),
            )
        case _:
            return type_


def with_property(
    types: Types, type_: Type, path: Path, change: Callable[[Property], Property]
) -> Type:
    """The type with a change made to the field at a place in it."""

    def change_record(holder: Type) -> Type:
        body, _ = without_null(types, holder)
        if not isinstance(body, Record):
            return holder
        changed = attrs.evolve(
            body,
            properties=tuple(
                change(item) if item.name == path[-1] else item for item in body.properties
            ),
        )
        original = types.body_of(holder)
        return Union((changed, Literal(None))) if isinstance(original, Union) else changed

    return edited(types, type_, path[:-1], change_record)

"""The types of a union, each with a name and an example."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from specc.ir.expressions import Value
from specc.plan.changes.change import word
from specc.plan.changes.constants import constant
from specc.semantics.types import ListOf, Literal, MapOf, Record, Scalar, Type, Union


@attrs.frozen
class Variant:
    """`tag` is the field that tells it from the others, with its value, where there is one."""

    name: str
    type: Type
    example: object
    tag: tuple[str, object] | None


def variants(
    body_of: Callable[[Type], Type],
    example: Callable[[Type], Value | None],
    type_: Type,
    plain: list[Type],
) -> list[Variant]:
    """The variants of a union, without null."""
    tag = _tag_of(body_of, type_)
    return [_variant(body_of, example, tag, each) for each in plain]


def _variant(
    body_of: Callable[[Type], Type],
    example: Callable[[Type], Value | None],
    tag: str | None,
    type_: Type,
) -> Variant:
    sample = constant(example(type_))
    told = None
    if tag is not None and isinstance(sample, dict) and tag in sample:
        told = (tag, sample[tag])
    return Variant(_name(type_) if told is None else word(told[1]), type_, sample, told)


def _tag_of(body_of: Callable[[Type], Type], type_: Type) -> str | None:
    body = body_of(type_)
    if not isinstance(body, Union):
        return None
    if body.tag is not None:
        return body.tag
    # `Card | Transfer | null` may hold the tagged union one level down.
    return next((tag for tag in (_tag_of(body_of, item) for item in body.options) if tag), None)


def _name(type_: Type) -> str:
    match type_:
        case Record():
            return "object"
        case ListOf():
            return "list"
        case MapOf():
            return "map"
        case Literal(value):
            return f"value_{word(value)}"
        case Scalar(kind):
            return kind
        case _:
            return "other"

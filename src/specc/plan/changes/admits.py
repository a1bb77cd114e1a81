"""Whether a type allows a plain value."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from specc.plan.regex_example import accepts
from specc.semantics.types import (
    LENGTHS,
    NUMERIC,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
)


def admits(body_of: Callable[[Type], Type], type_: Type, value: object) -> bool:
    """Whether a client may send the value. Formats are held only against what has a space."""
    match body_of(type_):
        case Union(options, _):
            return any(admits(body_of, option, value) for option in options)
        case Literal(only):
            # 0 and 0.0 are one number in JSON; false is none.
            alike = isinstance(only, bool) is isinstance(value, bool)
            return alike and only == value
        case Record() as record:
            return isinstance(value, dict) and _record(body_of, record, value)
        case ListOf(item, low, high, unique):
            return (
                isinstance(value, list)
                and (low or 0) <= len(value) <= (len(value) if high is None else high)
                and not (unique and len(set(map(repr, value))) < len(value))
                and all(admits(body_of, item, each) for each in value)
            )
        case MapOf(inner):
            return isinstance(value, dict) and all(
                admits(body_of, inner, each) for each in value.values()
            )
        case Scalar() as scalar:
            return _scalar(scalar, value)
        case _:
            return True


def _record(body_of: Callable[[Type], Type], record: Record, value: dict[str, object]) -> bool:
    if not record.open and any(record.get(name) is None for name in value):
        return False
    # Whatever comes in place of a field that only the server sets, the server need not look at it.
    return all(
        admits(body_of, item.type, value[item.name]) if item.name in value else item.optional
        for item in record.properties
        if not item.readonly
    )


def _scalar(scalar: Scalar, value: object) -> bool:
    kind = scalar.kind
    if kind in ("any", "json", "file"):
        return True
    if kind == "bool" or isinstance(value, bool):
        return kind == "bool" and isinstance(value, bool)
    if kind in NUMERIC:
        return isinstance(value, int | Decimal) and _number(scalar, value)
    if not isinstance(value, str):
        return False
    if kind in LENGTHS:
        low = scalar.low if isinstance(scalar.low, int) else 0
        high = scalar.high if isinstance(scalar.high, int) else len(value)
        if not low <= len(value) <= high:
            return False
    return (kind == "string" or " " not in value) and all(
        accepts(pattern, value) for pattern in scalar.patterns
    )


def _number(scalar: Scalar, value: int | Decimal) -> bool:
    if scalar.kind == "int" and isinstance(value, Decimal) and value != value.to_integral_value():
        return False
    low, high = scalar.low, scalar.high
    return (not isinstance(low, int | Decimal) or low <= value) and (
        not isinstance(high, int | Decimal) or value <= high
    )

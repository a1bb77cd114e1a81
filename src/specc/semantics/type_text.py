"""Types as messages name them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import assert_never

from specc.semantics.types import (
    ContractType,
    FieldType,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
)


def type_text(type_: Type) -> str:
    """The type as a spec would write it, shortened where it is long."""
    match type_:
        case Scalar():
            return scalar_text(type_)
        case Literal(value):
            return value_text(value)
        case ListOf(item, low, high):
            return f"[{type_text(item)}]{_range_text(low, high)}"
        case MapOf(value):
            return "{string: " + type_text(value) + "}"
        case Record(properties):
            return "{ " + ", ".join(item.name for item in properties[:6]) + " }"
        case Union(options):
            return " | ".join(type_text(option) for option in options)
        case ContractType(symbol):
            return symbol.name
        case FieldType(contract, field):
            return f"{contract.name}.{field}"
        case Unknown():
            return "?"
    assert_never(type_)


def scalar_text(scalar: Scalar) -> str:
    """A scalar with its refinements: `int(1..100)`."""
    limits = [f"/{pattern}/" for pattern in scalar.patterns]
    if scalar.low is not None or scalar.high is not None:
        limits.insert(0, f"{_end_text(scalar.low)}..{_end_text(scalar.high)}")
    return f"{scalar.kind}({', '.join(limits)})" if limits else scalar.kind


def value_text(value: JsonScalar) -> str:
    """A literal value as a spec writes it."""
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _range_text(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    return f"({_end_text(low)}..{_end_text(high)})"


def _end_text(end: int | Decimal | str | None) -> str:
    if end is None:
        return ""
    return f'"{end}"' if isinstance(end, str) and ":" in end else str(end)

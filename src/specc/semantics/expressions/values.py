"""Literal values against types: does a value belong to a type, and if not, why."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NamedTuple, assert_never

from specc.diagnostics.suggest import did_you_mean
from specc.semantics.expressions.kinds import can_meet, kinds, value_kinds
from specc.semantics.moments import moment_text
from specc.semantics.patterns import compiled, uses_classes
from specc.semantics.resolver import Resolver
from specc.semantics.type_text import type_text, value_text
from specc.semantics.types import (
    LENGTHS,
    NUMERIC,
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


class Misfit(NamedTuple):
    """Why a value does not belong to a type. `refined`: the kind is right, the value is not."""

    refined: bool
    reason: str
    suggestion: str | None = None


def misfit(value: JsonScalar, type_: Type, resolver: Resolver) -> Misfit | None:
    """Why a value does not belong to a type; None where it does."""
    match type_:
        case Scalar():
            return _scalar_misfit(value, type_)
        case Literal(expected):
            if value == expected and isinstance(value, bool) == isinstance(expected, bool):
                return None
            return Misfit(
                can_meet(value_kinds(value), value_kinds(expected)),
                f"only {value_text(expected)} is allowed",
            )
        case ContractType() | FieldType():
            return misfit(value, resolver.body_of(type_), resolver)
        case Union(options):
            return _union_misfit(value, options, resolver)
        case Record() | MapOf():
            return Misfit(False, "an object is wanted")
        case ListOf():
            return Misfit(False, "a list is wanted")
        case Unknown():
            return None
    assert_never(type_)


def _union_misfit(
    value: JsonScalar, options: tuple[Type, ...], resolver: Resolver
) -> Misfit | None:
    found: list[Misfit] = []
    literals: list[JsonScalar] = []
    for option in options:
        wrong = misfit(value, option, resolver)
        if wrong is None:
            return None
        if can_meet(value_kinds(value), kinds(option, resolver)):
            found.append(wrong)
        if isinstance(option, Literal):
            literals.append(option.value)
    if len(literals) >= len(options) - 1 and len(literals) > 1:
        words = [item for item in literals if isinstance(item, str)]
        near = did_you_mean(value, words) if isinstance(value, str) else None
        shown = ", ".join(value_text(item) for item in literals)
        return Misfit(bool(found), f"it is none of {shown}", near)
    if len(found) == 1:
        return found[0]
    return Misfit(bool(found), f"it is not a `{' | '.join(map(type_text, options))}`")


def _scalar_misfit(value: JsonScalar, scalar: Scalar) -> Misfit | None:
    kind = scalar.kind
    if kind in {"any", "json"}:
        return None
    if kind in NUMERIC:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return Misfit(False, _wanted(kind))
        if kind == "int" and value != int(value):
            return Misfit(False, _wanted(kind))
        return _range_misfit(value, scalar, "")
    if kind == "bool":
        return None if isinstance(value, bool) else Misfit(False, _wanted(kind))
    if kind == "file" or not isinstance(value, str):
        return Misfit(False, _wanted(kind))
    has_format = _FORMATS.get(kind)
    if has_format is not None and not has_format(value):
        return Misfit(True, f"it is not {_wanted(kind).removesuffix(' is wanted')}")
    for pattern in scalar.patterns:
        if not uses_classes(pattern) and compiled(pattern).search(value) is None:
            return Misfit(True, f"it does not match /{pattern}/")
    if kind in LENGTHS:
        return _range_misfit(len(value), scalar, "character")
    if kind == "date":
        return _range_misfit(value, scalar, "")
    if kind in ("datetime", "time"):
        return _range_misfit(moment_text(kind, value) or value, scalar, "")
    return None


def _range_misfit(value: int | Decimal | str, scalar: Scalar, unit: str) -> Misfit | None:
    low, high = scalar.low, scalar.high
    if isinstance(value, str):
        below = isinstance(low, str) and value < low
        above = isinstance(high, str) and value > high
    else:
        below = isinstance(low, int | Decimal) and value < low
        above = isinstance(high, int | Decimal) and value > high
    if not below and not above:
        return None
    side, end = ("least", low) if below else ("most", high)
    if not unit:
        return Misfit(True, f"at {side} {end} is allowed")
    owned = f"{value} {unit}{'' if value == 1 else 's'}"
    return Misfit(
        True, f"it has {owned}, and at {side} {end} {'is' if end == 1 else 'are'} allowed"
    )


def _wanted(kind: str) -> str:
    return f"{_SHOWN.get(kind, f'a {kind}')} is wanted"


_SHOWN = {
    "int": "a whole number",
    "decimal": "a number",
    "bool": "`true` or `false`",
    "uuid": "a UUID",
    "email": "an e-mail address",
    "uri": "a URI",
    "date": "a date (2030-01-31)",
    "datetime": "a date and time (2030-01-31T08:00:00Z)",
    "time": "a time (08:00:00)",
    "duration": "a duration (PT5M)",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "bytes": "bytes",
    "file": 'a file, `file("a.png")`,',
}

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*|[^\s:]*")
_DURATION = re.compile(r"P(?=.)(\d+[YMWD])*(T(\d+(\.\d+)?[HMS])+)?")


def _parses(parse: Callable[[str], object]) -> Callable[[str], bool]:
    def has_format(text: str) -> bool:
        try:
            parse(text)
        except (ValueError, AddressValueError):
            return False
        return True

    return has_format


_FORMATS: dict[str, Callable[[str], bool]] = {
    "uuid": lambda text: _UUID.fullmatch(text) is not None,
    "email": lambda text: _EMAIL.fullmatch(text) is not None,
    "uri": lambda text: _URI.fullmatch(text) is not None,
    "duration": lambda text: _DURATION.fullmatch(text) is not None,
    "date": _parses(date.fromisoformat),
    "datetime": _parses(datetime.fromisoformat),
    "time": _parses(time.fromisoformat),
    "ipv4": _parses(IPv4Address),
    "ipv6": _parses(IPv6Address),
}

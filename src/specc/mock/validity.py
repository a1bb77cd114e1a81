"""Whether a value is one of a type, as a service looks at what it is sent."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, assert_never

import attrs

from specc.plan.regex_example import accepts
from specc.semantics.symbols import Symbol
from specc.semantics.types import (
    LENGTHS,
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
    looked_through,
)

DEEPEST = 60
"""How deep a value may be nested."""

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_EMAIL = re.compile(r"[^@\s\x00]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20<>\"{}|\\^`]+")
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(\.{_LABEL})*")
_DURATION = re.compile(
    r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?"
)
_UNITS = (31_556_952, 2_629_746, 604_800, 86_400, 0, 3_600, 60, 1)


@attrs.frozen(eq=False)
class Types:
    """The types of one suite; contracts are looked up in `definitions`."""

    definitions: Mapping[Symbol, Type]

    def body_of(self, type_: Type) -> Type:
        """The type with contracts and field types looked through."""
        return looked_through(type_, self.definitions)

    def problem(self, value: Any, type_: Type, at: str = "", depth: int = 0) -> str | None:
        """What keeps a value from being one of the type that may be sent; None if nothing does."""
        if depth > DEEPEST:
            return f"{at or 'the body'} is nested too deeply"
        body = self.body_of(type_)
        match body:
            case Unknown():
                return None
            case Literal(wanted):
                same = _alike(value, wanted)
                return None if same else f"{at or 'the value'} is not what is allowed"
            case Union(options, _):
                if any(self.problem(value, option, at, depth + 1) is None for option in options):
                    return None
                return f"{at or 'the value'} is none of what is allowed"
            case MapOf(inner):
                if not isinstance(value, dict):
                    return f"{at or 'the value'} is no object"
                return self._first((item, inner, f"{at}.*", depth + 1) for item in value.values())
            case ListOf():
                return self._list(value, body, at, depth)
            case Record():
                return self._record(value, body, at, depth)
            case Scalar():
                found = scalar_problem(value, body)
                return None if found is None else f"{at or 'the value'} {found}"
            case ContractType() | FieldType():
                return None
            case _:
                assert_never(body)

    def fits(self, value: Any, type_: Type) -> bool:
        """Whether a value is one of the type."""
        return self.problem(value, type_) is None

    def _first(self, parts: Any) -> str | None:
        for value, type_, at, depth in parts:
            found = self.problem(value, type_, at, depth)
            if found is not None:
                return found
        return None

    def _list(self, value: Any, type_: ListOf, at: str, depth: int) -> str | None:
        if not isinstance(value, list):
            return f"{at or 'the value'} is no list"
        if type_.low is not None and len(value) < type_.low:
            return f"{at or 'the list'} has too few items"
        if type_.high is not None and len(value) > type_.high:
            return f"{at or 'the list'} has too many items"
        if type_.unique and any(item in value[:index] for index, item in enumerate(value)):
            return f"{at or 'the list'} has an item twice"
        return self._first((item, type_.item, f"{at}[]", depth + 1) for item in value)

    def _record(self, value: Any, record: Record, at: str, depth: int) -> str | None:
        if not isinstance(value, dict):
            return f"{at or 'the body'} is no object"
        known = {item.name: item for item in record.properties}
        for item in record.properties:
            where = f"{at}.{item.name}" if at else item.name
            if item.name not in value:
                if not item.optional and not item.readonly:
                    return f"{where} is missing"
            elif not item.readonly:  # the server decides those, whatever is sent
                found = self.problem(value[item.name], item.type, where, depth + 1)
                if found is not None:
                    return found
        if not record.open and any(name not in known for name in value):
            return f"{at or 'the body'} has a field that is not known"
        return None


def _alike(value: Any, wanted: object) -> bool:
    return isinstance(value, bool) == isinstance(wanted, bool) and bool(value == wanted)


def scalar_problem(value: Any, scalar: Scalar) -> str | None:
    """What keeps a value from being one of a scalar type, as words that follow its name."""
    kind = scalar.kind
    if kind in ("any", "json"):
        return None
    if kind == "bool":
        return None if isinstance(value, bool) else "is neither true nor false"
    if kind in ("int", "number", "decimal"):
        return _number_problem(value, scalar)
    if kind == "file":
        size = len(value) if isinstance(value, bytes) else -1
        return _outside(size, scalar) if size >= 0 else "is no file"
    if not isinstance(value, str):
        return "is no text"
    read = _FORMATS.get(kind)
    if read is not None:
        try:
            measured = read(value)
        except ValueError:
            return f"is no {kind}"
        if kind not in LENGTHS or kind == "bytes":
            return _outside(measured, scalar)
    found = _outside(len(value), scalar)
    if found is not None:
        return found
    if not all(accepts(pattern, value) for pattern in scalar.patterns):
        return "does not match its pattern"
    return None


def _number_problem(value: Any, scalar: Scalar) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | float):
        return "is no number"
    number = Decimal(str(value))
    if not number.is_finite() or number.adjusted() > 400:
        return "is too large a number"
    if scalar.kind == "int" and number != number.to_integral_value():
        return "is no whole number"
    return _outside(number, scalar)


def _outside(value: Any, scalar: Scalar) -> str | None:
    """Whether a number, a length or a point in time lies outside of the bounds."""
    read = _FORMATS.get(scalar.kind) if scalar.kind in _TIMES else None
    for end, is_low in ((scalar.low, True), (scalar.high, False)):
        if end is None:
            continue
        bound: Any = read(end) if read is not None and isinstance(end, str) else end
        try:
            if (value < bound) if is_low else (value > bound):
                return "is below what is allowed" if is_low else "is above what is allowed"
        except TypeError:  # a zone on one side only: nobody can say which comes first
            return "cannot be compared with its bounds"
    return None


def _matching(pattern: re.Pattern[str]) -> Callable[[str], Any]:
    def read(text: str) -> str:
        if pattern.fullmatch(text) is None:
            raise ValueError(text)
        return text

    return read


def _duration(text: str) -> Decimal:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    total = Decimal(0)
    for group, unit in zip(found.groups()[:8], _UNITS, strict=True):
        if group and unit:
            total += Decimal(group[:-1].replace(",", ".")) * unit
    return total


def _moment(text: str) -> datetime:
    if re.fullmatch(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d.*", text) is None:
        raise ValueError(text)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _day(text: str) -> date:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) is None:
        raise ValueError(text)
    return date.fromisoformat(text)


def _base64(text: str) -> int:
    try:
        return len(base64.b64decode(text, validate=True))
    except binascii.Error as error:
        raise ValueError(text) from error


_FORMATS: dict[str, Callable[[str], Any]] = {
    "uuid": _matching(_UUID),
    "email": _matching(_EMAIL),
    "uri": _matching(_URI),
    "hostname": _matching(_HOST),
    "ipv4": ipaddress.IPv4Address,
    "ipv6": ipaddress.IPv6Address,
    "date": _day,
    "datetime": _moment,
    "time": time.fromisoformat,
    "duration": _duration,
    "bytes": _base64,
}
_TIMES = frozenset({"date", "datetime", "time", "duration"})

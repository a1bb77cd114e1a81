"""Typical valid values, made from types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import attrs

from specc.ir.expressions import Builtin, Const, Fields, Items, Thing, Value
from specc.plan.numbers import number_within
from specc.plan.regex_example import accepts, regex_example, translated
from specc.semantics.symbols import Symbol
from specc.semantics.types import (
    TEMPORAL,
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

Feeding = Callable[[FieldType], Thing | None]

_FIXED = {
    "uuid": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
    "date": "2030-01-01",
    "datetime": "2030-01-01T12:00:00Z",
    "time": "12:00:00Z",
    "duration": "PT1H",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "hostname": "host.example",
    "uri": "https://host.example/path",
    "email": "person@host.example",
    "bytes": "c3BlY2M=",
}
MAX_DEPTH = 8
_ROOM = 6
"""Letters and digits that chance must have for a text that nobody else has."""


@attrs.frozen(eq=False)
class Examples:
    """Makes values of types. `unique` gives each plain text and address a value of its own.

    `feed` says which thing a field's type is taken from, if any; `definitions` what contracts are;
    `stated` are the examples that types state.
    """

    definitions: Mapping[Symbol, Type]
    feed: Feeding
    stated: Mapping[object, Value]
    unique: bool = False
    taken: bool = False
    """Whether a value may be taken already: then texts of a pattern are others each time, too."""
    changing: bool = False
    """Whether a record in which nothing must be sent is shown with all that may be: a change that
    changes nothing shows little."""

    def body_of(self, type_: Type) -> Type:
        """The type with contracts and field types looked through."""
        return looked_through(type_, self.definitions)

    def of(self, type_: Type, depth: int = 0) -> Value | None:
        """A valid value; None where none could be made."""
        if depth > MAX_DEPTH:
            return None
        match type_:
            case FieldType():
                thing = self.feed(type_)
                return self.of(type_.type, depth) if thing is None else thing
            case ContractType():
                return self.of(self.body_of(type_), depth + 1)
            case Literal(value):
                return Const(value)
            case Record():
                return self.record(type_, Fields(()), depth)
            case ListOf(item, low, high, unique):
                return Items(()) if high == 0 else self._list(item, low or 0, unique, depth)
            case MapOf():
                return Fields(())
            case Union(options, _):
                for option in sorted(options, key=lambda item: item == Literal(None)):
                    made = self.of(option, depth + 1)
                    if made is not None:
                        return made
                return None
            case Scalar():
                return self._scalar(type_)
            case Unknown():
                return None

    def record(self, record: Record, given: Fields, depth: int = 0) -> Value | None:
        """A record with what is given, and a value for each further field that must be sent."""
        present = dict(given.entries)
        for item in record.properties:
            if item.name in present or item.optional or item.readonly:
                continue
            value = self.stated.get(item.example)
            value = value if value is not None else self.of(item.type, depth + 1)
            if value is None:
                return None
            present[item.name] = value
        if self.changing and not present:
            for item in record.properties:
                if item.readonly:
                    continue
                shown = self.stated.get(item.example) or self.of(item.type, depth + 1)
                if shown is not None:
                    present[item.name] = shown
        return Fields(tuple(present.items()))

    def _list(self, item: Type, low: int, unique: bool, depth: int) -> Value | None:
        # One item even where none is asked for: an empty list shows little.
        first = self.of(item, depth + 1)
        if first is None:
            return Items(()) if low == 0 else None
        if low <= 1:
            return Items((first,))
        if low > 1000:
            return None
        if not unique:
            return Items((first,) * low)
        body = self.body_of(item)
        several = tuple(varied(first, number, body) for number in range(low))
        return None if len(set(map(repr, several))) < low else Items(several)

    def _scalar(self, scalar: Scalar) -> Value | None:
        low, high = scalar.low, scalar.high
        match scalar.kind:
            case "int" | "number" | "decimal":
                return Const(number_within(low, high, whole=scalar.kind == "int"))
            case "bool":
                return Const(True)
            case "any" | "json":
                return Const("text")
            case "file":
                return Builtin("file", (), "")
            case "uuid" | "ipv4" | "ipv6" | "bytes":
                return Const(_FIXED[scalar.kind])
            case "date" | "datetime" | "time" | "duration":
                if isinstance(low, str):
                    return Const(low)
                return Const(high if isinstance(high, str) else _FIXED[scalar.kind])
            case "email" if self.unique:
                return Builtin("unique_email", (), "")
            case "string":
                return self._string(scalar)
            case kind:
                text = _FIXED[kind]
                return Const(text) if fits(text, scalar) else None

    def _string(self, scalar: Scalar) -> Value | None:
        low = scalar.low if isinstance(scalar.low, int) else 0
        high = scalar.high if isinstance(scalar.high, int) else None
        if scalar.patterns:
            text = regex_example(scalar.patterns[0], low)
            if text is None or not fits(text, scalar):
                return None
            return (self._one_of_many(scalar) if self.unique and self.taken else None) or Const(
                text
            )
        if self.unique and low <= 12 and (high is None or high >= 24):
            return Builtin("unique", (Const("text"),), "")
        text = "text" * (max(low, 4) // 4 + 1)
        return Const(text[: max(low, min(4, high if high is not None else 4))])

    def _one_of_many(self, scalar: Scalar) -> Value | None:
        """A text of a pattern that no other call has; None where the pattern has too few."""
        low = scalar.low if isinstance(scalar.low, int) else 0
        for most in (_ROOM, None):
            text = regex_example(scalar.patterns[0], low, most=most)
            if text is not None and fits(text, scalar) and room(text, scalar.patterns) >= _ROOM:
                patterns = tuple(Const(translated(pattern)) for pattern in scalar.patterns)
                return Builtin("unique_like", (Const(text), *patterns), "")
        return None


def room(text: str, patterns: tuple[str, ...]) -> int:
    """How many of a text's letters and digits may be others, each by itself."""
    others = str.maketrans("Aa1", "Qk7")
    return sum(
        char in "Aa1"
        and all(
            accepts(pattern, text[:at] + char.translate(others) + text[at + 1 :])
            for pattern in patterns
        )
        for at, char in enumerate(text)
    )


def fits(text: str, scalar: Scalar) -> bool:
    """Whether a text keeps to a scalar's lengths and patterns."""
    low = scalar.low if isinstance(scalar.low, int) else 0
    high = scalar.high if isinstance(scalar.high, int) else len(text)
    return low <= len(text) <= high and all(accepts(item, text) for item in scalar.patterns)


def varied(value: Value, number: int, type_: Type) -> Value:
    """One of several values of a type that differ; the same one where no other is known."""
    match value, type_:
        case Const(int() | Decimal() as at), Scalar(low=low, high=high) if not isinstance(at, bool):
            if isinstance(low, int | Decimal):
                at = low
            if not isinstance(high, int | Decimal) or at + number <= high:
                return Const(_plain(at + number))
            return value if isinstance(low, int | Decimal) else Const(_plain(high - number))
        case Const(str() as text), Scalar(kind) if number:
            other = _other_text(kind, text, number)
            if kind in TEMPORAL:
                return Const(other) if type_.low is type_.high is None else value
            return Const(other) if fits(other, type_) else value
        case _:
            return value


def _plain(number: int | Decimal) -> int | Decimal:
    return int(number) if number == int(number) else number


def _other_text(kind: str, text: str, number: int) -> str:
    """A text of the same format; the same one where no other is known."""
    match kind:
        case "string" | "uri":
            return f"{text}{number}"
        case "email" | "hostname":
            return f"{kind[0]}{number}{text}"
        case "date" | "datetime" if int(text[8:10]) + number <= 28:
            return f"{text[:8]}{int(text[8:10]) + number:02d}{text[10:]}"
        case "uuid" if number < 0xFFFF:
            return f"{text[:-4]}{number:04x}"
        case "ipv4" if number < 250:
            return f"{text.rpartition('.')[0]}.{number + 2}"
        case _:
            return text

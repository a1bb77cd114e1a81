"""Values that are valid by construction, each another one where things are told apart by it."""

from __future__ import annotations

import random
import string
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs

from specc.ir.expressions import Value
from specc.mock.validity import Types
from specc.plan.changes import constant
from specc.plan.numbers import number_within
from specc.plan.regex_example import accepts, regex_example
from specc.semantics.types import (
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Property,
    Record,
    Scalar,
    Type,
    Union,
)

MAX_DEPTH = 12
_START = datetime(2030, 1, 1, 12, tzinfo=UTC)
_TRIES = 60

Source = Callable[[Type], Any]
"""What is already there for a type: a thing, or the field of one; None where nothing is."""


class NoValueError(Exception):
    """No value of a type could be made; the message says of which."""


@attrs.define(eq=False)
class Maker:
    """Makes values. All chance follows `chance`, so that a seed repeats a service's answers."""

    types: Types
    stated: Mapping[object, Value]
    chance: random.Random
    count: int = 0
    full: bool = False
    """Whether optional fields are filled too, now and then: for data to look at."""

    def make(
        self, type_: Type, name: str = "", source: Source | None = None, depth: int = 0
    ) -> Any:
        """A value of the type. Raises NoValueError."""
        if depth > MAX_DEPTH:
            raise NoValueError(f"{name or 'a value'} is endless")
        if source is not None and isinstance(type_, ContractType | FieldType):
            found = source(type_)
            if found is not None:
                return found
        body = self.types.body_of(type_)
        match body:
            case Literal(value):
                return value
            case Record():
                return self.record(body, {}, source, depth)
            case ListOf():
                return self._list(body, name, source, depth)
            case MapOf():
                return {}
            case Union(options, _):
                return self._one_of(options, name, source, depth)
            case Scalar():
                return self.scalar(body, name)
            case _:
                return name or "value"

    def record(
        self, record: Record, given: dict[str, Any], source: Source | None = None, depth: int = 0
    ) -> dict[str, Any]:
        """A record with what is given, and a value for each further field that must be there."""
        made = dict(given)
        for item in record.properties:
            if item.name in made or item.writeonly or item.secret:
                continue
            if item.optional and not (self.full and depth < 3 and self.chance.random() < 0.5):
                continue
            made[item.name] = self.field(item, source, depth)
        return made

    def field(self, item: Property, source: Source | None = None, depth: int = 0) -> Any:
        """A value for a field: its example, if it has one that is known before the run."""
        if item.example is not None and not item.readonly:
            value = self.stated.get(item.example)
            plain = () if value is None else constant(value)
            if plain != ():
                return plain
        return self.make(item.type, item.name, source, depth + 1)

    def sent(self, type_: Type, depth: int = 0) -> Any:
        """A value as a client would send it: without what the server decides, secrets included."""
        body = self.types.body_of(type_)
        if not isinstance(body, Record):
            return self.make(type_, "", None, depth)
        made: dict[str, Any] = {}
        for item in body.properties:
            wanted = not item.optional or (self.full and self.chance.random() < 0.5)
            if wanted and not item.readonly:
                inner = self.types.body_of(item.type)
                nested = isinstance(inner, Record) and item.example is None
                made[item.name] = (
                    self.sent(item.type, depth + 1) if nested else self.field(item, None, depth)
                )
        return made

    def _one_of(
        self, options: tuple[Type, ...], name: str, source: Source | None, depth: int
    ) -> Any:
        wrong: NoValueError | None = None
        plain = [option for option in options if option != Literal(None)]
        if self.full and plain:
            plain = self.chance.sample(plain, len(plain))
        for option in (*plain, *(option for option in options if option not in plain)):
            try:
                return self.make(option, name, source, depth + 1)
            except NoValueError as error:
                wrong = error
        raise wrong or NoValueError(f"{name} has no options")

    def _list(self, type_: ListOf, name: str, source: Source | None, depth: int) -> list[Any]:
        low, high = type_.low or 0, type_.high
        # One item even where none is asked for: an empty list shows little. But trees end.
        most = self.chance.randint(1, 3) if self.full and depth < 3 else int(depth < 4)
        count = max(low, most if high is None else min(high, most))
        if count > 10_000:
            raise NoValueError(f"{name} has too many items")
        items: list[Any] = []
        for _ in range(count * 4):
            if len(items) == count:
                break
            try:
                item = self.make(type_.item, name, source, depth + 1)
            except NoValueError:
                break
            if not (type_.unique and item in items):
                items.append(item)
        if len(items) < low:
            raise NoValueError(f"{name} needs {low} different items")
        return items

    def scalar(self, scalar: Scalar, name: str = "") -> Any:
        """A value of a scalar type."""
        self.count += 1
        low, high = scalar.low, scalar.high
        match scalar.kind:
            case "int":
                return self._whole(low, high)
            case "number" | "decimal":
                return number_within(low, high, whole=False)
            case "bool":
                return True
            case "any" | "json":
                return name or "value"
            case "file":
                return b"file"
            case "uuid":
                return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
            case "ipv4":
                return f"192.0.2.{self.count % 254 + 1}"
            case "ipv6":
                return f"2001:db8::{self.count % 60_000 + 1:x}"
            case "bytes":
                return "c3BlY2M="
            case "date" | "datetime" | "time" | "duration":
                return self._moment(scalar)
            case "email":
                return self._fitting(scalar, f"person-{self._word()}@host.example")
            case "uri":
                return self._fitting(scalar, f"https://host.example/{self._word()}")
            case "hostname":
                return self._fitting(scalar, f"host-{self._word()}.example")
            case _:
                return self._text(scalar, name)

    def _word(self) -> str:
        return f"{self.chance.getrandbits(32):08x}"

    def _whole(self, low: object, high: object) -> int:
        least = low if isinstance(low, int | Decimal) else 1
        at = int(least) + self.count
        if isinstance(high, int | Decimal) and at > high:
            return int(number_within(low, high, whole=True))
        return at

    def _moment(self, scalar: Scalar) -> str:
        for end in (scalar.low, scalar.high):
            if isinstance(end, str):
                return end
        moment = _START + timedelta(seconds=self.count)
        match scalar.kind:
            case "date":
                return moment.date().isoformat()
            case "datetime":
                return moment.isoformat().replace("+00:00", "Z")
            case "time":
                return "12:00:00Z"
            case _:
                return "PT1H" if scalar.low is None else f"PT{int(scalar.low)}S"

    def _text(self, scalar: Scalar, name: str) -> str:
        low = scalar.low if isinstance(scalar.low, int) else 0
        high = scalar.high if isinstance(scalar.high, int) else None
        if scalar.patterns:
            example = regex_example(scalar.patterns[0], low)
            if example is None:
                raise NoValueError(f"no text was found that the pattern of {name} accepts")
            return self.varied(example, scalar)
        text = f"{name or 'text'}-{self._word()}"
        if high is not None and len(text) > high:
            text = self._word()[:high]
        return text + "x" * (low - len(text))

    def varied(self, example: str, scalar: Scalar) -> str:
        """Another text of a type, which is likely to be none that was made before."""
        for attempt in range(_TRIES):
            word = self._word()
            shuffled = "".join(self._like(char) for char in example)
            text = (word, example + word, shuffled)[min(attempt, 2)]
            if self._allows(scalar, text) and text != example:
                return text
        return self._fitting(scalar, example)

    def _like(self, char: str) -> str:
        for group in (string.digits, string.ascii_lowercase, string.ascii_uppercase):
            if char in group:
                return self.chance.choice(group)
        return char

    def _allows(self, scalar: Scalar, text: str) -> bool:
        low = scalar.low if isinstance(scalar.low, int) else 0
        high = scalar.high if isinstance(scalar.high, int) else len(text)
        return low <= len(text) <= high and all(accepts(item, text) for item in scalar.patterns)

    def _fitting(self, scalar: Scalar, text: str) -> str:
        if not self._allows(scalar, text):
            raise NoValueError(f"no {scalar.kind} of the wanted length or pattern was found")
        return text

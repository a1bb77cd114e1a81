"""Single changes to a valid value: some make it invalid, some must leave it valid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal as OneOf

import attrs

from specc.ir.expressions import Builtin, Const, Fields, Items, Thing, Value
from specc.plan.numbers import number_within
from specc.plan.regex_example import accepts, regex_example
from specc.semantics.types import (
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
)

LONGEST = 20_000
"""Texts and lists longer than this are not sent to find a limit; sizes like that are load."""


@attrs.frozen
class Change:
    """One edit of a base value. `label` is its stable name; `path` leads to where it applies.

    `text` marks a value that is sent as it is, past the type's own serialisation.
    """

    label: str
    operation: OneOf["put", "drop"]
    path: tuple[str | int, ...]
    value: object = None
    text: bool = False

    def edits_as(self, other: Change) -> bool:
        """Whether both are the same edit, whatever they are called."""
        return (
            self.path == other.path
            and self.operation == other.operation
            and self.text == other.text
            and self.value == other.value
        )


@attrs.frozen(eq=False)
class Changes:
    """Finds changes. `textual` is for places where all values travel as text."""

    body_of: Callable[[Type], Type]
    textual: bool = False
    secrets: bool = False
    """Whether a changed secret is still valid: not where it must be an account's."""
    example: Callable[[Type], Value | None] = lambda _: None
    """A valid value of a type: what is changed inside of where the base has nothing."""

    def invalid(
        self, type_: Type, base: Value | None, path: tuple[str | int, ...] = (), label: str = ""
    ) -> Iterator[Change]:
        """Each change that breaks exactly one rule of the type."""
        if len(path) > 12:
            return
        options = self._options(type_)
        plain = [item for item in options if item != Literal(None)]
        if not self.textual and len(plain) == len(options) and path and not self._any(options):
            yield Change(_join(label, "null"), "put", path, None)
        if len(plain) != 1:
            yield from self._invalid_union(plain, path, label)
            return
        match plain[0]:
            case Record() as record:
                yield from self._invalid_record(record, base, path, label)
            case ListOf() as sequence:
                yield from self._invalid_list(sequence, base, path, label)
            case MapOf():
                if not self.textual:
                    yield Change(_join(label, "wrong_type"), "put", path, "text")
            case Literal(value):
                yield Change(_join(label, "not_allowed"), "put", path, _other(value))
            case Scalar() as scalar:
                yield from self._invalid_scalar(scalar, path, label)
            case _:
                pass

    def valid(
        self, type_: Type, base: Value | None, path: tuple[str | int, ...] = (), label: str = ""
    ) -> Iterator[Change]:
        """Each change to the very edge of what the type allows."""
        if len(path) > 12 or isinstance(base, Builtin | Thing):
            # What is made for the run or taken from a thing has to be just that.
            return
        options = self._options(type_)
        plain = [item for item in options if item != Literal(None)]
        if len(plain) < len(options) and not self.textual:
            yield Change(_join(label, "null"), "put", path, None)
        literals = [item.value for item in plain if isinstance(item, Literal)]
        if len(literals) == len(plain):
            for value in literals if len(literals) > 1 else ():
                yield Change(_join(label, f"value_{_word(value)}"), "put", path, value)
            return
        if len(plain) != 1:
            return
        match plain[0]:
            case Record() if path and base is None:
                pass  # It is not in the base value: there is no place for its fields.
            case Record() as record:
                present = dict(base.entries) if isinstance(base, Fields) else {}
                for item in record.properties:
                    if item.readonly or (item.secret and not self.secrets):
                        continue
                    at, name = (*path, item.name), _join(label, item.name)
                    if item.optional and item.name in present:
                        yield Change(_join(name, "absent"), "drop", at)
                    yield from self._inside(self.valid, item.type, present.get(item.name), at, name)
            case ListOf() as sequence:
                yield from self._valid_list(sequence, base, path, label)
            case Scalar() as scalar:
                yield from _valid_scalar(scalar, path, label)
            case _:
                pass

    def _inside(
        self,
        changes: Callable[[Type, Value | None, tuple[str | int, ...], str], Iterator[Change]],
        type_: Type,
        base: Value | None,
        path: tuple[str | int, ...],
        label: str,
    ) -> Iterator[Change]:
        """The changes of a field; where the base has none, deeper ones change an example of it."""
        if base is not None:
            yield from changes(type_, base, path, label)
            return
        sample = self.example(type_)
        whole = constant(sample)
        for change in changes(type_, None if whole == () else sample, path, label):
            if change.path == path:
                yield change
            elif whole != ():
                value = _edited(whole, change.path[len(path) :], change)
                yield Change(change.label, "put", path, value, change.text)

    def _options(self, type_: Type) -> list[Type]:
        body = self.body_of(type_)
        if isinstance(body, Union):
            return [inner for option in body.options for inner in self._options(option)]
        return [body]

    def _any(self, options: list[Type]) -> bool:
        return any(
            isinstance(item, Unknown) or (isinstance(item, Scalar) and item.kind in ("any", "json"))
            for item in options
        )

    def _invalid_union(
        self, options: list[Type], path: tuple[str | int, ...], label: str
    ) -> Iterator[Change]:
        if options and all(isinstance(item, Literal) for item in options):
            values = [item.value for item in options if isinstance(item, Literal)]
            if all(isinstance(value, str) for value in values):
                yield Change(_join(label, "not_in_enum"), "put", path, "no_such_value")
            elif all(isinstance(value, int) for value in values):
                highest = max(value for value in values if isinstance(value, int))
                yield Change(_join(label, "not_in_enum"), "put", path, highest + 1)

    def _invalid_record(
        self, record: Record, base: Value | None, path: tuple[str | int, ...], label: str
    ) -> Iterator[Change]:
        if path and not self.textual:
            yield Change(_join(label, "wrong_type"), "put", path, "text")
        if path and base is None:
            # The record is not in the base value: there is no place for its fields.
            return
        present = dict(base.entries) if isinstance(base, Fields) else {}
        for item in record.properties:
            if item.readonly:
                continue
            at, name = (*path, item.name), _join(label, item.name)
            if not item.optional:
                yield Change(_join(name, "missing"), "drop", at)
            yield from self._inside(self.invalid, item.type, present.get(item.name), at, name)

    def _invalid_list(
        self, sequence: ListOf, base: Value | None, path: tuple[str | int, ...], label: str
    ) -> Iterator[Change]:
        if not self.textual:
            yield Change(_join(label, "wrong_type"), "put", path, "text")
        items = _constants(base)
        if sequence.low:
            if sequence.low == 1:
                yield Change(_join(label, "too_few"), "put", path, [])
            elif items and len(items) >= sequence.low:
                yield Change(_join(label, "too_few"), "put", path, items[: sequence.low - 1])
        if sequence.high is not None and items and sequence.high < LONGEST and not sequence.unique:
            yield Change(_join(label, "too_many"), "put", path, [items[0]] * (sequence.high + 1))
        if sequence.unique and items and (sequence.high is None or sequence.high >= 2):
            yield Change(_join(label, "repeated_item"), "put", path, [items[0], items[0]])
        if isinstance(base, Items) and base.items:
            yield from self.invalid(sequence.item, base.items[0], (*path, 0), f"{label}[]")

    def _valid_list(
        self, sequence: ListOf, base: Value | None, path: tuple[str | int, ...], label: str
    ) -> Iterator[Change]:
        items = _constants(base)
        if not sequence.low and isinstance(base, Items) and base.items:
            yield Change(_join(label, "minimum"), "put", path, [])
        if items and not sequence.unique:
            if sequence.low and sequence.low < LONGEST:
                yield Change(_join(label, "minimum"), "put", path, [items[0]] * sequence.low)
            if sequence.high is not None and 0 < sequence.high < LONGEST:
                yield Change(_join(label, "maximum"), "put", path, [items[0]] * sequence.high)
        if isinstance(base, Items) and base.items:
            yield from self.valid(sequence.item, base.items[0], (*path, 0), f"{label}[]")

    def _invalid_scalar(
        self, scalar: Scalar, path: tuple[str | int, ...], label: str
    ) -> Iterator[Change]:
        low, high = scalar.low, scalar.high
        match scalar.kind:
            case "any" | "json" | "file":
                return
            case "bool":
                yield Change(_join(label, "wrong_type"), "put", path, "maybe", text=self.textual)
            case "int" | "number" | "decimal":
                yield Change(_join(label, "wrong_type"), "put", path, "text", text=self.textual)
                if not self.textual:
                    text = str(number_within(low, high, whole=scalar.kind == "int"))
                    yield Change(_join(label, "number_as_text"), "put", path, text)
                if scalar.kind == "int":
                    yield Change(_join(label, "fraction"), "put", path, _between(low, high))
                step = 1 if scalar.kind == "int" else Decimal("0.01")
                if isinstance(low, int | Decimal):
                    yield Change(_join(label, "below_minimum"), "put", path, low - step)
                if isinstance(high, int | Decimal):
                    yield Change(_join(label, "above_maximum"), "put", path, high + step)
            case kind:
                if not self.textual:
                    yield Change(_join(label, "wrong_type"), "put", path, 12345)
                yield from _invalid_text(scalar, kind, path, label)


def _invalid_text(
    scalar: Scalar, kind: str, path: tuple[str | int, ...], label: str
) -> Iterator[Change]:
    low, high = scalar.low, scalar.high
    if kind not in ("string", "bytes", "file"):
        yield Change(_join(label, "malformed"), "put", path, f"not a {kind}")
    if kind != "string":
        return
    if isinstance(low, int) and low > 0:
        yield Change(_join(label, "too_short"), "put", path, _filled(scalar, low - 1))
    if isinstance(high, int) and high < LONGEST:
        yield Change(_join(label, "too_long"), "put", path, _filled(scalar, high + 1))
    for pattern in scalar.patterns:
        example = regex_example(pattern) or ""
        for name, texts in (
            ("pattern_mismatch", ("no match \u2603!", "~", "", "0", "A")),
            ("pattern_too_short", (example[:-1],)),
            ("pattern_too_long", (example + example[-1:], example * 40)),
        ):
            for text in texts:
                within = (low is None or len(text) >= int(low)) and (
                    high is None or len(text) <= int(high)
                )
                if within and not accepts(pattern, text):
                    yield Change(_join(label, name), "put", path, text)
                    break


def _valid_scalar(scalar: Scalar, path: tuple[str | int, ...], label: str) -> Iterator[Change]:
    low, high = scalar.low, scalar.high
    match scalar.kind:
        case "int" | "number" | "decimal":
            for end, name in ((low, "minimum"), (high, "maximum")):
                if isinstance(end, int | Decimal):
                    yield Change(_join(label, name), "put", path, end)
        case "bool":
            for value in (True, False):
                yield Change(_join(label, str(value).lower()), "put", path, value)
        case "date" | "datetime" | "time":
            for end, name in ((low, "minimum"), (high, "maximum")):
                if isinstance(end, str):
                    yield Change(_join(label, name), "put", path, end)
        case "string" if not scalar.patterns:
            for end, name in ((low, "minimum_length"), (high, "maximum_length")):
                if isinstance(end, int) and end < LONGEST:
                    yield Change(_join(label, name), "put", path, _filled(scalar, end))
        case _:
            pass


def _filled(scalar: Scalar, length: int) -> str:
    """A text of a length, of characters that the pattern would take if there is one."""
    for char in "aA0":
        text = char * length
        if all(accepts(pattern, text) for pattern in scalar.patterns):
            return text
    return "a" * length


def _between(low: object, high: object) -> Decimal:
    base = low if isinstance(low, int | Decimal) else 1
    top = high if isinstance(high, int | Decimal) else None
    value = Decimal(base) + Decimal("0.5")
    return value if top is None or value <= top else Decimal(base) - Decimal("0.5")


def _constants(base: Value | None) -> list[object]:
    """The items of a list whose values are all known before the run; empty where they are not."""
    value = constant(base)
    return value if isinstance(value, list) else []


def constant(value: Value | None) -> object:
    """The plain value of an expression; an empty tuple where it is only known at run time."""
    match value:
        case Const(plain):
            return plain
        case Items(items):
            found = [constant(item) for item in items]
            return () if () in found else found
        case Fields(entries):
            pairs = {key: constant(item) for key, item in entries}
            return () if () in pairs.values() else pairs
        case _:
            return ()


def _edited(value: object, path: tuple[str | int, ...], change: Change) -> object:
    """A copy of a plain value with one change made at a place in it."""
    if not path:
        return change.value
    step, *rest = path
    match value:
        case dict():
            if not rest and change.operation == "drop":
                return {key: item for key, item in value.items() if key != step}
            return {**value, step: _edited(value.get(step), tuple(rest), change)}
        case list():
            return [
                _edited(item, tuple(rest), change) if index == step else item
                for index, item in enumerate(value)
            ]
        case _:
            return value


def _other(value: object) -> object:
    match value:
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case _:
            return "no_such_value"


def _word(value: object) -> str:
    return "".join(char if char.isalnum() else "_" for char in str(value))[:40]


def _join(label: str, name: str) -> str:
    return f"{label}.{name}" if label else name

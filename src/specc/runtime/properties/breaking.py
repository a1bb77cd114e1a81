"""Ways to break exactly one rule of a valid value.

Each is an edit of a value at one place. What a union's other alternatives or a form that knows
text only would still take is no way to break it, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from specc.runtime.json_text import Json
from specc.runtime.keywords import compile_schema
from specc.runtime.properties.carriers import Carrier
from specc.runtime.properties.placeholder import FieldOf
from specc.runtime.serialise import Raw, text_of

Path = tuple[str | int, ...]

_LONGEST = 5_000
"""Texts and lists longer than this are not sent to find a limit; sizes like that are load."""
_NO_MATCH = ("no match \u2603!", "~", "0", "A", "?")


class _Gone:
    """Stands for a field that is left out."""


GONE = _Gone()


@attrs.frozen
class Breach:
    """One edit that makes a valid value invalid: `value` at `path`, or GONE; `rule` names it."""

    path: Path
    rule: str
    value: Any

    def __call__(self, base: Json) -> Json:
        """An edited copy of a value."""
        return _put(base, self.path, self.value)

    @property
    def place(self) -> str:
        """The path as people write it: `lines[0].quantity`."""
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
        return text


def _put(base: Json, path: Path, value: Any) -> Json:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(base, list):
        return [_put(each, rest, value) if at == step else each for at, each in enumerate(base)]
    if not rest and value is GONE:
        return {key: item for key, item in base.items() if key != step}
    return {**base, step: _put(base.get(step), rest, value)}


@attrs.define
class Breaches:
    """Finds the ways to break values of schemas whose references are to `definitions`."""

    definitions: Mapping[str, Json]
    carrier: Carrier
    _validators: dict[int, tuple[object, Any]] = attrs.field(factory=dict, init=False)

    def of(self, schema: Json, value: Json, path: Path = ()) -> Iterator[Breach]:
        """Each way to break a valid value of the schema."""
        if not isinstance(schema, Mapping) or not schema or isinstance(value, FieldOf):
            return
        if "$ref" in schema:
            schema = self.definitions[schema["$ref"].rpartition("/")[2]]
            yield from self.of(schema, value, path)
        elif "anyOf" in schema:
            yield from self._of_union(schema, value, path)
        elif "const" in schema or "enum" in schema:
            yield from self._not_listed(schema.get("enum", [schema.get("const")]), path)
        else:
            yield from self._typed(schema, value, path)

    def _typed(self, schema: Mapping[str, Json], value: Json, path: Path) -> Iterator[Breach]:
        if self.carrier.typed and path and "x-file" not in schema:
            yield Breach(path, "null", None)
        match schema.get("type"), value:
            case "object", dict():
                yield from self._object(schema, value, path)
            case "array", list():
                yield from self._list(schema, value, path)
            case "integer" | "number", _:
                yield from self._number(schema, value, path)
            case "boolean", _:
                wrong = "maybe" if self.carrier.typed else Raw("maybe")
                yield Breach(path, "wrong_type", wrong)
            case "string", str():
                yield from self._text(schema, value, path)

    def _of_union(self, schema: Mapping[str, Json], value: Json, path: Path) -> Iterator[Breach]:
        """What breaks the alternative that the value is of, and is none of the others."""
        whole = self._validator(schema)
        for option in schema["anyOf"]:
            if not self._holds(option, value):
                continue
            for breach in self.of(option, value, path):
                inner = Breach(breach.path[len(path) :], breach.rule, breach.value)
                broken = inner(value)
                if not any(self._takes(whole, each) for each in self._readings(broken)):
                    yield breach
            return

    def _readings(self, value: Json) -> Iterator[Json]:
        """The values that what is sent may be read as: where all is text, as text too."""
        if isinstance(value, Raw):
            yield value.text
            return
        yield value
        if not self.carrier.typed and isinstance(value, int | Decimal):
            yield text_of(value, "")

    def _takes(self, validator: Any, value: Json) -> bool:
        try:
            return bool(validator.is_valid(value))
        except (TypeError, ValueError):
            return True  # not JSON: nothing can be said of it, so it is no way to break a rule

    def _holds(self, schema: Json, value: Json) -> bool:
        try:
            return bool(self._validator(schema).is_valid(value))
        except (TypeError, ValueError):
            return False

    def _validator(self, schema: Mapping[str, Json]) -> Any:
        known = self._validators.get(id(schema))
        if known is None:
            made = compile_schema({**schema, "$defs": dict(self.definitions)})
            # The schema is kept with it: as long as it lives, nothing else has its id.
            known = self._validators[id(schema)] = (schema, made)
        return known[1]

    def _not_listed(self, options: list[Json], path: Path) -> Iterator[Breach]:
        if all(isinstance(each, str | None) for each in options):
            yield Breach(path, "not_in_enum", "no_such_value")
        elif all(isinstance(each, int) and not isinstance(each, bool) for each in options):
            yield Breach(path, "not_in_enum", max(options) + 1)

    def _object(self, schema: Mapping[str, Json], value: Json, path: Path) -> Iterator[Breach]:
        if self.carrier.typed:
            yield Breach(path, "wrong_type", "text")
        fields = schema.get("properties", {})
        for name in schema.get("required", ()):
            yield Breach((*path, name), "missing", GONE)
        further = schema.get("additionalProperties", True)
        for name, item in value.items():
            inner = fields.get(name, further)
            yield from self.of(inner, item, (*path, name))

    def _list(self, schema: Mapping[str, Json], value: list[Json], path: Path) -> Iterator[Breach]:
        low, high = schema.get("minItems", 0), schema.get("maxItems")
        if self.carrier.typed:
            yield Breach(path, "wrong_type", "text")
        if low and (self.carrier.typed or low > 1):
            yield Breach(path, "too_few", value[: low - 1])
        unique = schema.get("uniqueItems", False)
        if high is not None and value and high < _LONGEST and not unique:
            extended = (value * (high // len(value) + 2))[: high + 1]
            yield Breach(path, "too_many", extended)
        if unique and value and (high is None or len(value) < high):
            yield Breach(path, "repeated_item", [*value, value[0]])
        for at, item in enumerate(value):
            yield from self.of(schema.get("items"), item, (*path, at))

    def _number(self, schema: Mapping[str, Json], value: Json, path: Path) -> Iterator[Breach]:
        whole = schema["type"] == "integer"
        if self.carrier.typed:
            yield Breach(path, "wrong_type", "text")
            yield Breach(path, "number_as_text", str(value))
        else:
            yield Breach(path, "wrong_type", Raw("text"))
        low, high = schema.get("minimum"), schema.get("maximum")
        if whole and (high is None or value < high):
            yield Breach(path, "fraction", Decimal(value) + Decimal("0.5"))
        step = 1 if whole else Decimal("0.01")
        if low is not None:
            yield Breach(path, "below_minimum", _plain(low - step))
        if high is not None:
            yield Breach(path, "above_maximum", _plain(high + step))

    def _text(self, schema: Mapping[str, Json], value: str, path: Path) -> Iterator[Breach]:
        if self.carrier.typed:
            yield Breach(path, "wrong_type", 12345)
        low, high = schema.get("minLength", 0), schema.get("maxLength")
        patterns = "pattern" in schema or "allOf" in schema
        if "format" in schema:
            wrong = f"not a {schema['format']}"
            if self._one_rule(schema, wrong, "format"):
                yield Breach(path, "malformed", wrong)
            return
        if "x-bytes" in schema:
            return
        if not patterns and low > self.carrier.least:
            yield Breach(path, "too_short", value[: low - 1])
        if not patterns and high is not None and high < _LONGEST:
            filling = value[-1:] if value[-1:].strip() else "a"
            yield Breach(path, "too_long", value + filling * (high + 1 - len(value)))
        if patterns:
            for rule, tried in (
                ("pattern_mismatch", (value + "\u2603", *_NO_MATCH)),
                ("pattern_too_short", (value[:-1],)),
                ("pattern_too_long", (value + value[-1:], value * 40)),
            ):
                for text in tried:
                    if self._one_rule(schema, text, "pattern") and self.carrier.carries(text):
                        yield Breach(path, rule, text)
                        break

    def _one_rule(self, schema: Mapping[str, Json], text: str, rule: str) -> bool:
        """Whether a text breaks this rule of the schema, and no other."""
        dropped = (rule, "allOf", "x-range")
        without = {key: each for key, each in schema.items() if key not in dropped}
        return self._takes(compile_schema(without), text) and not self._holds(schema, text)


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, Decimal) and value == int(value) else value

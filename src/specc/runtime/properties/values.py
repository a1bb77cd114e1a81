"""Hypothesis strategies from the schemas of requests: what they draw is valid as it is made.

Nothing is drawn to be thrown away: ranges, lengths, formats, patterns and unions each have a
strategy that stays within them. Recursion is bounded by depth: beyond it, optional fields are left
out, lists are as short as may be, and unions take the alternative that ends soonest.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

import attrs
from hypothesis import strategies as st

from specc.runtime.files import File
from specc.runtime.json_text import Json, compact
from specc.runtime.keywords import compile_schema
from specc.runtime.properties.carriers import JSON, Carrier
from specc.runtime.properties.formats import FORMATS, encoded, formatted
from specc.runtime.properties.heights import ENDLESS, Heights
from specc.runtime.properties.patterns import UnreadableError, texts
from specc.runtime.properties.placeholder import FieldOf

Strategy = st.SearchStrategy[Any]

DEEP = 5
"""Objects and lists within each other, before what may be left out is left out."""
_MORE_ITEMS = 5
_MORE_CHARACTERS = 40
_LARGEST = 2**53 - 1
"""Whole numbers beyond it are not the same to everyone who reads JSON (RFC 8259, section 6)."""
_PLACES = 2


@attrs.define
class Values:
    """Makes strategies of schemas whose references are to `definitions`.

    With `full`, each optional field is there: what is not there cannot be broken.
    """

    definitions: Mapping[str, Json]
    carrier: Carrier = JSON
    full: bool = False
    _known: dict[tuple[str, int], Strategy] = attrs.field(factory=dict, init=False)
    _heights: Heights = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._heights = Heights(self.definitions)

    def of(self, schema: Json, depth: int = DEEP) -> Strategy:
        """A strategy of valid values. Raises UnreadableError where none can be made."""
        if schema is True or schema == {}:
            return self._anything()
        if not isinstance(schema, Mapping):
            raise UnreadableError("no value is valid here")
        if "x-thing" in schema:
            return st.just(FieldOf(schema["x-thing"]))
        if "x-file" in schema:
            return self._file(schema["x-file"])
        if "$ref" in schema:
            return self._reference(schema["$ref"].rpartition("/")[2], depth)
        if "const" in schema:
            return self._choice([schema["const"]])
        if "enum" in schema:
            return self._choice(schema["enum"])
        if "anyOf" in schema:
            return self._union(schema["anyOf"], depth)
        match schema.get("type"):
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._list(schema, depth)
            case "integer":
                return self._whole(schema)
            case "number":
                return _numbers(schema)
            case "boolean":
                return st.booleans()
            case "string":
                return self._text(schema)
            case kind:
                raise UnreadableError(f"no values of type {kind} can be made")

    # Parts of a whole

    def _reference(self, name: str, depth: int) -> Strategy:
        key = (name, depth)
        if key not in self._known:
            # Put there before it is made: a contract may hold itself.
            self._known[key] = st.deferred(lambda: self.of(self.definitions[name], depth))
        return self._known[key]

    def _choice(self, options: list[Json]) -> Strategy:
        sendable = [each for each in options if self.carrier.typed or each is not None]
        return st.sampled_from(sendable) if sendable else st.nothing()

    def _union(self, options: list[Json], depth: int) -> Strategy:
        sendable = [each for each in options if self.carrier.typed or not _is_null(each)]
        if not sendable:
            raise UnreadableError("null has no form here")
        heights = [self._heights.of(each) for each in sendable]
        within = [
            each for each, height in zip(sendable, heights, strict=True) if height < max(depth, 1)
        ]
        if not within:
            within = [sendable[heights.index(min(heights))]]
        return st.one_of([self.of(each, depth) for each in within])

    def _object(self, schema: Mapping[str, Json], depth: int) -> Strategy:
        fields: Mapping[str, Json] = schema.get("properties", {})
        further = schema.get("additionalProperties", True)
        if not fields and isinstance(further, Mapping):
            return self._map(further, depth)
        required = schema.get("required", ())
        must: dict[str, Strategy] = {}
        may: dict[str, Strategy] = {}
        for name, inner in fields.items():
            if inner is False:
                continue
            if name in required:
                must[name] = self.of(inner, depth - 1)
            elif depth > 1 and self._heights.of(inner) < depth:
                (must if self.full else may)[name] = self.of(inner, depth - 1)
        return st.fixed_dictionaries(must, optional=may)

    def _map(self, inner: Json, depth: int) -> Strategy:
        if depth <= 1 or self._heights.of(inner) >= depth:
            return st.just({})
        keys = st.text(self.carrier.characters(), min_size=1, max_size=12)
        return st.dictionaries(keys, self.of(inner, depth - 1), max_size=_MORE_ITEMS)

    def _list(self, schema: Mapping[str, Json], depth: int) -> Strategy:
        low = schema.get("minItems", 0)
        if not self.carrier.typed or self.full:
            low = max(low, 1)  # nothing is sent for an empty list; and nothing in it can be broken
        high = schema.get("maxItems")
        inner = schema.get("items", {})
        most = low + _MORE_ITEMS if high is None else min(high, low + _MORE_ITEMS)
        if high == 0 or ((depth <= 1 or self._heights.of(inner) >= depth) and low == 0):
            return st.just([])
        item = self.of(inner, depth - 1)
        if not schema.get("uniqueItems"):
            return st.lists(item, min_size=low, max_size=max(low, most))
        few = _all_of(inner, self.definitions)
        if few is not None and len(few) <= 64:
            # So few that drawing them one by one would often draw one twice.
            return st.permutations(few).flatmap(
                lambda items: st.integers(min(low, len(items)), min(most, len(items))).map(
                    lambda count: list(items[:count])
                )
            )
        return st.lists(item, min_size=low, max_size=max(low, most), unique_by=_as_text)

    # Scalars

    def _anything(self) -> Strategy:
        if not self.carrier.typed:
            return self._characters(1, 12)
        leaf = st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-_LARGEST, _LARGEST),
            self._characters(0, 12),
        )
        keys = self._characters(1, 8)
        return st.recursive(
            leaf,
            lambda inner: st.one_of(
                st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)
            ),
            max_leaves=6,
        )

    def _whole(self, schema: Mapping[str, Json]) -> Strategy:
        low, high = schema.get("minimum"), schema.get("maximum")
        least = None if low is None else int(Decimal(low).to_integral_value(ROUND_CEILING))
        most = None if high is None else int(Decimal(high).to_integral_value(ROUND_FLOOR))
        if least is None:
            least = -_LARGEST if most is None else min(-_LARGEST, most)
        if most is None:
            most = max(_LARGEST, least)
        if least > most:
            raise UnreadableError(f"there is no whole number from {low} to {high}")
        return st.integers(least, most)

    def _text(self, schema: Mapping[str, Json]) -> Strategy:
        high = schema.get("maxLength")
        low = max(schema.get("minLength", 0), self.carrier.least_of(high))
        if high is not None and high < low:
            raise UnreadableError("no text of that length can be sent here")
        if "x-bytes" in schema:
            least, most = schema["x-bytes"]
            if most is not None and most < self.carrier.least_of(most):
                raise UnreadableError("nothing of that length can be sent here")
            return encoded(max(least or 0, self.carrier.least_of(most)), most)
        patterns = [schema["pattern"]] if "pattern" in schema else []
        patterns += [each["pattern"] for each in schema.get("allOf", ()) if "pattern" in each]
        name = schema.get("format")
        if patterns:
            accepts = _accepting(schema, self.carrier)
            return texts(max(patterns, key=len), low, high, accepts)
        if name in FORMATS:
            return formatted(name, low, high, tuple(schema.get("x-range", (None, None))))
        most = low + _MORE_CHARACTERS if high is None else min(high, low + _MORE_CHARACTERS)
        return self._characters(low, most)

    def _characters(self, low: int, high: int) -> Strategy:
        made = st.text(self.carrier.characters(), min_size=low, max_size=high)
        if self.carrier.name == "query" or self.carrier.name == "form":
            # A blank at an end is often cut off, which is no matter of the contract.
            return made.map(lambda text: text if text == text.strip() else _with_ends(text))
        return made

    def _file(self, sizes: list[int | None]) -> Strategy:
        low = sizes[0] or 0
        high = low + 512 if sizes[1] is None else min(sizes[1], low + 512)
        names = st.text(string.ascii_lowercase, min_size=1, max_size=8)
        return st.builds(
            lambda name, content: File(f"{name}.bin", content),
            names,
            st.binary(min_size=low, max_size=high),
        )


def _with_ends(text: str) -> str:
    """The text with letters for the blanks at its ends: as long as it was."""
    start = len(text) - len(text.lstrip())
    inner = text.strip()
    return "a" * start + inner + "a" * (len(text) - start - len(inner))


def _accepting(schema: Mapping[str, Json], carrier: Carrier) -> Any:
    validator = compile_schema(dict(schema))
    return lambda text: validator.is_valid(text) and carrier.carries(text)


def _numbers(schema: Mapping[str, Json]) -> Strategy:
    """Numbers with as many places as the ends of their range have, and two at the least."""
    low, high = (
        None if end is None else Decimal(str(end))
        for end in (schema.get("minimum"), schema.get("maximum"))
    )
    places = max([_PLACES, *(-_exponent(end) for end in (low, high) if end is not None)])
    unit = Decimal(1).scaleb(-places)
    most = Decimal(10) ** 9
    least = (-most if high is None else min(-most, high)) if low is None else low
    greatest = max(most, least) if high is None else high
    first = int((least / unit).to_integral_value(ROUND_CEILING))
    last = int((greatest / unit).to_integral_value(ROUND_FLOOR))
    if first > last:
        raise UnreadableError(f"there is no number from {low} to {high}")
    return st.integers(first, last).map(lambda count: _plain(Decimal(count) * unit))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _plain(value: Decimal) -> int | Decimal:
    """A whole number as one, and any other without noughts at its end."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def _is_null(schema: Json) -> bool:
    return isinstance(schema, Mapping) and "const" in schema and schema["const"] is None


def _as_text(value: Json) -> bytes | str:
    try:
        return compact(value)
    except TypeError:
        return repr(value)


def _all_of(schema: Json, definitions: Mapping[str, Json]) -> list[Json] | None:
    """All values of a schema that has few; None where they are many."""
    if not isinstance(schema, Mapping):
        return None
    if "$ref" in schema:
        return _all_of(definitions[schema["$ref"].rpartition("/")[2]], {})
    if "enum" in schema:
        return list(schema["enum"])
    if schema.get("type") == "boolean":
        return [False, True]
    if schema.get("type") == "integer" and "minimum" in schema and "maximum" in schema:
        low, high = schema["minimum"], schema["maximum"]
        return list(range(low, high + 1)) if high - low < 64 else None
    return None


__all__ = ["DEEP", "ENDLESS", "Strategy", "UnreadableError", "Values"]

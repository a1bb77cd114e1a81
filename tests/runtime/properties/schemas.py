"""Random schemas of requests, of every kind that a spec can have."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

Schema = dict[str, Any]

PATTERNS = (
    "^[A-Z][0-9]{1,4}$",
    "^[0-9]{16}$",
    r"^\S+$",
    r"^\p{L}+$",
    "^(?:red|green|blue)-[a-f0-9]{2,}$",
    "^a*b+c?$",
    "[A-Z]{3}",
    r"^[^@ ]+@[^@ ]+\.[a-z]{2,3}$",
    r"^\d{4}-\d\d-\d\d$",
    "^$",
    r"^(?=.*[0-9])[a-z0-9]{3,}$",
)

FORMATS = ("uuid", "ipv4", "ipv6", "date", "date-time", "time", "duration")


@st.composite
def bounds(draw: Any, low: str, high: str, numbers: st.SearchStrategy[Any]) -> Schema:
    ends = sorted(draw(st.tuples(numbers, numbers)))
    kept = draw(st.sampled_from([(True, True), (True, False), (False, True), (False, False)]))
    return {key: end for key, end, keep in zip((low, high), ends, kept, strict=True) if keep}


def merged(*parts: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    return st.tuples(*parts).map(lambda found: {k: v for part in found for k, v in part.items()})


sizes = st.integers(0, 30)
money = st.integers(-10_000, 10_000).map(lambda cents: Decimal(cents).scaleb(-2))

scalars = st.one_of(
    st.just({}),
    st.just({"type": "boolean"}),
    merged(st.just({"type": "string"}), bounds("minLength", "maxLength", sizes)),
    merged(st.just({"type": "integer"}), bounds("minimum", "maximum", st.integers())),
    merged(st.just({"type": "number"}), bounds("minimum", "maximum", money)),
    st.sampled_from(FORMATS).map(lambda name: {"type": "string", "format": name}),
    st.sampled_from(PATTERNS).map(lambda pattern: {"type": "string", "pattern": pattern}),
    merged(
        st.sampled_from(["email", "uri", "hostname"]).map(
            lambda name: {"type": "string", "format": name}
        ),
        st.integers(8, 60).map(lambda low: {"minLength": low, "maxLength": low + 10}),
    ),
    st.lists(st.sampled_from(["a", "b", "c", 1, 2]), min_size=1, unique=True).map(
        lambda values: {"enum": values}
    ),
    st.tuples(sizes, sizes).map(
        lambda ends: {"type": "string", "contentEncoding": "base64", "x-bytes": sorted(ends)}
    ),
    st.dates().map(
        lambda day: {
            "type": "string",
            "format": "date-time",
            "x-range": [f"{day.isoformat()}T00:00:00Z", None],
        }
    ),
)


def lists_of(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    limits = st.integers(0, 3).flatmap(
        lambda low: st.sampled_from([{"minItems": low}, {"minItems": low, "maxItems": low + 2}])
    )
    return merged(inner.map(lambda item: {"type": "array", "items": item}), limits)


def objects_of(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    def made(fields: dict[str, Schema], count: int) -> Schema:
        return {
            "type": "object",
            "properties": fields,
            "required": list(fields)[:count],
            "additionalProperties": False,
        }

    names = st.sampled_from(["id", "name", "a.b", "größe", "lines"])
    return st.builds(made, st.dictionaries(names, inner, max_size=4), st.integers(0, 4))


def schemas() -> st.SearchStrategy[Schema]:
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            lists_of(inner),
            objects_of(inner),
            inner.map(lambda value: {"type": "object", "additionalProperties": value}),
            st.lists(inner, min_size=2, max_size=3).map(lambda options: {"anyOf": options}),
            inner.map(lambda one: {"anyOf": [one, {"const": None}]}),
        ),
        max_leaves=6,
    )


TREE: Schema = {
    "type": "object",
    "properties": {
        "value": {"type": "integer"},
        "left": {"anyOf": [{"$ref": "#/$defs/Tree"}, {"const": None}]},
        "right": {"$ref": "#/$defs/Tree"},
        "all": {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
    },
    "required": ["value", "left"],
    "additionalProperties": False,
}
"""A contract that holds itself, in every way in which it can."""

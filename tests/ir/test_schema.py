"""Types as JSON Schema of an answer; two validators agree on what fits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from specc.ir.schema import references, schema_of
from specc.semantics.types import (
    NULL,
    UNKNOWN,
    ListOf,
    Literal,
    MapOf,
    Property,
    Record,
    Scalar,
    Type,
    Union,
)

ID = "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45"

CASES: list[tuple[Type, list[Any], list[Any]]] = [
    (Scalar("string", 1, 3), ["a", "abc", "\U0001f600" * 3], ["", "abcd", 1, None]),
    (Scalar("string", None, None, ("^a", "b$")), ["ab", "a b"], ["a", "b", "ba"]),
    (Scalar("int", 0, 10), [0, 10, 5.0], [-1, 11, 5.5, "5", True, None]),
    (Scalar("int"), [10**30, -1], [0.5, "1"]),
    (Scalar("number", Decimal("0.5")), [0.5, 1], [0.4, "1"]),
    (Scalar("decimal", 0), [0, 19.98], [-0.01, "19.98"]),
    (Scalar("bool"), [True, False], [0, 1, "true", None]),
    (Scalar("uuid"), [ID], ["5f0c9b1e", 5]),
    (Scalar("email"), ["a@host.example"], ["a"]),
    (Scalar("uri"), ["https://host.example/a?b#c"], ["/relative", "no uri"]),
    (Scalar("date"), ["2030-01-31"], ["2030-02-30", "2030-1-1", "2030-01-31T00:00:00Z"]),
    (
        Scalar("datetime"),
        ["2030-01-31T12:00:00Z", "2030-01-31T12:00:00.5+02:00"],
        ["2030-01-31T12:00:00", "2030-01-31"],
    ),
    (Scalar("time"), ["12:00:00Z"], ["25:00:00Z", "12"]),
    (Scalar("duration"), ["PT1H", "P1D"], ["1h", "P"]),
    (Scalar("ipv4"), ["192.0.2.1"], ["192.0.2.256", "::1"]),
    (Scalar("ipv6"), ["2001:db8::1"], ["192.0.2.1"]),
    (Scalar("hostname"), ["host.example"], ["host_example!", "-a.example"]),
    (Scalar("json"), [None, 1, "a", [], {}], []),
    (Scalar("any"), [None, 1, "a", [], {}], []),
    (UNKNOWN, [None, 1, {}], []),
    (Literal("a"), ["a"], ["b", None]),
    (Literal(1), [1, 1.0], [True, "1"]),
    (NULL, [None], [0, "", False]),
    (Union((Literal("a"), Literal("b"))), ["a", "b"], ["c", None]),
    (Union((Scalar("int"), NULL)), [1, None], ["1"]),
    (ListOf(Scalar("int"), 1, 2), [[1], [1, 1]], [[], [1, 2, 3], ["1"], {}]),
    (ListOf(Scalar("int"), None, None, True), [[], [1, 2]], [[1, 1], [1, 1.0]]),
    (MapOf(Scalar("int")), [{}, {"a": 1}], [{"a": "1"}, []]),
    (
        Record((Property("a", Scalar("int")), Property("b", Scalar("int"), optional=True))),
        [{"a": 1}, {"a": 1, "b": 2}],
        [{}, {"b": 1}, {"a": 1, "c": 1}, {"a": 1, "b": None}, []],
    ),
    (Record((Property("a", Scalar("int")),), open=True), [{"a": 1, "z": 0}], [{"z": 0}]),
    (
        Record((Property("a", Scalar("int"), readonly=True),)),
        [{"a": 1}],
        [{}],
    ),
    (
        Record((Property("p", Scalar("string"), writeonly=True),)),
        [{}],
        [{"p": "x"}],
    ),
    (
        Record((Property("p", Scalar("string"), secret=True),), open=True),
        [{}, {"q": 1}],
        [{"p": "x"}, {"p": None}],
    ),
    (
        Record((Property('a "b"', ListOf(Record((Property("$ref", Scalar("int")),)))),)),
        [{'a "b"': [{"$ref": 1}]}],
        [{'a "b"': [{}]}],
    ),
]


def plain(schema: Any) -> Any:
    match schema:
        case Decimal():
            return float(schema)
        case dict():
            return {key: plain(item) for key, item in schema.items()}
        case list():
            return [plain(item) for item in schema]
        case _:
            return schema


FORMAT_CHECKED = set(jsonschema.Draft202012Validator.FORMAT_CHECKER.checkers)


@pytest.mark.parametrize(("type_", "good", "bad"), CASES, ids=lambda case: str(case)[:60])
def test_both_validators_agree(type_: Type, good: list[Any], bad: list[Any]) -> None:
    schema = plain(schema_of(type_, {}))
    jsonschema.Draft202012Validator.check_schema(schema)
    first = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    second = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    for value in good:
        assert first.is_valid(value), value
        assert second.is_valid(value), value
    for value in bad:
        assert not first.is_valid(value), value
        # Some formats need packages that this project has no other use for.
        if schema.get("format", "uuid") in FORMAT_CHECKED:
            assert not second.is_valid(value), value


def test_ranges_of_dates_and_sizes_are_said_in_words_of_ours() -> None:
    assert schema_of(Scalar("date", "2020-01-01", None), {}) == {
        "type": "string",
        "format": "date",
        "x-range": ["2020-01-01", None],
    }
    assert schema_of(Scalar("bytes", 1, 9), {})["x-bytes"] == [1, 9]


def test_references_come_once_and_in_order() -> None:
    schema = {
        "properties": {"b": {"$ref": "#/$defs/B"}, "a": {"$ref": "#/$defs/A"}},
        "items": [{"$ref": "#/$defs/B"}],
    }
    assert references(schema) == ["B", "A"]


def test_a_field_that_is_called_ref_is_no_reference() -> None:
    record = Record((Property("$ref", Literal("#/$defs/A")), Property("const", Literal("x"))))
    assert references(schema_of(record, {})) == []

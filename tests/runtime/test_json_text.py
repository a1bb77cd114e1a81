"""JSON that keeps its digits."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specc.runtime.json_text import brief, compact, parse, pretty

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    assert parse(compact(value).decode()) == value
    assert parse(pretty(value)) == value
    brief(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": [1, Decimal("19.90")]}, b'{"a":[1,19.90]}'),
        (Decimal("1E+3"), b"1000"),
        (Decimal("0.1"), b"0.1"),
        (Decimal("-0"), b"-0"),
        ({"a": {}, "b": [], "c": Decimal(1)}, b'{"a":{},"b":[],"c":1}'),
        ("ü\n", '"ü\\n"'.encode()),
        ("\ud800", b'"\\ud800"'),
        ((1, 2), b"[1,2]"),
    ],
)
def test_spelling(value: object, text: bytes) -> None:
    assert compact(value) == text
    json.loads(text)


@pytest.mark.parametrize(
    "value",
    [datetime.now(UTC), {1, 2}, b"x", [Decimal(1), object()], {"a": Decimal(1), 2: 3}],
)
def test_what_is_no_json_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="JSON"):
        compact(value)


@pytest.mark.parametrize("value", [float("nan"), Decimal("Infinity"), [Decimal(1), float("inf")]])
def test_what_is_no_json_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        compact(value)


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "[" * 100_000, "9" * 5000, "{", "", "'a'"])
def test_what_is_no_json_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(text)


def test_numbers_with_a_fraction_are_exact() -> None:
    assert parse("[0.1, 1e2, 3]") == [Decimal("0.1"), Decimal("1e2"), 3]
    assert type(parse("3")) is int


def test_brief_is_one_line_and_no_longer_than_it_should_be() -> None:
    assert brief("a\nb\x1b[31m") == '"a\\nb\\u001b[31m"'
    assert brief(["x" * 500]).endswith("… (504 characters)")
    assert brief(object()).startswith("<object")

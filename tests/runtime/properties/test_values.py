"""What is drawn from a schema is valid, and can be sent where it is to be sent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specc.runtime import Endpoint, Service
from specc.runtime.keywords import compile_schema
from specc.runtime.outgoing import to_endpoint
from specc.runtime.properties.carriers import FORM, JSON, carrier_of
from specc.runtime.properties.patterns import UnreadableError
from specc.runtime.properties.values import Values

from .schemas import PATTERNS, TREE, scalars, schemas

SLOW = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@SLOW
@given(schemas(), st.booleans(), st.data())
def test_each_value_is_valid(schema: Any, full: bool, data: st.DataObject) -> None:
    try:
        strategy = Values({}, full=full).of(schema)
        value = data.draw(strategy)
    except UnreadableError:
        return
    assert compile_schema(schema).is_valid(value), (schema, value)


@SLOW
@given(st.booleans(), st.data())
def test_what_holds_itself_comes_to_an_end(full: bool, data: st.DataObject) -> None:
    definitions = {"Tree": TREE}
    value = data.draw(Values(definitions, full=full).of({"$ref": "#/$defs/Tree"}))
    assert compile_schema({**TREE, "$defs": definitions}).is_valid(value)


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_texts_of_a_pattern_keep_to_their_lengths(pattern: str, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, 12))
    schema = {"type": "string", "pattern": pattern, "minLength": low, "maxLength": low + 20}
    try:
        value = data.draw(Values({}).of(schema))
    except UnreadableError:
        return  # no text of that length is one of the pattern's
    assert compile_schema(schema).is_valid(value), value


def test_an_unknown_pattern_is_said() -> None:
    with pytest.raises(UnreadableError, match="no match of 20 to 30"):
        Values({}).of({"type": "string", "pattern": "^[A-Z]$", "minLength": 20, "maxLength": 30})


@pytest.mark.parametrize("place", ["path", "query", "header", "cookie"])
@SLOW
@given(schema=scalars, data=st.data())
def test_a_parameter_can_be_sent(place: str, schema: Any, data: st.DataObject) -> None:
    try:
        value = data.draw(Values({}, carrier_of(place)).of(schema))
    except UnreadableError:
        return
    path = "/things/{it}" if place == "path" else "/things"
    others = {} if place == "path" else {place: ("it",)}
    service = Service("one", url="http://127.0.0.1:1")
    endpoint = Endpoint("get", "GET", path, spec="a.bts:1", service=service, **others)
    sent = to_endpoint(endpoint, {"it": value}, None)
    assert sent.target.startswith("/things")
    assert sent.target.count("/") == (2 if place == "path" else 1)


@SLOW
@given(scalars, st.data())
def test_a_form_holds_no_null_and_nothing_empty(schema: Any, data: st.DataObject) -> None:
    try:
        value = data.draw(Values({}, FORM).of({"anyOf": [schema, {"const": None}]}))
    except UnreadableError:
        return
    assert value is not None
    assert value != "" or schema.get("maxLength") == 0 or schema.get("x-bytes") == [0, 0]


def test_a_list_of_few_different_items() -> None:
    schema = {
        "type": "array",
        "items": {"enum": ["a", "b", "c"]},
        "minItems": 3,
        "uniqueItems": True,
    }

    @settings(deadline=None, max_examples=20)
    @given(Values({}, JSON).of(schema))
    def check(value: list[str]) -> None:
        assert sorted(value) == ["a", "b", "c"]

    check()

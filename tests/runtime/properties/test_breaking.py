"""Each way to break a value breaks it, and breaks one rule."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specc.runtime import Contract, Endpoint, Service
from specc.runtime.properties.breaking import Breaches
from specc.runtime.properties.carriers import JSON, carrier_of
from specc.runtime.properties.made import Invalid
from specc.runtime.properties.patterns import UnreadableError
from specc.runtime.properties.requests import Requests
from specc.runtime.properties.values import Values

from .schemas import schemas

SERVICE = Service("one", url="http://127.0.0.1:1")
ORDER = {
    "type": "object",
    "properties": {
        "lines": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "sku": {"type": "string", "pattern": "^[A-Z][0-9]{1,4}$"},
                    "quantity": {"type": "integer", "minimum": 1, "maximum": 100},
                },
                "required": ["sku", "quantity"],
                "additionalProperties": False,
            },
            "minItems": 1,
            "maxItems": 5,
        },
        "note": {"anyOf": [{"type": "string", "maxLength": 500}, {"const": None}]},
    },
    "required": ["lines"],
    "additionalProperties": False,
}


def order_requests(**settings: Any) -> Requests:
    endpoint = Endpoint(
        "make", "POST", "/orders", spec="a.bts:1", service=SERVICE, body="json", query=("limit",)
    )
    return Requests(
        endpoint,
        params={"limit": {"type": "integer", "minimum": 1, "maximum": 100}},
        body=ORDER,
        **settings,
    )


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(schemas(), st.data())
def test_each_breach_makes_the_value_invalid(schema: Any, data: st.DataObject) -> None:
    try:
        value = data.draw(Values({}, full=True).of(schema))
    except UnreadableError:
        return
    contract = Contract("It", schema, spec="a.bts:1")
    for breach in Breaches({}, JSON).of(schema, value):
        broken = breach(value)
        found = contract.errors(broken)
        assert found, (breach, value)
        if "anyOf" not in str(schema):
            assert len(found) == 1, (breach, value, found)


def test_all_rules_of_an_order_are_found() -> None:
    labels = Invalid.of(order_requests()).labels(1)
    assert {
        "lines.missing",
        "lines.null",
        "lines.too_few",
        "lines.too_many",
        "lines.wrong_type",
        "lines[].null",
        "lines[].quantity.above_maximum",
        "lines[].quantity.below_minimum",
        "lines[].quantity.fraction",
        "lines[].quantity.missing",
        "lines[].quantity.number_as_text",
        "lines[].quantity.wrong_type",
        "lines[].sku.pattern_mismatch",
        "lines[].sku.pattern_too_short",
        "note.too_long",
        "note.wrong_type",
        "query.limit.above_maximum",
        "query.limit.below_minimum",
        "query.limit.wrong_type",
        "body.malformed",
        "body.wrong_type",
    } <= set(labels)
    assert "note.null" not in labels


def test_a_waived_rule_is_not_broken() -> None:
    labels = Invalid.of(order_requests(waived=("lines[].quantity", "query.limit.fraction"))).labels(
        1
    )
    assert not [label for label in labels if label.startswith("lines[].quantity")]
    assert "query.limit.fraction" not in labels
    assert "query.limit.below_minimum" in labels


def test_a_request_breaks_the_rule_that_it_says() -> None:
    invalid = Invalid.of(order_requests())

    @settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
    @given(invalid.breaking("lines[].quantity.above_maximum"))
    def check(sent: Any) -> None:
        assert sent.broken.part == "body"
        assert sum(line["quantity"] == 101 for line in sent.body["lines"]) == 1

    check()


def test_where_all_is_allowed_there_is_nothing_to_break() -> None:
    endpoint = Endpoint("make", "POST", "/o", spec="a.bts:1", service=SERVICE, body="json")
    with pytest.raises(UnreadableError, match="nothing to break"):
        Invalid.of(Requests(endpoint, params={}, body=None)).labels(1)


@pytest.mark.parametrize("place", ["path", "query", "header", "cookie"])
def test_null_is_no_way_to_break_a_parameter(place: str) -> None:
    found = list(Breaches({}, carrier_of(place)).of({"type": "integer"}, 3))
    assert {each.rule for each in found} == {"wrong_type", "fraction"}

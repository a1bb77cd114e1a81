"""What a contract says of a value that does not conform."""

from decimal import Decimal
from typing import Any

import pytest

from specc.runtime import Contract
from specc.runtime.mismatch import Mismatch

Line = Contract(
    "Line",
    {
        "type": "object",
        "properties": {
            "sku": {"type": "string", "pattern": "^[A-Z][0-9]+$"},
            "quantity": {"type": "integer", "minimum": 1, "maximum": 100},
        },
        "required": ["sku", "quantity"],
        "additionalProperties": False,
    },
)
Order = Contract(
    "Order",
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "lines": {
                "type": "array",
                "items": {"$ref": "#/$defs/Line"},
                "minItems": 1,
                "maxItems": 3,
            },
            "note": {"anyOf": [{"type": "string", "maxLength": 5}, {"const": None}]},
            "password": False,
        },
        "required": ["lines"],
        "additionalProperties": False,
    },
    uses=(Line,),
    secret=("password", "pin"),
)


def told(contract: Contract, value: object) -> list[tuple[str, str]]:
    return [(each.path, each.message) for each in contract.errors(value)]


def field(schema: dict[str, Any], value: object) -> tuple[str, str]:
    (found,) = Contract("C", schema).errors(value, "")
    return found.expected, found.got


def test_what_conforms() -> None:
    value = {"lines": [{"sku": "A1", "quantity": Decimal("2.0")}], "note": None}
    assert Order.errors(value) == []
    assert Order.holds(value)


def test_every_mismatch_has_its_place_and_both_sides() -> None:
    value = {
        "id": "x",
        "lines": [{"sku": "A1", "quantity": 101, "unit_cost": 5}, {"sku": "a", "quantity": "2"}],
        "note": "123456",
        "linse": [],
    }
    assert set(Order.errors(value)) == {
        Mismatch.between("body.id", "a UUID", '"x"'),
        Mismatch.between("body.lines[0].quantity", "an integer ≤ 100", "101"),
        Mismatch(
            "body.lines[0].unit_cost",
            "a leak: the contract `Line` has no such field",
            "nothing",
            "5",
        ),
        Mismatch.between("body.lines[1].sku", "text that matches /^[A-Z][0-9]+$/", '"a"'),
        Mismatch.between("body.lines[1].quantity", "an integer from 1 to 100", '"2"'),
        Mismatch.between("body.note", "text of at most 5 characters", '"123456" (6 characters)'),
        Mismatch("body.linse", "a leak: the contract `Order` has no such field", "nothing", "[]"),
    }


def test_a_missing_field_and_what_may_have_been_meant() -> None:
    assert told(Order, {"linse": []})[-1] == (
        "body.lines",
        "missing (there is `linse`): expected a list of 1 to 3 items",
    )
    assert told(Line, {"quantity": 1}) == [
        ("body.sku", "missing: expected text that matches /^[A-Z][0-9]+$/")
    ]


def test_a_secret_that_comes_back_is_a_leak_and_is_not_shown() -> None:
    (found,) = Order.errors({"lines": [{"sku": "A1", "quantity": 1}], "password": "hunter2"})
    assert found == Mismatch(
        "body.password", "a leak: the contract `Order` has no such field", "nothing", "[redacted]"
    )
    nested = Contract("Outer", {"items": {"$ref": "#/$defs/Order"}}, uses=(Order,))
    assert nested.secrets == {"password", "pin"}


class TestUnions:
    def test_of_scalars_are_told_in_one_line(self) -> None:
        assert told(Order, {"lines": [{"sku": "A1", "quantity": 1}], "note": 7}) == [
            ("body.note", "expected text of at most 5 characters or null, got 7")
        ]

    def test_of_objects_are_told_by_the_tag(self) -> None:
        card = {
            "type": "object",
            "properties": {"kind": {"const": "card"}, "number": {"type": "string"}},
            "required": ["kind", "number"],
        }
        transfer = {
            "type": "object",
            "properties": {"kind": {"const": "transfer"}, "iban": {"type": "string"}},
            "required": ["kind", "iban"],
        }
        for union in ("anyOf", "oneOf"):
            payment = Contract("Payment", {union: [card, transfer, {"type": "null"}]})
            assert told(payment, {"kind": "transfer", "iban": 7}) == [
                ("body.iban", "expected text, got 7")
            ]
            assert told(payment, {"kind": "transfer"}) == [("body.iban", "missing: expected text")]
            assert told(payment, "x") == [
                ("body", 'expected an object or null, got "x"'),
            ]

    def test_of_contracts_are_told_by_their_names(self) -> None:
        either = Contract(
            "E",
            {"anyOf": [{"$ref": "#/$defs/Line"}, {"$ref": "#/$defs/Order"}]},
            uses=(Order, Line),
        )
        assert told(either, 7) == [("body", "expected Line or Order, got 7")]


class TestReferences:
    def test_a_contract_may_refer_to_itself(self) -> None:
        node = Contract(
            "Node",
            {
                "type": "object",
                "properties": {
                    "value": {"type": "integer"},
                    "next": {"$ref": "#/$defs/Node"},
                },
                "required": ["value"],
            },
            uses=("Node",),
        )
        assert told(node, {"value": 1, "next": {"value": 2, "next": {}}}) == [
            ("body.next.next.value", "missing: expected an integer")
        ]

    def test_contracts_may_refer_to_each_other(self) -> None:
        ping = Contract(
            "Ping",
            {"properties": {"pong": {"$ref": "#/$defs/Pong"}}},
            uses=("Pong",),
            spec="r.bts:1",
        )
        Contract("Pong", {"type": "null"}, spec="other.bts:1")
        pong = Contract(
            "Pong",
            {"properties": {"ping": {"$ref": "#/$defs/Ping"}, "n": {"type": "integer"}}},
            uses=(ping,),
            spec="r.bts:2",
        )
        Contract("Pong", {"type": "null"}, spec="other.bts:2")
        assert told(ping, {"pong": {"ping": {"pong": {"n": "x"}}}}) == [
            ("body.pong.ping.pong.n", 'expected an integer, got "x"')
        ]
        assert pong.holds({"ping": {}})

    def test_a_name_that_nothing_has(self) -> None:
        with pytest.raises(LookupError, match="the contract A uses Nowhere"):
            Contract("A", {"$ref": "#/$defs/Nowhere"}, uses=("Nowhere",)).errors({})

    def test_the_simplest_schemas(self) -> None:
        assert Contract("Any", True).errors({"a": 1}) == []
        assert Contract("None", False).errors(1)


@pytest.mark.parametrize(
    ("schema", "value", "sides"),
    [
        ({"type": "integer"}, Decimal("1.5"), ("an integer", "1.5")),
        ({"type": ["string", "null"]}, 1, ("text or null", "1")),
        ({"type": "integer", "minimum": 0, "maximum": 9}, None, ("an integer from 0 to 9", "null")),
        ({"type": "number", "exclusiveMinimum": 0}, 0, ("a number > 0", "0")),
        ({"type": "string", "minLength": 3, "maxLength": 3}, 7, ("text of 3 characters", "7")),
        ({"type": "string", "minLength": 1, "maxLength": 80}, 7, ("text of 1 to 80 characters", "7")),
        ({"type": "integer", "minimum": 3, "maximum": 3}, "x", ("an integer that is 3", '"x"')),
        ({"type": "number", "multipleOf": 0.01}, Decimal("0.015"),
         ("a number that is a multiple of 0.01", "0.015")),
        ({"enum": ["a", "b"]}, "c", ('one of "a", "b"', '"c"')),
        ({"const": "a"}, "c", ('"a"', '"c"')),
        ({"type": "string", "minLength": 2}, "c",
         ("text of at least 2 characters", '"c" (1 character)')),
        ({"type": "array", "maxItems": 1}, [1, 2], ("a list of at most 1 item", "2 items")),
        ({"type": "array", "uniqueItems": True}, [1, 2, 1],
         ("a list without repetitions", "items 0 and 2 both are 1")),
        ({"type": "object", "minProperties": 1}, {}, ("an object with at least 1 field", "{}")),
        ({"type": "string", "format": "email"}, "a@", ("an e-mail address", '"a@"')),
        ({"type": "string", "format": "hostname"}, "a b", ("a host name", '"a b"')),
        ({"type": "string", "format": "duration"}, "1h",
         ("an ISO 8601 duration as in PT1H30M", '"1h"')),
        ({"type": "string", "format": "date-time"}, "2030-01-01T00:00:00",
         ("a date and time as in 2030-01-31T12:00:00Z", '"2030-01-01T00:00:00"')),
        ({"type": "string", "x-bytes": [None, 2]}, "AAAA", ("base64 ≤ 2 bytes", '"AAAA" (3 bytes)')),
        ({"type": "string", "x-bytes": [1, 2]}, "A?", ("base64 from 1 to 2 bytes", '"A?" (not base64)')),
        ({"not": {"type": "null"}}, None, ("a value that the contract does not exclude", "null")),
    ],
)  # fmt: skip
def test_in_words(schema: dict[str, Any], value: object, sides: tuple[str, str]) -> None:
    assert field(schema, value) == sides


@pytest.mark.parametrize(
    ("kind", "ends", "inside", "outside"),
    [
        ("date", ["2020-01-01", "2030-12-31"], ["2020-01-01", "2030-12-31"], ["2019-12-31", "2031-01-01"]),
        ("date-time", ["2020-01-01", None], ["2020-01-01T01:00:00+01:00"], ["2020-01-01T00:00:00+01:00"]),
        ("date-time", [None, "2020-01-01T00:00:00Z"], ["2020-01-01T00:00:00.000000Z"], ["2020-01-01t00:00:01z"]),
        ("date-time", ["2016-12-31", None], ["2016-12-31T23:59:60Z"], ["2016-12-30T23:59:60Z"]),
        ("time", ["09:00:00Z", "17:00:00Z"], ["10:00:00+01:00"], ["09:30:00+01:00", "17:00:01Z"]),
        ("duration", ["PT1M", "P1D"], ["PT60S", "PT24H", "P1D"], ["PT59.9S", "P1DT1S", "P1M"]),
        ("duration", [60, 86400], ["PT1M"], ["PT59S"]),
    ],
)  # fmt: skip
def test_ranges_of_time(kind: str, ends: list[Any], inside: list[str], outside: list[str]) -> None:
    contract = Contract("C", {"type": "string", "format": kind, "x-range": ends})
    for value in inside:
        assert contract.errors(value) == [], value
    for value in outside:
        (found,) = contract.errors(value)
        assert found.expected.startswith(("a date", "a time", "an ISO 8601 duration")), found
        assert found.got == f'"{value}"'
    assert contract.errors("nonsense")[0].expected.startswith(("a date", "a time", "an ISO"))


def test_nothing_is_fetched() -> None:
    with pytest.raises(Exception, match="nothing is fetched"):
        Contract("C", {"$ref": "http://127.0.0.1:9/schema.json"}).errors(1)


def test_secrets_inside_of_what_was_got_are_not_shown() -> None:
    contract = Contract("C", {"type": "string"}, secret=("pin",))
    value = {
        "pin": 12,
        "a": [{"pin": "7", "password_hash": "92e8"}],
        "has_password": True,
        "jwt": None,
    }
    (found,) = contract.errors(value)
    assert found.got == (
        '{"pin":"[redacted]","a":[{"pin":"[redacted]","password_hash":"[redacted]"}],'
        '"has_password":true,"jwt":null}'
    )
    token = Contract("T", {"properties": {"token": {"type": "string", "minLength": 9}}})
    assert told(token, {"token": "abc"}) == [
        ("body.token", "expected text of at least 9 characters, got [redacted] (3 characters)")
    ]

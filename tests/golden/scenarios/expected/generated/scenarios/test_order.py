"""POST /orders keeps what scenarios.bts:15 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    as_sent,
    expect,
    forged,
    obligation,
    reads_back,
    server_decides,
    survived,
)

from .contracts import Order
from .endpoints import order, show

BODY = {"lines": [{"sku": "A1", "quantity": 2}]}


@obligation("order.conforms", "scenarios.bts:18")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(ann.call(order, body=BODY), 201, Order)


@obligation("order.accepts", "scenarios.bts:18")
@pytest.mark.parametrize(
    "change",
    [
        Put("lines", [], "minimum"),
        Put("lines[0].sku", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("lines[0].sku", "שלום عالم", "right_to_left"),
        Put("lines[0].sku", "éñü", "composed"),
        Put("lines[0].sku", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("lines[0].sku", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(ann.call(order, body=change(BODY)), 201, Order)
    again = expect(ann.call(show, {"id": made["id"]}), 200, Order)
    as_sent(again.json, made.sent, ["lines"])


@obligation("order.survives", "scenarios.bts:15")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("lines", [{"sku": "A1", "quantity": 2}] * 1000, "very_many"),
        Put("lines[0].specc_unknown", "text", id="lines[].unknown_field"),
        Put("lines[0].sku", "a" * 100000, "very_long"),
        Put("lines[0].sku", "", "empty"),
        Put("lines[0].sku", "'\"`;--%s\\", "quotes"),
        Put("lines[0].sku", "a\x00b", "nul"),
        Put("lines[0].sku", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("lines[0].sku", "e" + "\u0301" * 60, "stacked_marks"),
        Put("lines[0].sku", "\ud800", "lone_surrogate"),
        Put("lines[0].sku", " ", "blank"),
        Put("lines[0].quantity", 9007199254740993, "beyond_doubles"),
        Put("lines[0].quantity", 9223372036854775808, "beyond_64_bits"),
        Put("lines[0].quantity", Decimal("1E+400"), "huge"),
        Put("lines[0].quantity", -9223372036854775809, "below_64_bits"),
        Repeat("lines", id="body.repeated_key"),
        Drop("lines", "missing"),
        Put("lines", None, "null"),
        Put("lines", "text", "wrong_type"),
        Put("lines", [{"sku": "A1", "quantity": 2}, None], "invalid_second_item"),
        Put("lines[0]", None, "null"),
        Put("lines[0]", "text", "wrong_type"),
        Drop("lines[0].sku", "missing"),
        Put("lines[0].sku", None, "null"),
        Put("lines[0].sku", 12345, "wrong_type"),
        Drop("lines[0].quantity", "missing"),
        Put("lines[0].quantity", None, "null"),
        Put("lines[0].quantity", "text", "wrong_type"),
        Put("lines[0].quantity", "1", "number_as_text"),
        Put("lines[0].quantity", Decimal("1.5"), "fraction"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(order, body=change(BODY)), 413)


@obligation("order.ignores", "scenarios.bts:20")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("status", "paid", id="status"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(ann.call(order, body=BODY), 201, Order)
    claimed = survived(ann.call(order, body=change(BODY)))
    server_decides(usual, claimed, ["id", "status", "specc_unknown"])


@obligation("order.refuses.anonymous", "scenarios.bts:19")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(order, body=BODY), 401)


@obligation("order.refuses.made_up_credential", "scenarios.bts:19")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(order, body=BODY), 401)


@obligation("order.creates", "scenarios.bts:20")
def test_creates(ann: Actor) -> None:
    """The Order that it makes can be read, and is what was sent."""
    made = expect(ann.call(order, body=BODY), 201, Order)
    again = expect(ann.call(show, {"id": made["id"]}), 200, Order)
    reads_back(again.json, made.json, ["lines"])
    as_sent(again.json, made.sent, ["lines"])

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
        pytest.param(Put("lines", []), id="lines.minimum"),
        pytest.param(
            Put("lines[0].sku", "👩\u200d👩\u200d👧 🇪🇺"), id="lines[].sku.emoji"
        ),
        pytest.param(Put("lines[0].sku", "שלום عالم"), id="lines[].sku.right_to_left"),
        pytest.param(Put("lines[0].sku", "éñü"), id="lines[].sku.composed"),
        pytest.param(
            Put("lines[0].sku", "e\u0301n\u0303u\u0308"), id="lines[].sku.decomposed"
        ),
    ],
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}] * 1000), id="lines.very_many"
        ),
        pytest.param(Put("lines[0].specc_unknown", "text"), id="lines[].unknown_field"),
        pytest.param(Put("lines[0].sku", "a" * 100000), id="lines[].sku.very_long"),
        pytest.param(Put("lines[0].sku", ""), id="lines[].sku.empty"),
        pytest.param(Put("lines[0].sku", "'\"`;--%s\\"), id="lines[].sku.quotes"),
        pytest.param(Put("lines[0].sku", "a\x00b"), id="lines[].sku.nul"),
        pytest.param(
            Put("lines[0].sku", "\u202ea\u202c\ufeff"), id="lines[].sku.bidi_override"
        ),
        pytest.param(
            Put("lines[0].sku", "e" + "\u0301" * 60), id="lines[].sku.stacked_marks"
        ),
        pytest.param(Put("lines[0].sku", "\ud800"), id="lines[].sku.lone_surrogate"),
        pytest.param(Put("lines[0].sku", " "), id="lines[].sku.blank"),
        pytest.param(
            Put("lines[0].quantity", 9007199254740993),
            id="lines[].quantity.beyond_doubles",
        ),
        pytest.param(
            Put("lines[0].quantity", 9223372036854775808),
            id="lines[].quantity.beyond_64_bits",
        ),
        pytest.param(
            Put("lines[0].quantity", Decimal("1E+400")), id="lines[].quantity.huge"
        ),
        pytest.param(
            Put("lines[0].quantity", -9223372036854775809),
            id="lines[].quantity.below_64_bits",
        ),
        pytest.param(Repeat("lines"), id="body.repeated_key"),
        pytest.param(Drop("lines"), id="lines.missing"),
        pytest.param(Put("lines", None), id="lines.null"),
        pytest.param(Put("lines", "text"), id="lines.wrong_type"),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}, None]),
            id="lines.invalid_second_item",
        ),
        pytest.param(Put("lines[0]", None), id="lines[].null"),
        pytest.param(Put("lines[0]", "text"), id="lines[].wrong_type"),
        pytest.param(Drop("lines[0].sku"), id="lines[].sku.missing"),
        pytest.param(Put("lines[0].sku", None), id="lines[].sku.null"),
        pytest.param(Put("lines[0].sku", 12345), id="lines[].sku.wrong_type"),
        pytest.param(Drop("lines[0].quantity"), id="lines[].quantity.missing"),
        pytest.param(Put("lines[0].quantity", None), id="lines[].quantity.null"),
        pytest.param(
            Put("lines[0].quantity", "text"), id="lines[].quantity.wrong_type"
        ),
        pytest.param(
            Put("lines[0].quantity", "1"), id="lines[].quantity.number_as_text"
        ),
        pytest.param(
            Put("lines[0].quantity", Decimal("1.5")), id="lines[].quantity.fraction"
        ),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", b"[" * 1000 + b"]" * 1000), id="body.nested"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(order, body=change(BODY)), 413)


@obligation("order.ignores", "scenarios.bts:20")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("id", "00000000-0000-4000-8000-00000000c1a1"), id="id"),
        pytest.param(Put("status", "paid"), id="status"),
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
    ],
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
    """Made_up_credential is refused with 401."""
    expect(forged(ann).call(order, body=BODY), 401)


@obligation("order.creates", "scenarios.bts:20")
def test_creates(ann: Actor) -> None:
    """The Order that it makes can be read, and is what was sent."""
    made = expect(ann.call(order, body=BODY), 201, Order)
    again = expect(ann.call(show, {"id": made["id"]}), 200, Order)
    reads_back(again.json, made.json, ["lines"])
    as_sent(again.json, made.sent, ["lines"])

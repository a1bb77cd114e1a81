"""POST /orders keeps what specs/shop.bts:56 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation, reads_back

from .contracts import Order, Problem
from .endpoints import create_order, get_order

BODY = {"lines": [{"sku": "A1", "quantity": 2}]}


@obligation("create_order.conforms", "specs/shop.bts:59")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(alice.call(create_order, body=BODY), 201, Order)


@obligation("create_order.accepts", "specs/shop.bts:59")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("lines", [{"sku": "A1", "quantity": 2}]), id="lines.minimum"),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}] * 50), id="lines.maximum"
        ),
        pytest.param(Put("lines[0].quantity", 1), id="lines[].quantity.minimum"),
        pytest.param(Put("lines[0].quantity", 100), id="lines[].quantity.maximum"),
        pytest.param(Put("note", None), id="note.null"),
        pytest.param(Put("note", "a" * 500), id="note.maximum_length"),
    ],
)
def test_accepts(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(alice.call(create_order, body=change(BODY)), 201, Order)


@obligation("create_order.rejects", "specs/shop.bts:62")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("lines"), id="lines.missing"),
        pytest.param(Put("lines", None), id="lines.null"),
        pytest.param(Put("lines", "text"), id="lines.wrong_type"),
        pytest.param(Put("lines", []), id="lines.too_few"),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}] * 51), id="lines.too_many"
        ),
        pytest.param(Put("lines[0]", None), id="lines[].null"),
        pytest.param(Put("lines[0]", "text"), id="lines[].wrong_type"),
        pytest.param(Drop("lines[0].sku"), id="lines[].sku.missing"),
        pytest.param(Put("lines[0].sku", None), id="lines[].sku.null"),
        pytest.param(Put("lines[0].sku", 12345), id="lines[].sku.wrong_type"),
        pytest.param(
            Put("lines[0].sku", "no match ☃!"), id="lines[].sku.pattern_mismatch"
        ),
        pytest.param(Put("lines[0].sku", "A"), id="lines[].sku.pattern_too_short"),
        pytest.param(
            Put(
                "lines[0].sku",
                "A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1",
            ),
            id="lines[].sku.pattern_too_long",
        ),
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
        pytest.param(Put("lines[0].quantity", 0), id="lines[].quantity.below_minimum"),
        pytest.param(
            Put("lines[0].quantity", 101), id="lines[].quantity.above_maximum"
        ),
        pytest.param(Put("note", 12345), id="note.wrong_type"),
        pytest.param(Put("note", "a" * 501), id="note.too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(alice: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(alice.call(create_order, body=change(BODY)), 422, Problem)


@obligation("create_order.refuses.anonymous", "specs/shop.bts:60")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(create_order, body=BODY), 401, Problem)


@obligation("create_order.refuses.admin", "specs/shop.bts:61")
def test_refuses_admin(root: Actor) -> None:
    """Admin is refused with 403."""
    expect(root.call(create_order, body=BODY), 403, Problem)


@obligation("create_order.creates", "specs/shop.bts:63")
def test_creates(alice: Actor) -> None:
    """The Order that it makes can be read, and is what was sent."""
    made = expect(alice.call(create_order, body=BODY), 201, Order)
    again = expect(alice.call(get_order, {"id": made["id"]}), 200, Order)
    reads_back(again.json, made.json, ["lines", "note"])

"""POST /orders keeps what shop.bts:56 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    as_sent,
    eventually,
    expect,
    forged,
    none_new,
    obligation,
    read_list,
    reads_back,
    server_decides,
    survived,
)

from .contracts import Order, Problem
from .endpoints import create_order, get_order, list_orders

BODY = {"lines": [{"sku": "A1", "quantity": 2}]}


@obligation("create_order.conforms", "shop.bts:59")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(alice.call(create_order, body=BODY), 201, Order)


@obligation("create_order.accepts", "shop.bts:59")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("lines", [{"sku": "A1", "quantity": 2}]), id="lines.minimum"),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}] * 50), id="lines.maximum"
        ),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}, {"sku": "A1", "quantity": 2}]),
            id="lines.near_minimum",
        ),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}] * 49), id="lines.near_maximum"
        ),
        pytest.param(Put("lines[0].sku", "A1"), id="lines[].sku.shortest"),
        pytest.param(Put("lines[0].sku", "A1111"), id="lines[].sku.longest"),
        pytest.param(Put("lines[0].quantity", 1), id="lines[].quantity.minimum"),
        pytest.param(Put("lines[0].quantity", 100), id="lines[].quantity.maximum"),
        pytest.param(Put("lines[0].quantity", 2), id="lines[].quantity.near_minimum"),
        pytest.param(Put("lines[0].quantity", 99), id="lines[].quantity.near_maximum"),
        pytest.param(Put("note", "text"), id="note.present"),
        pytest.param(Put("note", None), id="note.null"),
        pytest.param(Put("note", ""), id="note.empty"),
        pytest.param(Put("note", "a" * 500), id="note.maximum_length"),
        pytest.param(Put("note", "a" * 499), id="note.near_maximum_length"),
        pytest.param(Put("note", "é" * 500), id="note.maximum_length_not_ascii"),
        pytest.param(Put("note", "👩\u200d👩\u200d👧 🇪🇺"), id="note.emoji"),
        pytest.param(Put("note", "שלום عالم"), id="note.right_to_left"),
        pytest.param(Put("note", "éñü"), id="note.composed"),
        pytest.param(Put("note", "e\u0301n\u0303u\u0308"), id="note.decomposed"),
    ],
)
def test_accepts(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(alice.call(create_order, body=change(BODY)), 201, Order)
    again = expect(alice.call(get_order, {"id": made["id"]}), 200, Order)
    as_sent(again.json, made.sent, ["lines", "note"])


@obligation("create_order.rejects", "shop.bts:62")
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
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}, None]),
            id="lines.invalid_second_item",
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
        pytest.param(Put("lines[0].sku", "A11111"), id="lines[].sku.pattern_too_long"),
        pytest.param(Put("lines[0].sku", "a1"), id="lines[].sku.pattern_other_case"),
        pytest.param(Put("lines[0].sku", "!A1"), id="lines[].sku.pattern_prefix"),
        pytest.param(Put("lines[0].sku", "A1!"), id="lines[].sku.pattern_suffix"),
        pytest.param(Put("lines[0].sku", "A1\n"), id="lines[].sku.pattern_newline"),
        pytest.param(Put("lines[0].sku", "A١"), id="lines[].sku.pattern_other_digits"),
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
        pytest.param(
            Put("lines[0].quantity", 9223372036854775808),
            id="lines[].quantity.beyond_64_bits",
        ),
        pytest.param(
            Put("lines[0].quantity", Decimal("1E+400")), id="lines[].quantity.huge"
        ),
        pytest.param(Put("note", 12345), id="note.wrong_type"),
        pytest.param(Put("note", "a" * 501), id="note.too_long"),
        pytest.param(Put("note", "a" * 100000), id="note.much_too_long"),
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
def test_rejects(alice: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(alice.call(create_order, body=change(BODY)), 422, Problem)


@obligation("create_order.rejects.body.wrong_media_type", "shop.bts:62")
def test_rejects_media_type(alice: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(alice.call(create_order, body=BODY, media="text/plain"), (422, 415))


@obligation("create_order.survives", "shop.bts:56")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("lines[0].specc_unknown", "text"), id="lines[].unknown_field"),
        pytest.param(Put("note", "'\"`;--%s\\"), id="note.quotes"),
        pytest.param(Put("note", "a\x00b"), id="note.nul"),
        pytest.param(Put("note", "\u202ea\u202c\ufeff"), id="note.bidi_override"),
        pytest.param(Put("note", "e" + "\u0301" * 60), id="note.stacked_marks"),
        pytest.param(Put("note", "\ud800"), id="note.lone_surrogate"),
        pytest.param(Put("note", " "), id="note.blank"),
        pytest.param(Repeat("lines"), id="body.repeated_key"),
    ],
)
def test_survives(alice: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(create_order, body=change(BODY)))


@obligation("create_order.ignores", "shop.bts:63")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("id", "00000000-0000-4000-8000-00000000c1a1"), id="id"),
        pytest.param(Put("status", "shipped"), id="status"),
        pytest.param(Put("total", 987654), id="total"),
        pytest.param(Put("placed_at", "2001-01-01T00:00:00Z"), id="placed_at"),
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
    ],
)
def test_ignores(alice: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(alice.call(create_order, body=BODY), 201, Order)
    claimed = survived(alice.call(create_order, body=change(BODY)))
    server_decides(
        usual, claimed, ["id", "status", "total", "placed_at", "specc_unknown"]
    )


@obligation("create_order.refuses.anonymous", "shop.bts:60")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(create_order, body=BODY), 401, Problem)


@obligation("create_order.refuses.made_up_credential", "shop.bts:60")
def test_refuses_made_up_credential(alice: Actor) -> None:
    """Made_up_credential is refused with 401."""
    expect(forged(alice).call(create_order, body=BODY), 401, Problem)


@obligation("create_order.refuses.admin", "shop.bts:61")
def test_refuses_admin(root: Actor) -> None:
    """Admin is refused with 403."""
    expect(root.call(create_order, body=BODY), 403, Problem)


@obligation("create_order.unaffected.invalid", "shop.bts:56")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("lines"), id="lines.missing"),
        pytest.param(Put("lines[0].sku", 12345), id="lines[].sku.wrong_type"),
        pytest.param(Put("lines[0].quantity", None), id="lines[].quantity.null"),
    ],
)
def test_unaffected_by_invalid(alice: Actor, change: Change) -> None:
    """No Order is made of an invalid body."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_orders,
                items=("items",),
                cursor="cursor",
                source=("body", "next"),
            )
            alice.call(create_order, body=change(BODY))
            listed = read_list(
                alice,
                list_orders,
                items=("items",),
                cursor="cursor",
                source=("body", "next"),
            )
            none_new(listed, listed_before, ["id"])


@obligation("create_order.creates", "shop.bts:63")
def test_creates(alice: Actor) -> None:
    """The Order that it makes can be read, and is what was sent."""
    made = expect(alice.call(create_order, body=BODY), 201, Order)
    again = expect(alice.call(get_order, {"id": made["id"]}), 200, Order)
    reads_back(again.json, made.json, ["lines", "note"])
    as_sent(again.json, made.sent, ["lines", "note"])

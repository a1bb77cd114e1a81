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
        Put("lines", [{"sku": "A1", "quantity": 2}], "minimum"),
        Put("lines", [{"sku": "A1", "quantity": 2}] * 50, "maximum"),
        Put(
            "lines",
            [{"sku": "A1", "quantity": 2}, {"sku": "A1", "quantity": 2}],
            "near_minimum",
        ),
        Put("lines", [{"sku": "A1", "quantity": 2}] * 49, "near_maximum"),
        Put("lines[0].sku", "A1", "shortest"),
        Put("lines[0].sku", "A1111", "longest"),
        Put("lines[0].quantity", 1, "minimum"),
        Put("lines[0].quantity", 100, "maximum"),
        Put("lines[0].quantity", 2, "near_minimum"),
        Put("lines[0].quantity", 99, "near_maximum"),
        Put("note", "text", "present"),
        Put("note", None, "null"),
        Put("note", "", "empty"),
        Put("note", "a" * 500, "maximum_length"),
        Put("note", "a" * 499, "near_maximum_length"),
        Put("note", "é" * 500, "maximum_length_not_ascii"),
        Put("note", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("note", "שלום عالم", "right_to_left"),
        Put("note", "éñü", "composed"),
        Put("note", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("note", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
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
        Drop("lines", "missing"),
        Put("lines", None, "null"),
        Put("lines", "text", "wrong_type"),
        Put("lines", [], "too_few"),
        Put("lines", [{"sku": "A1", "quantity": 2}] * 51, "too_many"),
        Put("lines", [{"sku": "A1", "quantity": 2}, None], "invalid_second_item"),
        Put("lines[0]", None, "null"),
        Put("lines[0]", "text", "wrong_type"),
        Drop("lines[0].sku", "missing"),
        Put("lines[0].sku", None, "null"),
        Put("lines[0].sku", 12345, "wrong_type"),
        Put("lines[0].sku", "no match ☃!", "pattern_mismatch"),
        Put("lines[0].sku", "A", "pattern_too_short"),
        Put("lines[0].sku", "A11111", "pattern_too_long"),
        Put("lines[0].sku", "a1", "pattern_other_case"),
        Put("lines[0].sku", "!A1", "pattern_prefix"),
        Put("lines[0].sku", "A1!", "pattern_suffix"),
        Put("lines[0].sku", "A1\n", "pattern_newline"),
        Put("lines[0].sku", "A١", "pattern_other_digits"),
        Drop("lines[0].quantity", "missing"),
        Put("lines[0].quantity", None, "null"),
        Put("lines[0].quantity", "text", "wrong_type"),
        Put("lines[0].quantity", "1", "number_as_text"),
        Put("lines[0].quantity", Decimal("1.5"), "fraction"),
        Put("lines[0].quantity", 0, "below_minimum"),
        Put("lines[0].quantity", 101, "above_maximum"),
        Put("lines[0].quantity", 9223372036854775808, "beyond_64_bits"),
        Put("lines[0].quantity", Decimal("1E+400"), "huge"),
        Put("note", 12345, "wrong_type"),
        Put("note", "a" * 501, "too_long"),
        Put("note", "a" * 100000, "much_too_long"),
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
        Put("specc_unknown", "text", id="unknown_field"),
        Put("lines[0].specc_unknown", "text", id="lines[].unknown_field"),
        Put("note", "'\"`;--%s\\", "quotes"),
        Put("note", "a\x00b", "nul"),
        Put("note", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("note", "e" + "\u0301" * 60, "stacked_marks"),
        Put("note", "\ud800", "lone_surrogate"),
        Put("note", " ", "blank"),
        Repeat("lines", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(alice: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(create_order, body=change(BODY)))


@obligation("create_order.ignores", "shop.bts:63")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("status", "shipped", id="status"),
        Put("total", 987654, id="total"),
        Put("placed_at", "2001-01-01T00:00:00Z", id="placed_at"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
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
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(create_order, body=BODY), 401, Problem)


@obligation("create_order.refuses.admin", "shop.bts:61")
def test_refuses_admin(root: Actor) -> None:
    """Admin is refused with 403."""
    expect(root.call(create_order, body=BODY), 403, Problem)


@obligation("create_order.unaffected.invalid", "shop.bts:56")
@pytest.mark.parametrize(
    "change",
    [
        Drop("lines", "missing"),
        Put("lines[0].sku", 12345, "wrong_type"),
        Put("lines[0].quantity", None, "null"),
    ],
    ids=str,
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

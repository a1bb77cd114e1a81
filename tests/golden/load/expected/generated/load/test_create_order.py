"""POST /orders keeps what load.bts:43 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
    Drop,
    Put,
    Repeat,
    expect,
    forged,
    obligation,
    survived,
    unique,
)

from .contracts import OpenOrder
from .endpoints import create_order


@obligation("create_order.conforms", "load.bts:46")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        201,
        OpenOrder,
    )


@obligation("create_order.allows.shopper", "load.bts:44")
def test_allows_shopper(shoppers: Actor) -> None:
    """`shopper` may call it."""
    expect(
        shoppers.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        201,
        OpenOrder,
    )


@obligation("create_order.accepts", "load.bts:46")
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
        pytest.param(
            Put("lines[0].sku", "👩\u200d👩\u200d👧 🇪🇺"), id="lines[].sku.emoji"
        ),
        pytest.param(Put("lines[0].sku", "שלום عالم"), id="lines[].sku.right_to_left"),
        pytest.param(Put("lines[0].sku", "éñü"), id="lines[].sku.composed"),
        pytest.param(
            Put("lines[0].sku", "e\u0301n\u0303u\u0308"), id="lines[].sku.decomposed"
        ),
        pytest.param(Put("lines[0].quantity", 1), id="lines[].quantity.minimum"),
        pytest.param(Put("lines[0].quantity", 100), id="lines[].quantity.maximum"),
        pytest.param(Put("lines[0].quantity", 2), id="lines[].quantity.near_minimum"),
        pytest.param(Put("lines[0].quantity", 99), id="lines[].quantity.near_maximum"),
        pytest.param(Drop("note"), id="note.absent"),
        pytest.param(Put("note", None), id="note.null"),
        pytest.param(Append("note", "👩\u200d👩\u200d👧 🇪🇺"), id="note.emoji"),
        pytest.param(Append("note", "שלום عالم"), id="note.right_to_left"),
        pytest.param(Append("note", "éñü"), id="note.composed"),
        pytest.param(Append("note", "e\u0301n\u0303u\u0308"), id="note.decomposed"),
    ],
)
def test_accepts(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            create_order,
            body=change(
                {"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")}
            ),
        ),
        201,
        OpenOrder,
    )


@obligation("create_order.survives", "load.bts:43")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
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
        pytest.param(Put("note", "a" * 100000), id="note.very_long"),
        pytest.param(Put("note", ""), id="note.empty"),
        pytest.param(Put("note", "'\"`;--%s\\"), id="note.quotes"),
        pytest.param(Put("note", "a\x00b"), id="note.nul"),
        pytest.param(Put("note", "\u202ea\u202c\ufeff"), id="note.bidi_override"),
        pytest.param(Put("note", "e" + "\u0301" * 60), id="note.stacked_marks"),
        pytest.param(Put("note", "\ud800"), id="note.lone_surrogate"),
        pytest.param(Put("note", " "), id="note.blank"),
        pytest.param(Repeat("lines"), id="body.repeated_key"),
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
def test_survives(alice: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        alice.call(
            create_order,
            body=change(
                {"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")}
            ),
        ),
        413,
    )


@obligation("create_order.refuses.anonymous", "load.bts:44")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401 or 403."""
    expect(
        anonymous.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        (401, 403),
    )


@obligation("create_order.refuses.made_up_credential", "load.bts:44")
def test_refuses_made_up_credential(alice: Actor) -> None:
    """Made_up_credential is refused with 401 or 403."""
    expect(
        forged(alice).call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        (401, 403),
    )

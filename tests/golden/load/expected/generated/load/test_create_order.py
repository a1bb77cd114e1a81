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
        Put("lines", [{"sku": "A1", "quantity": 2}], "minimum"),
        Put("lines", [{"sku": "A1", "quantity": 2}] * 50, "maximum"),
        Put(
            "lines",
            [{"sku": "A1", "quantity": 2}, {"sku": "A1", "quantity": 2}],
            "near_minimum",
        ),
        Put("lines", [{"sku": "A1", "quantity": 2}] * 49, "near_maximum"),
        Put("lines[0].sku", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("lines[0].sku", "שלום عالم", "right_to_left"),
        Put("lines[0].sku", "éñü", "composed"),
        Put("lines[0].sku", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("lines[0].sku", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("lines[0].quantity", 1, "minimum"),
        Put("lines[0].quantity", 100, "maximum"),
        Put("lines[0].quantity", 2, "near_minimum"),
        Put("lines[0].quantity", 99, "near_maximum"),
        Drop("note", "absent"),
        Put("note", None, "null"),
        Append("note", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("note", "שלום عالم", "right_to_left"),
        Append("note", "éñü", "composed"),
        Append("note", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("note", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
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
        Put("specc_unknown", "text", id="unknown_field"),
        Put("lines[0].specc_unknown", "text", id="lines[].unknown_field"),
        Put("lines[0].sku", "a" * 100000, "very_long"),
        Put("lines[0].sku", "", "empty"),
        Put("lines[0].sku", "'\"`;--%s\\", "quotes"),
        Put("lines[0].sku", "a\x00b", "nul"),
        Put("lines[0].sku", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("lines[0].sku", "e" + "\u0301" * 60, "stacked_marks"),
        Put("lines[0].sku", "\ud800", "lone_surrogate"),
        Put("lines[0].sku", " ", "blank"),
        Put("note", "a" * 100000, "very_long"),
        Put("note", "", "empty"),
        Put("note", "'\"`;--%s\\", "quotes"),
        Put("note", "a\x00b", "nul"),
        Put("note", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("note", "e" + "\u0301" * 60, "stacked_marks"),
        Put("note", "\ud800", "lone_surrogate"),
        Put("note", " ", "blank"),
        Repeat("lines", id="body.repeated_key"),
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
    """A made-up credential is refused with 401 or 403."""
    expect(
        forged(alice).call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        (401, 403),
    )

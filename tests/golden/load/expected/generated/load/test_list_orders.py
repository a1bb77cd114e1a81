"""GET /orders keeps what load.bts:64 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, forged, obligation, survived

from .contracts import ListOrders200
from .endpoints import list_orders


@obligation("list_orders.conforms", "load.bts:68")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(list_orders), 200, ListOrders200)


@obligation("list_orders.allows.shopper", "load.bts:65")
def test_allows_shopper(shoppers: Actor) -> None:
    """`shopper` may call it."""
    expect(shoppers.call(list_orders), 200, ListOrders200)


@obligation("list_orders.accepts", "load.bts:68")
@pytest.mark.parametrize(
    "change",
    [
        Put("limit", 1, id="query.limit.minimum"),
        Put("limit", 100, id="query.limit.maximum"),
        Put("limit", 2, id="query.limit.near_minimum"),
        Put("limit", 99, id="query.limit.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(alice.call(list_orders, change({})), 200, ListOrders200)


@obligation("list_orders.rejects", "load.bts:64")
@pytest.mark.parametrize(
    "change",
    [
        Put("limit", Raw("text"), id="query.limit.wrong_type"),
        Put("limit", Raw("NaN"), id="query.limit.not_a_number"),
        Put("limit", Raw("Infinity"), id="query.limit.infinite"),
        Put("limit", Decimal("1.5"), id="query.limit.fraction"),
        Put("limit", 0, id="query.limit.below_minimum"),
        Put("limit", 101, id="query.limit.above_maximum"),
        Put("limit", 9223372036854775808, id="query.limit.beyond_64_bits"),
    ],
    ids=str,
)
def test_rejects_params(alice: Actor, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(list_orders, change({})), "4xx")


@obligation("list_orders.survives", "load.bts:64")
@pytest.mark.parametrize(
    "change",
    [
        Put("cursor", "a" * 4000, id="query.cursor.very_long"),
        Put("cursor", "", id="query.cursor.empty"),
        Put("cursor", "'\"`;--%s\\", id="query.cursor.quotes"),
        Put("cursor", "a\x00b", id="query.cursor.nul"),
        Put("cursor", "\u202ea\u202c\ufeff", id="query.cursor.bidi_override"),
        Put("cursor", "e" + "\u0301" * 60, id="query.cursor.stacked_marks"),
        Put("cursor", "\ud800", id="query.cursor.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(list_orders, change({})), 414, 431)


@obligation("list_orders.refuses.anonymous", "load.bts:65")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_orders), 401)


@obligation("list_orders.refuses.made_up_credential", "load.bts:65")
def test_refuses_made_up_credential(alice: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(list_orders), 401)


@obligation("list_orders.again", "load.bts:68")
def test_again(alice: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(alice.call(list_orders), 200, ListOrders200)
    expect(alice.call(list_orders), 200, ListOrders200)

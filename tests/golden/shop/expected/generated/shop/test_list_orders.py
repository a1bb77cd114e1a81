"""GET /orders keeps what shop.bts:75 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Raw,
    Response,
    all_have,
    eventually,
    expect,
    forged,
    is_listed,
    none_new,
    not_listed,
    obligation,
    once_each,
    one_of,
    pages_within,
    read_list,
    survived,
    unique,
)

from .contracts import ListOrders200, Order, Problem
from .endpoints import create_order, list_orders


@obligation("list_orders.conforms", "shop.bts:80")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(list_orders), 200, ListOrders200)


@obligation("list_orders.accepts", "shop.bts:80")
@pytest.mark.parametrize(
    "change",
    [
        Put("status", "pending", id="query.status.value_pending"),
        Put("status", "paid", id="query.status.value_paid"),
        Put("status", "shipped", id="query.status.value_shipped"),
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


@obligation("list_orders.conforms.filled", "shop.bts:84")
def test_conforms_filled(alice: Actor) -> None:
    """The answer about a Order with all that it may have is as declared."""
    made = expect(
        alice.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("text")},
        ),
        201,
        Order,
    )
    listed = read_list(
        alice, list_orders, items=("items",), cursor="cursor", source=("body", "next")
    )
    is_listed(listed, ["id"], made["id"])


@obligation("list_orders.rejects", "shop.bts:83")
@pytest.mark.parametrize(
    "change",
    [
        Put("status", "no_such_value", id="query.status.not_in_enum"),
        Put("status", "PENDING", id="query.status.other_case"),
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
def test_rejects_query(alice: Actor, change: Change) -> None:
    """An invalid query is answered 422."""
    expect(alice.call(list_orders, change({})), 422, Problem)


@obligation("list_orders.survives", "shop.bts:75")
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


@obligation("list_orders.refuses.anonymous", "shop.bts:81")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_orders), 401, Problem)


@obligation("list_orders.refuses.made_up_credential", "shop.bts:81")
def test_refuses_made_up_credential(alice: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(list_orders), 401, Problem)


@obligation("list_orders.refuses.admin", "shop.bts:82")
def test_refuses_admin(root: Actor) -> None:
    """Admin is refused with 403."""
    expect(root.call(list_orders), 403, Problem)


@obligation("list_orders.lists", "shop.bts:84")
def test_lists(alice: Actor, new_order: Response) -> None:
    """A new Order is in the list."""
    listed = read_list(
        alice, list_orders, items=("items",), cursor="cursor", source=("body", "next")
    )
    is_listed(listed, ["id"], new_order["id"])


@obligation("list_orders.filters.status", "shop.bts:77")
def test_filters_status(alice: Actor, new_order: Response) -> None:
    """The list by status shows only what has it."""
    listed = read_list(
        alice,
        list_orders,
        params={"status": "pending"},
        items=("items",),
        cursor="cursor",
        source=("body", "next"),
    )
    all_have(listed, ["status"], "pending")
    listed = read_list(
        alice,
        list_orders,
        params={"status": "paid"},
        items=("items",),
        cursor="cursor",
        source=("body", "next"),
    )
    all_have(listed, ["status"], "paid")
    listed = read_list(
        alice,
        list_orders,
        params={"status": "shipped"},
        items=("items",),
        cursor="cursor",
        source=("body", "next"),
    )
    all_have(listed, ["status"], "shipped")
    one_of(new_order["status"], ["pending", "paid", "shipped"])


@obligation("list_orders.hides", "shop.bts:68")
def test_hides(bob: Actor, new_order: Response) -> None:
    """A stranger's list does not show the Order."""
    listed = read_list(
        bob, list_orders, items=("items",), cursor="cursor", source=("body", "next")
    )
    not_listed(listed, ["id"], new_order["id"])


@obligation("list_orders.pages", "shop.bts:85")
def test_pages(alice: Actor) -> None:
    """Page by page, each thing comes once, and no page is larger than asked for."""
    made_1 = expect(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        Order,
    )
    made_2 = expect(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        Order,
    )
    made_3 = expect(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        Order,
    )
    made_4 = expect(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        Order,
    )
    made_5 = expect(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        Order,
    )
    listed = read_list(
        alice,
        list_orders,
        params={"limit": 2},
        items=("items",),
        cursor="cursor",
        source=("body", "next"),
    )
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])
    pages_within(listed, 2)
    made_6 = expect(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        Order,
    )
    listed = read_list(
        alice,
        list_orders,
        params={"limit": 2},
        items=("items",),
        cursor="cursor",
        source=("body", "next"),
    )
    is_listed(listed, ["id"], made_6["id"])
    once_each(listed, ["id"])
    is_listed(listed, ["id"], made_1["id"])
    is_listed(listed, ["id"], made_2["id"])
    is_listed(listed, ["id"], made_3["id"])
    is_listed(listed, ["id"], made_4["id"])
    is_listed(listed, ["id"], made_5["id"])


@obligation("list_orders.safe", "shop.bts:84")
def test_safe(alice: Actor) -> None:
    """Reading changes nothing."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                alice,
                list_orders,
                items=("items",),
                cursor="cursor",
                source=("body", "next"),
            )
            listed = read_list(
                alice,
                list_orders,
                items=("items",),
                cursor="cursor",
                source=("body", "next"),
            )
            none_new(listed, listed_before, ["id"])

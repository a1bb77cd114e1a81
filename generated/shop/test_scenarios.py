"""The tests that specs/shop.bts states."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Checks,
    each,
    equal,
    eventually,
    expect,
    holds,
    not_one_of,
    obligation,
)

from .endpoints import cancel_order, create_order, get_order, list_orders, login, pay
from .flows import buy
from .service import shop


@obligation(
    "test.an_order_is_priced_from_its_lines", "specs/shop.bts:120", "smoke", "pricing"
)
def test_an_order_is_priced_from_its_lines(
    alice: Actor, bob: Actor, check: Checks
) -> None:
    """An order is priced from its lines."""
    order = check.expect(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        at="specs/shop.bts:121",
    )
    with check("specs/shop.bts:122", "order.total == 19.98", order):
        equal(order["total"], Decimal("19.98"))
    with check(
        "specs/shop.bts:123", 'header(order, "Location") == "/orders/{order.id}"', order
    ):
        equal(order.header("Location"), "/orders/{}".format(order["id"]))
    again = check.expect(
        alice.call(get_order, {"id": order["id"]}), 200, at="specs/shop.bts:124"
    )
    with check("specs/shop.bts:125", "again == order", again, order):
        equal(again.json, order.json)
    with check("specs/shop.bts:126"):
        expect(bob.call(get_order, {"id": order["id"]}), 404)


@obligation("test.quantity_limits", "specs/shop.bts:129")
@pytest.mark.parametrize(
    ("quantity", "code"),
    [
        pytest.param(0, 422, id="0-422"),
        pytest.param(1, 201, id="1-201"),
        pytest.param(100, 201, id="100-201"),
        pytest.param(101, 422, id="101-422"),
    ],
)
def test_quantity_limits(
    alice: Actor, check: Checks, quantity: object, code: object
) -> None:
    """Quantity limits."""
    with check("specs/shop.bts:131"):
        expect(
            alice.call(
                create_order, body={"lines": [{"sku": "A1", "quantity": quantity}]}
            ),
            code,
        )


@obligation("test.a_paid_order_ships", "specs/shop.bts:134")
def test_a_paid_order_ships(alice: Actor, check: Checks) -> None:
    """A paid order ships."""
    done = buy(alice, check)
    for attempt in eventually(within=10.0, every=0.25):
        with attempt:
            seen = check.expect(
                alice.call(get_order, {"id": done.order["id"]}),
                200,
                at="specs/shop.bts:137",
            )
            with check("specs/shop.bts:138", 'seen.status == "shipped"', seen):
                equal(seen["status"], "shipped")
    with check("specs/shop.bts:140"):
        expect(alice.request("GET", "/debug", service=shop), 404)


@obligation("test.a_wrong_password_is_refused", "specs/shop.bts:143")
def test_a_wrong_password_is_refused(anonymous: Actor, check: Checks) -> None:
    """A wrong password is refused."""
    with check("specs/shop.bts:144"):
        expect(
            anonymous.call(
                login,
                body={"email": "alice@example.com", "password": "not the password"},
            ),
            401,
        )


@obligation("test.who_pays_once_has_paid", "specs/shop.bts:147", "pricing")
def test_who_pays_once_has_paid(bob: Actor, check: Checks) -> None:
    """Who pays once has paid."""
    order = check.expect(
        bob.call(
            create_order,
            body={
                "lines": [{"sku": "A1", "quantity": 1}, {"sku": "B20", "quantity": 3}]
            },
        ),
        201,
        at="specs/shop.bts:148",
    )
    with check("specs/shop.bts:149", "len(order.lines) == 2", order):
        equal(len(order["lines"]), 2)
    with check("specs/shop.bts:150", "all(order.lines[*].quantity)", order):
        holds(all(each(order["lines"], "quantity")), "all(order.lines[*].quantity)")
    paid = check.expect(
        bob.call(pay, {"id": order["id"]}, body={"card": "4242424242424242"}),
        200,
        at="specs/shop.bts:151",
    )
    with check(
        "specs/shop.bts:152",
        "paid.id == order.id and paid.total == order.total",
        paid,
        order,
    ):
        equal(paid["id"], order["id"])
    with check(
        "specs/shop.bts:152",
        "paid.id == order.id and paid.total == order.total",
        paid,
        order,
    ):
        equal(paid["total"], order["total"])
    with check("specs/shop.bts:153"):
        expect(
            bob.call(pay, {"id": order["id"]}, body={"card": "4242424242424242"}), 409
        )


@obligation("test.a_cancelled_order_is_gone", "specs/shop.bts:156")
def test_a_cancelled_order_is_gone(alice: Actor, check: Checks) -> None:
    """A cancelled order is gone."""
    order = None
    try:
        order = check.expect(
            alice.call(
                create_order,
                body={"lines": [{"sku": "C3", "quantity": 1}], "note": None},
            ),
            201,
            at="specs/shop.bts:157",
        )
        with check("specs/shop.bts:158"):
            expect(alice.call(cancel_order, {"id": order["id"]}), 204)
        with check("specs/shop.bts:159"):
            expect(alice.call(get_order, {"id": order["id"]}), 404)
    finally:
        page = check.expect(
            alice.call(list_orders, {"limit": 100}), 200, at="specs/shop.bts:161"
        )
        with check(
            "specs/shop.bts:162", "order.id not in page.items[*].id", order, page
        ):
            not_one_of(order["id"], each(page["items"], "id"))

"""What specs/shop.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, expect_status, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import ListOrders200, Order
from .endpoints import create_order, list_orders, login, pay


@obligation("login.any_valid", "specs/shop.bts:50")
@any_valid(requests.login)
def test_login_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200, 401 or 429 as declared."""
    expect(anonymous.call(login, body=sent.body), (200, 401, 429))


@obligation("login.any_invalid", "specs/shop.bts:52")
@any_invalid(requests.login)
def test_login_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(login, body=sent.body), sent)


@obligation("create_order.any_valid", "specs/shop.bts:59")
@any_valid(requests.create_order)
def test_create_order_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(alice.call(create_order, body=sent.body), 201, Order)


@obligation("create_order.any_invalid", "specs/shop.bts:62")
@any_invalid(requests.create_order)
def test_create_order_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(alice.call(create_order, body=sent.body), sent)


@obligation("list_orders.any_valid", "specs/shop.bts:80")
@any_valid(requests.list_orders)
def test_list_orders_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(alice.call(list_orders, sent.params), 200, ListOrders200)


@obligation("list_orders.any_invalid", "specs/shop.bts:83")
@any_invalid(requests.list_orders)
def test_list_orders_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(alice.call(list_orders, sent.params), sent)


@obligation("pay.any_valid", "specs/shop.bts:91")
@any_valid(requests.pay)
def test_pay_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 or 409 as declared."""
    new_order = expect_status(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}), 201
    )
    expect(alice.call(pay, {"id": new_order["id"]}, body=sent.body), (200, 409))


@obligation("pay.any_invalid", "specs/shop.bts:96")
@any_invalid(requests.pay)
def test_pay_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_order = expect_status(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}), 201
    )
    refused(alice.call(pay, {"id": new_order["id"]}, body=sent.body), sent)

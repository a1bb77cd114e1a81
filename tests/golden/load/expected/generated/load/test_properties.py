"""What load.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import Login200, OpenOrder
from .endpoints import create_order, list_orders, login


@obligation("login.any_valid", "load.bts:40")
@any_valid(requests.login)
def test_login_any_valid(anonymous: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(anonymous.call(login, body=sent.body), 200, Login200)


@obligation("login.any_invalid", "load.bts:37")
@any_invalid(requests.login)
def test_login_any_invalid(anonymous: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(anonymous.call(login, body=sent.body), sent)


@obligation("create_order.any_valid", "load.bts:46")
@any_valid(requests.create_order)
def test_create_order_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(alice.call(create_order, body=sent.body), 201, OpenOrder)


@obligation("create_order.any_invalid", "load.bts:43")
@any_invalid(requests.create_order)
def test_create_order_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(alice.call(create_order, body=sent.body), sent)


@obligation("list_orders.any_valid", "load.bts:68")
@any_valid(requests.list_orders)
def test_list_orders_any_valid(alice: Actor, sent: Sent) -> None:
    """Any valid request is answered 200, 401 or 422 as declared."""
    expect(alice.call(list_orders, sent.params), (200, 401, 422))


@obligation("list_orders.any_invalid", "load.bts:64")
@any_invalid(requests.list_orders)
def test_list_orders_any_invalid(alice: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(alice.call(list_orders, sent.params), sent)

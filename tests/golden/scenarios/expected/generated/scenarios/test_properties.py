"""What scenarios.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, obligation
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import Order
from .endpoints import order


@obligation("order.any_valid", "scenarios.bts:18")
@any_valid(requests.order)
def test_order_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(ann.call(order, body=sent.body), 201, Order)


@obligation("order.any_invalid", "scenarios.bts:15")
@any_invalid(requests.order)
def test_order_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(order, body=sent.body), sent)

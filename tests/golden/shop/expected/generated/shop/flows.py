"""Flows that tests and load profiles share, from shop.bts."""

from types import SimpleNamespace

from specc.runtime import Actor, Checks, at_most, equal

from .endpoints import create_order, list_orders, pay


def buy(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow buy (shop.bts:109)."""
    order = check.expect(
        actor.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        at="shop.bts:110",
    )
    paid = check.expect(
        actor.call(pay, {"id": order["id"]}, body={"card": "4242424242424242"}),
        200,
        at="shop.bts:111",
    )
    with check("shop.bts:112", 'paid.status == "paid"', paid):
        equal(paid["status"], "paid")
    return SimpleNamespace(order=order, paid=paid)


def browse(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow browse (shop.bts:115)."""
    page = check.expect(actor.call(list_orders, {"limit": 50}), 200, at="shop.bts:116")
    with check("shop.bts:117", "len(page.items) <= 50", page):
        at_most(len(page["items"]), 50)
    return SimpleNamespace(page=page)

"""Flows that tests and load profiles share, from scenarios.bts."""

from types import SimpleNamespace

from specc.runtime import Actor, Checks, equal

from .endpoints import order, show


def buy(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow buy (scenarios.bts:38)."""
    made = check.expect(
        actor.call(order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        at="scenarios.bts:39",
    )
    with check("scenarios.bts:40", 'made.status == "new"', made):
        equal(made["status"], "new")
    return SimpleNamespace(made=made)


def buy_and_look(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow buy_and_look (scenarios.bts:43)."""
    bought = buy(actor, check)
    seen = check.expect(
        actor.call(show, {"id": bought.made["id"]}), 200, at="scenarios.bts:45"
    )
    return SimpleNamespace(bought=bought, seen=seen)

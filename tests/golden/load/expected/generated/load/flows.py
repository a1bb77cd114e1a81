"""Flows that tests and load profiles share, from load.bts."""

import time
from decimal import Decimal
from types import SimpleNamespace

from specc.runtime import (
    Actor,
    Checks,
    actor_named,
    contains,
    equal,
    eventually,
    expect,
    feed,
    less,
    one_of,
    unique,
)

from .endpoints import cancel_order, create_order, get_order, list_orders
from .service import ROOT, shop

ORDER_GIFT_ROWS = feed("gifts.csv", ROOT / "load.bts")


def order_one(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow order_one (load.bts:73)."""
    order = check.expect(
        actor.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        201,
        at="load.bts:74",
    )
    with check(
        "load.bts:75",
        "order.total == 19.98 and order.note == request(order).note",
        order,
    ):
        equal(order["total"], Decimal("19.98"))
    with check(
        "load.bts:75",
        "order.total == 19.98 and order.note == request(order).note",
        order,
    ):
        equal(order.get("note"), order.sent["note"])
    with check("load.bts:76", "elapsed(order) < 30s", order):
        less(order.elapsed, Decimal(30))
    return SimpleNamespace(order=order)


def look_around(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow look_around (load.bts:79)."""
    made = None
    try:
        made = order_one(actor, check)
        again = check.expect(
            actor.call(get_order, {"id": made.order["id"]}), 200, at="load.bts:81"
        )
        with check("load.bts:82", "again == made.order", again, made.order):
            equal(again.json, made.order.json)
        with check(
            "load.bts:83", 'header(again, "Content-Type") contains "json"', again
        ):
            contains(again.header("Content-Type"), "json")
        for attempt in eventually(within=5.0, every=0.05):
            with attempt:
                seen = check.expect(
                    actor.call(get_order, {"id": made.order["id"]}),
                    200,
                    at="load.bts:85",
                )
                with check(
                    "load.bts:86", 'seen.status in ["pending", "paid", "shipped"]', seen
                ):
                    one_of(seen["status"], ["pending", "paid", "shipped"])
        with check("load.bts:88"):
            expect(
                actor_named("bob", shop).call(get_order, {"id": made.order["id"]}), 404
            )
        with check("load.bts:89"):
            expect(
                Actor("anonymous").call(
                    list_orders, {"cursor": "after {}".format(made.order["id"])}
                ),
                (401, 422),
            )
        time.sleep(0.001)
        with check("load.bts:91"):
            expect(
                actor.request(
                    "GET", "/orders/{}".format(made.order["id"]), service=shop
                ),
                200,
            )
    finally:
        with check("load.bts:93"):
            expect(actor.call(cancel_order, {"id": made.order["id"]}), 204)
    return SimpleNamespace(made=made, again=again, seen=seen)


def order_gift(actor: Actor, check: Checks) -> SimpleNamespace:
    """The flow order_gift (load.bts:97)."""
    row = ORDER_GIFT_ROWS.take()
    order = check.expect(
        actor.call(
            create_order,
            body={
                "lines": [{"sku": row["sku"], "quantity": row["quantity"]}],
                "note": row["note"],
            },
        ),
        201,
        at="load.bts:98",
    )
    with check("load.bts:99", "order.note == note", order):
        equal(order.get("note"), row["note"])
    return SimpleNamespace(order=order)

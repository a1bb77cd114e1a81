"""The load profiles of load.bts."""

import time
from decimal import Decimal
from types import SimpleNamespace

from specc.runtime import (
    Pool,
    anonymous,
    contains,
    equal,
    feed,
    less,
    one_of,
    table,
    unique,
)
from specc.runtime.locustfile import (
    Caller,
    LoadUser,
    Profile,
    ProfileShape,
    Slot,
    Stages,
    Think,
    Threshold,
    call,
    hold,
    ramp,
    request,
    spike,
    step,
    suite_of,
)

# Locust loads this file by its path; its neighbours are found all the same.
__package__ = __package__ or suite_of(__file__)

from .actors import alice, bob, shoppers
from .endpoints import cancel_order, create_order, get_order, list_orders
from .service import ROOT, shop

ORDER_GIFT_ROWS = feed("gifts.csv", ROOT / "load.bts")

CREATE_ORDER = call(
    create_order,
    body={"lines": [{"sku": "A1", "quantity": 2}], "note": Slot("unique")},
    expects=201,
    at="load.bts:74",
    whole=True,
)

GET_ORDER = call(
    get_order, {"id": Slot("made.order.id")}, expects=200, at="load.bts:81"
)

GET_ORDER_2 = call(
    get_order, {"id": Slot("made.order.id")}, expects=200, at="load.bts:85"
)

GET_ORDER_3 = call(
    get_order, {"id": Slot("made.order.id")}, expects=404, at="load.bts:88"
)

LIST_ORDERS = call(
    list_orders,
    {"cursor": Slot("after {made.order.id}")},
    expects=(401, 422),
    at="load.bts:89",
)

GET_REQUEST = request(
    "GET", Slot("/orders/{made.order.id}"), service=shop, expects=200, at="load.bts:91"
)

CANCEL_ORDER = call(
    cancel_order, {"id": Slot("made.order.id")}, expects=204, at="load.bts:93"
)

CREATE_ORDER_2 = call(
    create_order,
    body={
        "lines": [{"sku": Slot("sku"), "quantity": Slot("quantity")}],
        "note": Slot("note"),
    },
    expects=201,
    at="load.bts:98",
    whole=True,
)

LIST_ORDERS_2 = call(list_orders, expects=200, at="load.bts:64")

CREATE_ORDER_3 = call(
    create_order,
    body={"lines": [{"sku": "A1", "quantity": 2}], "note": Slot("unique")},
    expects=201,
    at="load.bts:43",
    whole=True,
)

GET_ORDER_4 = call(get_order, {"id": Slot("order.id")}, expects=200, at="load.bts:51")

CREATE_ORDER_4 = call(
    create_order,
    body={"lines": [{"sku": "A1", "quantity": 2}], "note": Slot("unique")},
    expects=201,
    at="load.bts:43",
)

CANCEL_ORDER_2 = call(
    cancel_order, {"id": Slot("new_order.id")}, expects=204, at="load.bts:58"
)


def order_one(caller: Caller) -> SimpleNamespace:
    """The flow order_one (load.bts:73)."""
    order = caller.send(CREATE_ORDER, unique("gift"))
    with caller.check(
        "load.bts:75",
        "order.total == 19.98 and order.note == request(order).note",
        order,
    ):
        equal(order["total"], Decimal("19.98"))
    with caller.check(
        "load.bts:75",
        "order.total == 19.98 and order.note == request(order).note",
        order,
    ):
        equal(order.get("note"), order.sent["note"])
    with caller.check("load.bts:76", "elapsed(order) < 30s", order):
        less(order.elapsed, Decimal(30))
    return SimpleNamespace(order=order)


def look_around(caller: Caller) -> SimpleNamespace:
    """The flow look_around (load.bts:79)."""
    made = None
    try:
        made = order_one(caller)
        again = caller.send(GET_ORDER, made.order["id"])
        with caller.check("load.bts:82", "again == made.order", again, made.order):
            equal(again.json, made.order.json)
        with caller.check(
            "load.bts:83", 'header(again, "Content-Type") contains "json"', again
        ):
            contains(again.header("Content-Type"), "json")
        for attempt in caller.eventually(within=5.0, every=0.05):
            with attempt:
                seen = caller.send(GET_ORDER_2, made.order["id"])
                with caller.check(
                    "load.bts:86", 'seen.status in ["pending", "paid", "shipped"]', seen
                ):
                    one_of(seen["status"], ["pending", "paid", "shipped"])
        caller.acting(bob).send(GET_ORDER_3, made.order["id"])
        caller.acting(anonymous).send(LIST_ORDERS, "after {}".format(made.order["id"]))
        time.sleep(0.001)
        caller.send(GET_REQUEST, "/orders/{}".format(made.order["id"]))
    finally:
        caller.send(CANCEL_ORDER, made.order["id"])
    return SimpleNamespace(made=made, again=again, seen=seen)


def order_gift(caller: Caller) -> SimpleNamespace:
    """The flow order_gift (load.bts:97)."""
    row = ORDER_GIFT_ROWS.take()
    order = caller.send(CREATE_ORDER_2, row["sku"], row["quantity"], row["note"])
    with caller.check("load.bts:99", "order.note == note", order):
        equal(order.get("note"), row["note"])
    return SimpleNamespace(order=order)


def list_orders_alone(caller: Caller) -> None:
    """GET /orders by itself (load.bts:64)."""
    caller.send(LIST_ORDERS_2)


def get_order_alone(caller: Caller) -> None:
    """GET /orders/{id} by itself (load.bts:51)."""
    order = caller.keep(CREATE_ORDER_3, unique("gift"))
    caller.send(GET_ORDER_4, order["id"])


def cancel_order_alone(caller: Caller) -> None:
    """DELETE /orders/{id} by itself (load.bts:58)."""
    new_order = caller.send(CREATE_ORDER_4, unique("gift"))
    caller.send(CANCEL_ORDER_2, new_order["id"])


class Everything(LoadUser):
    """The profile everything (load.bts:102)."""

    profile = Profile(
        "everything",
        {
            look_around: 3,
            list_orders_alone: 2,
            get_order_alone: 1,
            cancel_order_alone: 1,
        },
        at="load.bts:102",
        services=(shop,),
        tags=("nightly",),
        actors=(alice,),
        users=Stages(
            ramp(1, 4, seconds=1), step(2, 4, 1, every=0.5), spike(3, seconds=0.5)
        ),
        think=Think(0.005, 0.05, spread="exponential"),
        warm_up=0.5,
        check=0.5,
        require=(
            Threshold(
                "everything.p95", "p95", "<", 10.0, at="load.bts:112", text="p95 < 10s"
            ),
            Threshold(
                "everything.p999.get_order",
                "p999",
                "<",
                20.0,
                of="get_order",
                at="load.bts:113",
                text="p999 of get_order < 20s",
            ),
            Threshold(
                "everything.mean.look_around",
                "mean",
                "<",
                20.0,
                of="look_around",
                at="load.bts:114",
                text="mean of look_around < 20s",
            ),
            Threshold(
                "everything.errors",
                "errors",
                "<",
                0.01,
                at="load.bts:115",
                text="errors < 1%",
            ),
            Threshold(
                "everything.throughput",
                "throughput",
                ">",
                1.0,
                at="load.bts:116",
                text="throughput > 1/s",
            ),
            Threshold(
                "create_order.within.p95",
                "p95",
                "<=",
                5.0,
                of="create_order",
                at="load.bts:48",
                text="p95 of create_order <= 5000ms",
            ),
        ),
        abort=(
            Threshold(
                "everything.abort.errors",
                "errors",
                ">",
                0.9,
                at="load.bts:110",
                text="errors > 90%",
            ),
        ),
    )


class TableFed(LoadUser):
    """The profile table_fed (load.bts:120)."""

    profile = Profile(
        "table_fed",
        {list_orders_alone: 1, order_one: 1, order_gift: 1},
        at="load.bts:120",
        services=(shop,),
        actors=(
            Pool("shoppers", shoppers, len(table("accounts.csv", ROOT / "load.bts"))),
        ),
        arrivals=Stages(hold(40, seconds=2)),
        poisson=True,
        require=(
            Threshold(
                "table_fed.memory_growth",
                "memory growth",
                "<",
                1388888.888888889,
                at="load.bts:128",
                text="memory growth < 5GB/h",
            ),
            Threshold(
                "table_fed.p95_growth.create_order",
                "p95 growth",
                "<",
                9.0,
                of="create_order",
                at="load.bts:128",
                text="p95 growth of create_order < 900%",
            ),
            Threshold(
                "table_fed.errors",
                "errors",
                "<",
                0.01,
                at="load.bts:128",
                text="errors < 1%",
            ),
            Threshold(
                "table_fed.max", "max", "<", 20.0, at="load.bts:128", text="max < 20s"
            ),
            Threshold(
                "create_order.within.p95",
                "p95",
                "<=",
                5.0,
                of="create_order",
                at="load.bts:48",
                text="p95 of create_order <= 5000ms",
            ),
        ),
        regression=(
            Threshold(
                "table_fed.regression.p95",
                "p95",
                "<",
                0.1,
                at="load.bts:126",
                text="regression p95 < 10%",
                relative=True,
            ),
        ),
        watch_process=True,
        watch_prometheus=("http://127.0.0.1:1/metrics",),
        allow_hosts=("staging.shop.example",),
    )


class ByLocust(LoadUser):
    """The profile by_locust (load.bts:131)."""

    profile = Profile(
        "by_locust",
        {look_around: 3, get_order_alone: 1},
        at="load.bts:131",
        services=(shop,),
        actors=(alice,),
        users=Stages(hold(4, seconds=2)),
        engine="stock",
        require=(
            Threshold(
                "by_locust.errors",
                "errors",
                "<",
                0.01,
                at="load.bts:135",
                text="errors < 1%",
            ),
            Threshold(
                "create_order.within.p95",
                "p95",
                "<=",
                5.0,
                of="create_order",
                at="load.bts:48",
                text="p95 of create_order <= 5000ms",
            ),
        ),
    )


class Shape(ProfileShape):
    """Follows the stages of the profile that runs."""

    abstract = False

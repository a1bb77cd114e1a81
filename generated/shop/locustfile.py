"""The load profiles of specs/shop.bts."""

from specc.runtime import at_most, equal
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
    suite_of,
)

# Locust loads this file by its path; its neighbours are found all the same.
__package__ = suite_of(__file__)

from .actors import alice
from .endpoints import create_order, list_orders, pay
from .service import shop

CREATE_ORDER = call(
    create_order,
    body={"lines": [{"sku": "A1", "quantity": 2}]},
    expects=201,
    at="specs/shop.bts:110",
)

PAY = call(
    pay,
    {"id": Slot("order.id")},
    body={"card": "4242424242424242"},
    expects=200,
    at="specs/shop.bts:111",
)

LIST_ORDERS = call(list_orders, {"limit": 50}, expects=200, at="specs/shop.bts:116")


def buy(caller: Caller) -> None:
    """The flow buy (specs/shop.bts:109)."""
    order = caller.send(CREATE_ORDER)
    paid = caller.send(PAY, order["id"])
    with caller.check("specs/shop.bts:112", 'paid.status == "paid"', paid):
        equal(paid["status"], "paid")


def browse(caller: Caller) -> None:
    """The flow browse (specs/shop.bts:115)."""
    page = caller.send(LIST_ORDERS)
    with caller.check("specs/shop.bts:117", "len(page.items) <= 50", page):
        at_most(len(page["items"]), 50)


class Checkout(LoadUser):
    """The profile checkout (specs/shop.bts:166)."""

    profile = Profile(
        "checkout",
        {browse: 8, buy: 2},
        at="specs/shop.bts:166",
        services=(shop,),
        actors=(alice,),
        users=Stages(ramp(0, 200, seconds=30), hold(200, seconds=300)),
        think=Think(1.0, 3.0),
        require=(
            Threshold(
                "checkout.p95",
                "p95",
                "<",
                0.3,
                at="specs/shop.bts:174",
                text="p95 < 300ms",
            ),
            Threshold(
                "checkout.p99.create_order",
                "p99",
                "<",
                0.8,
                of="create_order",
                at="specs/shop.bts:175",
                text="p99 of create_order < 800ms",
            ),
            Threshold(
                "checkout.errors",
                "errors",
                "<",
                0.001,
                at="specs/shop.bts:176",
                text="errors < 0.1%",
            ),
            Threshold(
                "checkout.throughput",
                "throughput",
                ">",
                50.0,
                at="specs/shop.bts:177",
                text="throughput > 50/s",
            ),
            Threshold(
                "create_order.within.p95",
                "p95",
                "<=",
                0.2,
                of="create_order",
                at="specs/shop.bts:64",
                text="p95 of create_order <= 200ms",
            ),
        ),
    )


class Limits(LoadUser):
    """The profile limits (specs/shop.bts:181)."""

    profile = Profile(
        "limits",
        {buy: 1},
        at="specs/shop.bts:181",
        services=(shop,),
        actors=(alice,),
        arrivals=Stages(ramp(10, 500, seconds=120)),
        require=(
            Threshold(
                "limits.saturation",
                "saturation",
                ">",
                100.0,
                at="specs/shop.bts:185",
                text="saturation > 100/s",
            ),
        ),
        until=(
            Threshold(
                "limits.until.p95",
                "p95",
                ">",
                0.5,
                at="specs/shop.bts:184",
                text="p95 > 500ms",
            ),
            Threshold(
                "limits.until.errors",
                "errors",
                ">",
                0.01,
                at="specs/shop.bts:184",
                text="errors > 1%",
            ),
        ),
    )


class Shape(ProfileShape):
    """Follows the stages of the profile that runs."""

    abstract = False

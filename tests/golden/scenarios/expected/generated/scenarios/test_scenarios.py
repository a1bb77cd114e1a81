"""The tests that scenarios.bts states."""

import time
from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Checks,
    at_least,
    at_most,
    contains,
    each,
    equal,
    eventually,
    expect,
    holds,
    is_a,
    less,
    matches,
    obligation,
)

from .contracts import Order
from .endpoints import order, orders, show
from .flows import buy_and_look
from .service import shop


@obligation("test.rows_of_values", "scenarios.bts:49", "smoke", "limits")
@pytest.mark.parametrize(
    ("sku", "quantity", "code"),
    [
        pytest.param("A1", 1, 201, id="A1-1-201"),
        pytest.param("B 2", 0, 422, id="B_2-0-422"),
        pytest.param("B 2", 0, 422, id="B_2-0-422-2"),
        pytest.param("", 3, 201, id="empty-3-201"),
    ],
)
def test_rows_of_values(
    ann: Actor, check: Checks, sku: object, quantity: object, code: object
) -> None:
    """Rows of values.

    A doc string of a test.
    """
    with check("scenarios.bts:51"):
        expect(
            ann.call(order, body={"lines": [{"sku": sku, "quantity": quantity}]}), code
        )


@obligation("test.rows_of_a_table", "scenarios.bts:54")
@pytest.mark.parametrize(
    ("sku", "quantity"),
    [pytest.param("A1", 1, id="A1-1"), pytest.param('B "2"', 2, id="B__2_-2")],
)
def test_rows_of_a_table(
    ann: Actor, check: Checks, sku: object, quantity: object
) -> None:
    """Rows of a table."""
    made = check.expect(
        ann.call(order, body={"lines": [{"sku": sku, "quantity": quantity}]}),
        201,
        at="scenarios.bts:56",
    )
    with check("scenarios.bts:57", "made.lines[0].quantity == quantity", made):
        equal(made["lines"][0]["quantity"], quantity)


@obligation("test.what_takes_its_time", "scenarios.bts:60")
def test_what_takes_its_time(ann: Actor, check: Checks) -> None:
    """What takes its time."""
    done = None
    try:
        done = buy_and_look(ann, check)
        for attempt in eventually(within=10.0, every=0.25):
            with attempt:
                seen = check.expect(
                    ann.call(show, {"id": done.bought.made["id"]}),
                    200,
                    at="scenarios.bts:63",
                )
                with check("scenarios.bts:64", 'seen.status == "paid"', seen):
                    equal(seen["status"], "paid")
        time.sleep(0.1)
    finally:
        with check("scenarios.bts:68"):
            expect(ann.request("GET", "/debug", service=shop), 404)
        with check("scenarios.bts:69"):
            expect(
                ann.request(
                    "DELETE", "/orders/{}".format(done.seen["id"]), service=shop
                ),
                ("2xx", 404),
            )


@obligation("test.expressions_of_all_kinds", "scenarios.bts:73")
def test_expressions_of_all_kinds(
    ann: Actor, ben: Actor, anonymous: Actor, check: Checks
) -> None:
    """Expressions of all kinds."""
    made = check.expect(
        ann.call(
            order,
            body={
                "lines": [{"sku": "A1", "quantity": 2}, {"sku": "B2", "quantity": 3}]
            },
        ),
        201,
        at="scenarios.bts:74",
    )
    with check("scenarios.bts:75", "status(made) == 201", made):
        equal(made.status, 201)
    with check(
        "scenarios.bts:76", 'header(made, "Location") == "/orders/{made.id}"', made
    ):
        equal(made.header("Location"), "/orders/{}".format(made["id"]))
    with check("scenarios.bts:77", "elapsed(made) < 2s", made):
        less(made.elapsed, Decimal(2))
    with check(
        "scenarios.bts:78",
        "len(made.lines) == 2 and sum(made.lines[*].quantity) == 5",
        made,
    ):
        equal(len(made["lines"]), 2)
    with check(
        "scenarios.bts:78",
        "len(made.lines) == 2 and sum(made.lines[*].quantity) == 5",
        made,
    ):
        equal(sum(each(made["lines"], "quantity")), 5)
    with check(
        "scenarios.bts:79",
        'not made.status == "paid" or made.status in ["paid", "new"]',
        made,
    ):
        holds(
            made["status"] != "paid" or made["status"] in ["paid", "new"],
            'not made.status == "paid" or made.status in ["paid", "new"]',
        )
    with check("scenarios.bts:80", "made.lines[0].sku matches /^[A-Z][0-9]$/", made):
        matches(made["lines"][0]["sku"], "^[A-Z][0-9]$")
    with check("scenarios.bts:81", 'made contains { status: "new" }', made):
        contains(made.json, {"status": "new"})
    with check("scenarios.bts:82", "made is Order", made):
        is_a(made.json, Order)
    with check("scenarios.bts:83", "made.lines[0].quantity in 1..5", made):
        at_least(made["lines"][0]["quantity"], 1)
    with check("scenarios.bts:83", "made.lines[0].quantity in 1..5", made):
        at_most(made["lines"][0]["quantity"], 5)
    with check(
        "scenarios.bts:84",
        "max(made.lines[*].quantity) - min(made.lines[*].quantity) <= 1",
        made,
    ):
        at_most(
            max(each(made["lines"], "quantity")) - min(each(made["lines"], "quantity")),
            1,
        )
    with check("scenarios.bts:85", 'sorted(made.lines[*].sku) == ["A1", "B2"]', made):
        equal(sorted(each(made["lines"], "sku")), ["A1", "B2"])
    with check("scenarios.bts:86"):
        expect(ben.call(show, {"id": made["id"]}), 404)
    with check("scenarios.bts:87"):
        expect(anonymous.call(show, {"id": made["id"]}), "4xx")
    with check("scenarios.bts:88", 'request(made).lines[0].sku == "A1"', made):
        equal(made.sent["lines"][0]["sku"], "A1")


@obligation("test.expressions_of_all_kinds_2", "scenarios.bts:91")
def test_expressions_of_all_kinds_2(ann: Actor, check: Checks) -> None:
    """Expressions of all kinds."""
    page = check.expect(ann.call(orders), 200, at="scenarios.bts:92")
    with check("scenarios.bts:93", "len(page.items) >= 0", page):
        at_least(len(page["items"]), 0)
    with check("scenarios.bts:94", 'page.next == null or page.next != ""', page):
        holds(
            page.get("next") == None or page.get("next") != "",
            'page.next == null or page.next != ""',
        )

"""Expectations: comparisons that can hold, functions, and values that may be absent."""

import pytest

from tests.semantics.shop import CREATE, in_test


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("order.total == 19.98", []),
        ('order.total == "19.98"', ["BTS413"]),
        ("order.total == -1", ["BTS413"]),
        ("order.id == 5", ["BTS413"]),
        ('order.id == "5"', ["BTS413"]),
        ('order.status == "payed"', ["BTS413"]),
        ('order.status in ["paid", "shiped"]', ["BTS413"]),
        ('order.status in ["paid", "shipped"]', []),
        ('order.status not in ["paid"]', []),
        ("order.total in 1..5", []),
        ("order.id in 1..5", ["BTS413"]),
        ("order.total in 5", ["BTS414"]),
        ("elapsed(order) < 200ms", []),
        ("elapsed(order) < 5%", ["BTS413"]),
        ("elapsed(order) < 5", ["BTS413"]),
        ("elapsed(order) * 2 < 1s", []),
        ("order.total + 1 > 2", []),
        ('order.id + "x" == "y"', ["BTS414"]),
        ("order.lines < 3", ["BTS414"]),
        ("order.id matches /^[0-9a-f-]+$/", []),
        ("order.id matches /[/", ["BTS205"]),
        ("order.total matches /1/", ["BTS414"]),
        ("order.placed_at > 2026-01-01", []),
        ("order.placed_at > 2026-02-30", ["BTS212"]),
        ('order contains { status: "paid" }', []),
        ('order contains { statuss: "paid" }', ["BTS203"]),
        ('order contains { status: "payed" }', ["BTS413"]),
        ('order.lines contains { sku: "A" }', []),
        ('order.lines contains { skuu: "A" }', ["BTS203"]),
        ("order.total contains 1", ["BTS414"]),
        ("order is Order", []),
        ("order is Ordr", ["BTS112"]),
        ("order.total is string", ["BTS422"]),
        ("len(order.lines) == 1", []),
        ("len(order.total) == 1", ["BTS416"]),
        ("len() == 1", ["BTS416"]),
        ("lenn(order.lines) == 1", ["BTS415"]),
        ("sum(order.lines[*].quantity) == 2", []),
        ("sum(order.lines[*].sku) == 2", ["BTS416"]),
        ("max(order.lines[*].quantity) <= 100", []),
        ("sorted(order.lines[*].sku) == order.lines[*].sku", []),
        ("status(order) == 201", []),
        ("status(order.id) == 201", ["BTS416"]),
        ('header(order, "Location") == "/orders/{order.id}"', []),
        ("header(order) == 1", ["BTS416"]),
        ('header(order, "Location") == "/orders/{order.lines}"', ["BTS418"]),
        ("request(order).lines == order.lines", []),
        ("request(order).linez == order.lines", ["BTS203"]),
        ("env(order) == 1", ["BTS416"]),
        ('uuid("x") == order.id', ["BTS416"]),
        ("order.total", ["BTS414"]),
        ("not order.total == 1", []),
        ("order.lines[0].quantity == 2", []),
        ("order.total[0] == 2", ["BTS424"]),
        ("1 == 1", ["BTS902"]),
        ("now() > order.placed_at", []),
        ("order == null", []),
    ],
)
def test_conditions(condition: str, expected: list[str]) -> None:
    assert in_test(f"{CREATE}expect {condition}") == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ('expect order.note == "soon"', []),
        ("expect order.note == null", []),
        ("expect order.weight < 3", ["BTS417"]),
        ("expect order.weight + 1 == 3", ["BTS417"]),
        ("expect order.weight != null\nexpect order.weight < 3", []),
        ("expect order.weight != null and order.weight < 3", []),
        ("expect order.weight == null or order.weight < 3", []),
        ("expect order.weight != null or order.weight < 3", ["BTS417"]),
        ("expect order.weight == 2\nexpect order.weight + 1 == 3", []),
        ("expect len(order.note) == 4", ["BTS417"]),
        ('expect header(order, "X") == "{order.note}"', ["BTS417"]),
        ('get_order(id: order.id, "X-Trace": order.note)', ["BTS417"]),
        ("GET /notes/{order.note}", ["BTS417"]),
        ('expect order.address.city == "Rome"', []),
        ("GET /cities/{order.address.city}", ["BTS417"]),
        ("expect order.address != null\nGET /cities/{order.address.zip}", ["BTS417"]),
    ],
)
def test_what_may_be_absent(steps: str, expected: list[str]) -> None:
    assert in_test(CREATE + steps) == expected

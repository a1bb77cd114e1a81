"""What a mock learns from the spec's own tests."""

from __future__ import annotations

from specc.mock.lessons import Lesson, lessons
from tests.compilation import suite_of

from .conftest import Serve

SHOP = """
service s { url "http://127.0.0.1:1" }
role user
actor ann is user { bearer "a" }
contract Order {
  readonly id:    uuid
  readonly state: "new" | "paid" | "sent"
  readonly total: decimal(0..)
  quantity:       int(1..9)
}
endpoint order POST /orders {
  as      user
  body    Order
  returns 201 Order
  creates Order
}
endpoint seen GET /orders/{id: Order.id} {
  as      user
  returns 200 Order
  reads   Order
}
endpoint pay POST /orders/{id: Order.id}/pay {
  as      user
  body    { card: string }
  returns 200 Order
  updates Order
}
test "who pays has paid" as ann {
  order with { quantity: 2 } -> made
  expect made.total == 19.98 and made.quantity == 2
  pay(id: made.id) with { card: "1234" } -> paid
  expect paid.state == "paid"
  expect paid.total > 3
  seen(id: made.id) -> later
  expect later.state == "paid"
}
"""


def test_only_what_is_plain_is_learned() -> None:
    found = lessons(suite_of(SHOP))
    assert [lesson.path for lesson in found["order"]] == [("total",), ("quantity",)]
    assert found["pay"] == (Lesson("pay", {"card": "1234"}, ("state",), "paid"),)


def test_a_call_does_what_a_test_says_of_such_a_call(mocked: Serve) -> None:
    asking = mocked(suite_of(SHOP))["s"]
    ann = {"Authorization": "Bearer a"}
    made = asking("POST", "/orders", {"quantity": 2}, **ann).json
    assert (made["total"], made["state"]) == (19.98, "new")
    assert asking("POST", "/orders", {"quantity": 3}, **ann).json["total"] != 19.98
    path = f"/orders/{made['id']}"
    asking("POST", f"{path}/pay", {"card": "another"}, **ann)
    assert asking("GET", path, **ann).json["state"] == "new"
    asking("POST", f"{path}/pay", {"card": "1234"}, **ann)
    assert asking("GET", path, **ann).json["state"] == "paid"

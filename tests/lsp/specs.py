"""Specs that the tests of the language server open."""

PROBLEM = """contract Problem open {
  title:  string(1..)
  status: int(400..599)
}
"""

SHOP = """import "problem.bts"

service shop {
  url "http://127.0.0.1:8321"
}

role customer
role admin

actor alice is customer {
  bearer "token-of-alice"
}
actor bob is customer {
  bearer "token-of-bob"
}
actor root is admin {
  header "X-API-Key" "key"
}

contract Line {
  sku:      string(/^[A-Z][0-9]{1,4}$/)
  quantity: int(1..100)
}

\"\"\"What a customer buys.\"\"\"
contract Order {
  readonly id:     uuid
  readonly status: "pending" | "paid" | "shipped"
  readonly total:  decimal(0..)
  lines:           [Line](1..50)
  note?:           string(..500) | null
}

\"\"\"Places an order.\"\"\"
endpoint create_order POST /orders {
  as      customer
  body    Order
  returns 201 Order
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  returns 422 Problem when body invalid
  creates Order
}

endpoint get_order GET /orders/{id: Order.id} {
  as      owner of Order, admin
  query   verbose?: bool
  returns 200 Order
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown
  reads   Order
}

flow buy {
  create_order with { lines: [{ sku: "A1", quantity: 2 }] } -> order
  get_order(id: order.id) -> seen
}

test "an order is kept" as alice {
  create_order with { lines: [{ sku: "A1", quantity: 2 }] } -> order
  expect order.total == 19.98
  get_order(id: order.id) -> again
  expect again.lines[0].quantity == 2
  get_order(id: order.id) as bob expects 404
}

test "a flow leaves what it captured" as alice {
  buy -> done
  expect done.seen.status == "pending"
}
"""

"""A small service that the tests of this folder put mistakes into."""

from datetime import date

from specc.diagnostics.model import Diagnostic
from specc.frontend import check_text

TODAY = date(2026, 1, 1)

SHOP = """
service shop {
  url "http://127.0.0.1:8321"
}

role customer

actor alice is customer {
  login with { name: "alice", password: "wonderland" } -> session
  bearer session.token
}

contract Address {
  city:  string
  zip?:  string(/^[0-9]{5}$/)
}

contract Line {
  sku:      string(/^[A-Z]+$/)
  quantity: int(1..100)
}

contract Order {
  readonly id:        uuid
  readonly status:    "pending" | "paid" | "shipped"
  readonly total:     decimal(0..)
  readonly placed_at: datetime
  lines:              [Line](1..3)
  address?:           Address
  note?:              string(..20) | null
  weight?:            number
}

contract Problem open {
  title: string
}

endpoint login POST /login {
  as      anyone
  body    { name: string, password: string(8..) }
  returns 200 { token: string, refresh?: string }
  returns 401 Problem
}

endpoint create_order POST /orders {
  as      customer
  body    Order
  returns 201 Order
  returns 401 Problem when anonymous
  returns 422 Problem when body invalid
  creates Order
}

endpoint get_order GET /orders/{id: Order.id} {
  as      owner of Order
  query   full?: bool
  header  "X-Trace"?: string
  returns 200 Order
  returns 404 Problem when id unknown
  reads   Order
}

endpoint list_orders GET /orders {
  as      customer
  query   status?: Order.status
  query   limit?: int(1..100) = 20
  returns 200 { items: [Order], next?: string }
  lists   Order
}

endpoint cancel_order DELETE /orders/{id: Order.id} {
  as      owner of Order
  returns 204
  deletes Order
}

flow buy {
  create_order with { lines: [{ sku: "A", quantity: 2 }] } -> order
}

test "buying works" as alice {
  buy
}
"""

CREATE = 'create_order with { lines: [{ sku: "A", quantity: 2 }] } -> order\n'


def check(text: str, **files: str) -> tuple[Diagnostic, ...]:
    """The diagnostics of a module; further files are named without their ending."""
    named = {f"{name}.bts": content for name, content in files.items()}
    return check_text({"main.bts": text, **named}, "main.bts", TODAY)


def codes(text: str, **files: str) -> list[str]:
    """The codes of a module's diagnostics, in reading order."""
    return [diagnostic.code.id for diagnostic in check(text, **files)]


def in_shop(text: str) -> list[str]:
    """The codes of declarations that stand below the shop's."""
    return codes(SHOP + text)


def in_test(steps: str) -> list[str]:
    """The codes of a test's steps, in the shop."""
    return in_shop(f'\ntest "it holds" as alice {{\n{steps}\n}}\n')

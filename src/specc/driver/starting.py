"""The first spec of a project."""

from __future__ import annotations

import os

from specc.driver.inputs import SPECS, DriverError, shown

NAME = "shop.bts"

FIRST = '''\
"""What is true of the demo shop. Change a line and see what `specc check` says."""

service shop {
  url   env("SHOP_URL", "http://127.0.0.1:8321")
  start "specc demo --port 8321"
  ready GET /healthz within 10s
}

role customer

actor alice is customer {
  login with {
    email: "alice@example.com",
    password: secret("ALICE_PASSWORD", "wonderland"),
  } -> session
  bearer session.token
}

actor bob is customer {
  login with {
    email: "bob@example.com",
    password: secret("BOB_PASSWORD", "can-we-fix-it"),
  } -> session
  bearer session.token
}

contract Problem open {
  type?:  uri
  title:  string(1..)
  status: int(400..599)
}

contract Line {
  sku:      string(/^[A-Z][0-9]{1,4}$/)
  quantity: int(1..100)
}

contract Order {
  readonly id:        uuid
  readonly status:    "pending" | "paid" | "shipped"
  readonly total:     decimal(0..)
  readonly placed_at: datetime
  lines:              [Line](1..50)
  note?:              string(..500) | null
}

endpoint login POST /login {
  as      anyone
  body    { email: email, secret password: string(8..72) }
  returns 200 { token: string(16..) }
  returns 401 Problem
  returns 422 Problem when body invalid
  returns 429 Problem when rate exceeded
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
  returns 200 Order
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown, deleted
  reads   Order
}

endpoint cancel_order DELETE /orders/{id: Order.id} {
  as      owner of Order
  returns 204
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown
  deletes Order
}

test "an order is priced from its lines" as alice {
  create_order with { lines: [{ sku: "A1", quantity: 2 }] } -> order
  expect order.total == 19.98
  get_order(id: order.id) -> again
  expect again == order
  get_order(id: order.id) as bob expects 404
}
'''


def write_first(folder: str = SPECS) -> str:
    """Write a first spec, one that runs at once, into a folder; returns its name.

    Raises DriverError if there is such a file already, or it cannot be written.
    """
    place = os.path.join(folder, NAME)
    try:
        os.makedirs(folder, exist_ok=True)
        with open(place, "x", encoding="utf-8", newline="\n") as file:
            file.write(FIRST)
    except FileExistsError as error:
        raise DriverError(
            f"{shown(place)} exists, and is left as it is", "name another folder: specc init FOLDER"
        ) from error
    except OSError as error:
        raise DriverError(f"cannot write {shown(place)}: {error.strerror}") from error
    return shown(place)

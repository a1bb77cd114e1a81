"""POST /orders keeps what scenarios.bts:15 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, reads_back

from .contracts import Order
from .endpoints import order, show

BODY = {"lines": [{"sku": "A1", "quantity": 2}]}


@obligation("order.conforms", "scenarios.bts:18")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(ann.call(order, body=BODY), 201, Order)


@obligation("order.accepts", "scenarios.bts:18")
@pytest.mark.parametrize("change", [pytest.param(Put("lines", []), id="lines.minimum")])
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(order, body=change(BODY)), 201, Order)


@obligation("order.refuses.anonymous", "scenarios.bts:19")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(order, body=BODY), 401)


@obligation("order.creates", "scenarios.bts:20")
def test_creates(ann: Actor) -> None:
    """The Order that it makes can be read, and is what was sent."""
    made = expect(ann.call(order, body=BODY), 201, Order)
    again = expect(ann.call(show, {"id": made["id"]}), 200, Order)
    reads_back(again.json, made.json, ["lines"])

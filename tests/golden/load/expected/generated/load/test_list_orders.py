"""GET /orders keeps what load.bts:64 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .contracts import ListOrders200
from .endpoints import list_orders


@obligation("list_orders.conforms", "load.bts:68")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(list_orders), 200, ListOrders200)


@obligation("list_orders.allows.shopper", "load.bts:65")
def test_allows_shopper(shoppers: Actor) -> None:
    """`shopper` may call it."""
    expect(shoppers.call(list_orders), 200, ListOrders200)


@obligation("list_orders.accepts", "load.bts:68")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("limit", 1), id="query.limit.minimum"),
        pytest.param(Put("limit", 100), id="query.limit.maximum"),
    ],
)
def test_accepts_params(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(alice.call(list_orders, change({})), 200, ListOrders200)


@obligation("list_orders.refuses.anonymous", "load.bts:65")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(list_orders), 401)

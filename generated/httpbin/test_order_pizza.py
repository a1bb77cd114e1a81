"""POST /anything/pizza keeps what specs/httpbin.bts:143 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation

from .contracts import Anything
from .endpoints import order_pizza

BODY = {
    "custname": "Ann & Ben",
    "slices": 8,
    "comments": "50% more = better",
    "size": "small",
}


@obligation("order_pizza.conforms", "specs/httpbin.bts:146")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(order_pizza, body=BODY), 200, Anything)


@obligation("order_pizza.accepts", "specs/httpbin.bts:146")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("custname", "a"), id="custname.minimum_length"),
        pytest.param(Put("custname", "a" * 80), id="custname.maximum_length"),
        pytest.param(Put("size", "small"), id="size.value_small"),
        pytest.param(Put("size", "medium"), id="size.value_medium"),
        pytest.param(Put("size", "large"), id="size.value_large"),
        pytest.param(Put("topping", []), id="topping.minimum"),
        pytest.param(Put("topping", ["bacon"]), id="topping[].value_bacon"),
        pytest.param(Put("topping", ["cheese"]), id="topping[].value_cheese"),
        pytest.param(Put("topping", ["mushroom"]), id="topping[].value_mushroom"),
        pytest.param(Drop("slices"), id="slices.absent"),
        pytest.param(Put("slices", 1), id="slices.minimum"),
        pytest.param(Put("slices", 12), id="slices.maximum"),
        pytest.param(Drop("comments"), id="comments.absent"),
        pytest.param(Put("comments", "a" * 200), id="comments.maximum_length"),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(order_pizza, body=change(BODY)), 200, Anything)

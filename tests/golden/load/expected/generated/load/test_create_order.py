"""POST /orders keeps what load.bts:43 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation, unique

from .contracts import OpenOrder
from .endpoints import create_order


@obligation("create_order.conforms", "load.bts:46")
def test_conforms(alice: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        alice.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        201,
        OpenOrder,
    )


@obligation("create_order.allows.shopper", "load.bts:44")
def test_allows_shopper(shoppers: Actor) -> None:
    """`shopper` may call it."""
    expect(
        shoppers.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        201,
        OpenOrder,
    )


@obligation("create_order.accepts", "load.bts:46")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("lines", [{"sku": "A1", "quantity": 2}]), id="lines.minimum"),
        pytest.param(
            Put("lines", [{"sku": "A1", "quantity": 2}] * 50), id="lines.maximum"
        ),
        pytest.param(Put("lines[0].quantity", 1), id="lines[].quantity.minimum"),
        pytest.param(Put("lines[0].quantity", 100), id="lines[].quantity.maximum"),
        pytest.param(Drop("note"), id="note.absent"),
    ],
)
def test_accepts(alice: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        alice.call(
            create_order,
            body=change(
                {"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")}
            ),
        ),
        201,
        OpenOrder,
    )


@obligation("create_order.refuses.anonymous", "load.bts:44")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401 or 403."""
    expect(
        anonymous.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        (401, 403),
    )

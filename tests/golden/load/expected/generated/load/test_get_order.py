"""GET /orders/{id} keeps what load.bts:51 says."""

from specc.runtime import Actor, Response, expect, obligation

from .contracts import OpenOrder
from .endpoints import get_order


@obligation("get_order.conforms", "load.bts:53")
def test_conforms(alice: Actor, order: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_order, {"id": order["id"]}), 200, OpenOrder)


@obligation("get_order.refuses.anonymous", "load.bts:52")
def test_refuses_anonymous(anonymous: Actor, order: Response) -> None:
    """Anonymous is refused with 401 or 403."""
    expect(anonymous.call(get_order, {"id": order["id"]}), (401, 403))


@obligation("get_order.refuses.shopper", "load.bts:52")
def test_refuses_shopper(shoppers: Actor, order: Response) -> None:
    """Shopper is refused with 404."""
    expect(shoppers.call(get_order, {"id": order["id"]}), 404)


@obligation("get_order.refuses.stranger", "load.bts:52")
def test_refuses_stranger(bob: Actor, order: Response) -> None:
    """Stranger is refused with 404."""
    expect(bob.call(get_order, {"id": order["id"]}), 404)

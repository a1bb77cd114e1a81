"""DELETE /orders/{id} keeps what load.bts:58 says."""

from specc.runtime import Actor, Response, expect, obligation

from .endpoints import cancel_order


@obligation("cancel_order.conforms", "load.bts:60")
def test_conforms(alice: Actor, new_order: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)


@obligation("cancel_order.refuses.anonymous", "load.bts:59")
def test_refuses_anonymous(anonymous: Actor, new_order: Response) -> None:
    """Anonymous is refused with 401 or 403."""
    expect(anonymous.call(cancel_order, {"id": new_order["id"]}), (401, 403))


@obligation("cancel_order.refuses.shopper", "load.bts:59")
def test_refuses_shopper(shoppers: Actor, new_order: Response) -> None:
    """Shopper is refused with 403 or 404 or 401."""
    expect(shoppers.call(cancel_order, {"id": new_order["id"]}), (403, 404, 401))


@obligation("cancel_order.refuses.stranger", "load.bts:59")
def test_refuses_stranger(bob: Actor, new_order: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(bob.call(cancel_order, {"id": new_order["id"]}), (403, 404))

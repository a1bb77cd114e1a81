"""GET /orders/{id} keeps what specs/shop.bts:67 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Order, Problem
from .endpoints import cancel_order, get_order


@obligation("get_order.conforms", "specs/shop.bts:69")
def test_conforms(alice: Actor, order: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_order, {"id": order["id"]}), 200, Order)


@obligation("get_order.allows.admin", "specs/shop.bts:68")
def test_allows_admin(root: Actor, order: Response) -> None:
    """`admin` may call it."""
    expect(root.call(get_order, {"id": order["id"]}), 200, Order)


@obligation("get_order.refuses.anonymous", "specs/shop.bts:70")
def test_refuses_anonymous(anonymous: Actor, order: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(get_order, {"id": order["id"]}), 401, Problem)


@obligation("get_order.refuses.stranger", "specs/shop.bts:68")
def test_refuses_stranger(bob: Actor, order: Response) -> None:
    """Stranger is refused with 404."""
    expect(bob.call(get_order, {"id": order["id"]}), 404, Problem)


@obligation("get_order.unknown.id", "specs/shop.bts:71")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 404."""
    expect(alice.call(get_order, {"id": uuid()}), 404, Problem)


@obligation("get_order.deleted", "specs/shop.bts:71")
def test_deleted(alice: Actor, new_order: Response) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(get_order, {"id": new_order["id"]}), 404, Problem)

"""DELETE /orders/{id} keeps what specs/shop.bts:100 says."""

from specc.runtime import (
    Actor,
    Response,
    expect,
    not_listed,
    obligation,
    read_list,
    uuid,
)

from .contracts import Problem
from .endpoints import cancel_order, get_order, list_orders


@obligation("cancel_order.conforms", "specs/shop.bts:102")
def test_conforms(alice: Actor, new_order: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)


@obligation("cancel_order.refuses.anonymous", "specs/shop.bts:103")
def test_refuses_anonymous(anonymous: Actor, new_order: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(cancel_order, {"id": new_order["id"]}), 401, Problem)


@obligation("cancel_order.refuses.admin", "specs/shop.bts:104")
def test_refuses_admin(root: Actor, new_order: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(cancel_order, {"id": new_order["id"]}), 403, Problem)


@obligation("cancel_order.refuses.stranger", "specs/shop.bts:101")
def test_refuses_stranger(bob: Actor, new_order: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(bob.call(cancel_order, {"id": new_order["id"]}), (403, 404))


@obligation("cancel_order.unknown.id", "specs/shop.bts:105")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 404."""
    expect(alice.call(cancel_order, {"id": uuid()}), 404, Problem)


@obligation("cancel_order.deletes", "specs/shop.bts:106")
def test_deletes(alice: Actor, new_order: Response) -> None:
    """The Order is gone afterwards."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(get_order, {"id": new_order["id"]}), 404)
    listed = read_list(
        alice, list_orders, items=("items",), cursor="cursor", source=("body", "next")
    )
    not_listed(listed, ["id"], new_order["id"])

"""DELETE /orders/{id} keeps what shop.bts:100 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    not_listed,
    obligation,
    read_list,
    survived,
    uuid,
)

from .contracts import Order, Problem
from .endpoints import cancel_order, get_order, list_orders


@obligation("cancel_order.conforms", "shop.bts:102")
def test_conforms(alice: Actor, new_order: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)


@obligation("cancel_order.rejects", "shop.bts:100")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(alice: Actor, new_order: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(cancel_order, change({"id": new_order["id"]})), "4xx")


@obligation("cancel_order.survives", "shop.bts:100")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(alice: Actor, new_order: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(cancel_order, change({"id": new_order["id"]})), 414, 431, 400)


@obligation("cancel_order.refuses.anonymous", "shop.bts:103")
def test_refuses_anonymous(anonymous: Actor, new_order: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(cancel_order, {"id": new_order["id"]}), 401, Problem)


@obligation("cancel_order.refuses.made_up_credential", "shop.bts:103")
def test_refuses_made_up_credential(alice: Actor, new_order: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(cancel_order, {"id": new_order["id"]}), 401, Problem)


@obligation("cancel_order.refuses.admin", "shop.bts:104")
def test_refuses_admin(root: Actor, new_order: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(cancel_order, {"id": new_order["id"]}), 403, Problem)


@obligation("cancel_order.refuses.stranger", "shop.bts:101")
def test_refuses_stranger(bob: Actor, new_order: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(bob.call(cancel_order, {"id": new_order["id"]}), (403, 404))


@obligation("cancel_order.unaffected.anonymous", "shop.bts:103")
def test_unaffected_by_anonymous(
    alice: Actor, anonymous: Actor, new_order: Response
) -> None:
    """The Order is as before after a refusal of anonymous."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    anonymous.call(cancel_order, {"id": new_order["id"]})
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("cancel_order.unaffected.made_up_credential", "shop.bts:103")
def test_unaffected_by_made_up_credential(alice: Actor, new_order: Response) -> None:
    """The Order is as before after a refusal of made_up_credential."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    forged(alice).call(cancel_order, {"id": new_order["id"]})
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("cancel_order.unaffected.admin", "shop.bts:104")
def test_unaffected_by_admin(alice: Actor, root: Actor, new_order: Response) -> None:
    """The Order is as before after a refusal of admin."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    root.call(cancel_order, {"id": new_order["id"]})
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("cancel_order.unaffected.stranger", "shop.bts:101")
def test_unaffected_by_stranger(alice: Actor, bob: Actor, new_order: Response) -> None:
    """The Order is as before after a refusal of stranger."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    bob.call(cancel_order, {"id": new_order["id"]})
    after = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    equal(after.json, before.json)


@obligation("cancel_order.unknown.id", "shop.bts:105")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 404."""
    expect(alice.call(cancel_order, {"id": uuid()}), 404, Problem)


@obligation("cancel_order.deleted", "shop.bts:100")
def test_deleted(alice: Actor, new_order: Response) -> None:
    """After the Order is gone, the call is answered 404."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 404)


@obligation("cancel_order.deletes", "shop.bts:106")
def test_deletes(alice: Actor, new_order: Response) -> None:
    """The Order is gone afterwards."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(get_order, {"id": new_order["id"]}), 404)
    listed = read_list(
        alice, list_orders, items=("items",), cursor="cursor", source=("body", "next")
    )
    not_listed(listed, ["id"], new_order["id"])


@obligation("cancel_order.spares", "shop.bts:106")
def test_spares(alice: Actor, order: Response, new_order: Response) -> None:
    """Another Order is as before."""
    before = expect(alice.call(get_order, {"id": order["id"]}), 200, Order)
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    after = expect(alice.call(get_order, {"id": order["id"]}), 200, Order)
    equal(after.json, before.json)

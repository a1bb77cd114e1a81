"""GET /orders/{id} keeps what load.bts:51 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import OpenOrder
from .endpoints import cancel_order, get_order


@obligation("get_order.conforms", "load.bts:53")
def test_conforms(alice: Actor, order: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_order, {"id": order["id"]}), 200, OpenOrder)


@obligation("get_order.rejects", "load.bts:51")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(alice: Actor, order: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(get_order, change({"id": order["id"]})), "4xx")


@obligation("get_order.survives", "load.bts:51")
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
def test_survives_params(alice: Actor, order: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(alice.call(get_order, change({"id": order["id"]})), 414, 431, 400)


@obligation("get_order.refuses.anonymous", "load.bts:52")
def test_refuses_anonymous(anonymous: Actor, order: Response) -> None:
    """Anonymous is refused with 401 or 403."""
    expect(anonymous.call(get_order, {"id": order["id"]}), (401, 403))


@obligation("get_order.refuses.made_up_credential", "load.bts:52")
def test_refuses_made_up_credential(alice: Actor, order: Response) -> None:
    """A made-up credential is refused with 401 or 403."""
    expect(forged(alice).call(get_order, {"id": order["id"]}), (401, 403))


@obligation("get_order.refuses.shopper", "load.bts:52")
def test_refuses_shopper(shoppers: Actor, order: Response) -> None:
    """Shopper is refused with 404."""
    expect(shoppers.call(get_order, {"id": order["id"]}), 404)


@obligation("get_order.refuses.stranger", "load.bts:52")
def test_refuses_stranger(bob: Actor, order: Response) -> None:
    """A stranger is refused with 404."""
    expect(bob.call(get_order, {"id": order["id"]}), 404)


@obligation("get_order.deleted", "load.bts:51")
def test_deleted(alice: Actor, new_order: Response) -> None:
    """After the Order is gone, the call is answered 404."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(get_order, {"id": new_order["id"]}), 404)


@obligation("get_order.again", "load.bts:53")
def test_again(alice: Actor, order: Response) -> None:
    """The same call a second time succeeds as well."""
    expect(alice.call(get_order, {"id": order["id"]}), 200, OpenOrder)
    expect(alice.call(get_order, {"id": order["id"]}), 200, OpenOrder)

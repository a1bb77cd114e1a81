"""DELETE /orders/{id} keeps what load.bts:58 says."""

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

from .endpoints import cancel_order


@obligation("cancel_order.conforms", "load.bts:60")
def test_conforms(alice: Actor, new_order: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)


@obligation("cancel_order.survives", "load.bts:58")
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
    survived(
        alice.call(cancel_order, change({"id": new_order["id"]})), 414, 431, 404, 400
    )


@obligation("cancel_order.refuses.anonymous", "load.bts:59")
def test_refuses_anonymous(anonymous: Actor, new_order: Response) -> None:
    """Anonymous is refused with 401 or 403."""
    expect(anonymous.call(cancel_order, {"id": new_order["id"]}), (401, 403))


@obligation("cancel_order.refuses.made_up_credential", "load.bts:59")
def test_refuses_made_up_credential(alice: Actor, new_order: Response) -> None:
    """A made-up credential is refused with 401 or 403."""
    expect(forged(alice).call(cancel_order, {"id": new_order["id"]}), (401, 403))


@obligation("cancel_order.refuses.shopper", "load.bts:59")
def test_refuses_shopper(shoppers: Actor, new_order: Response) -> None:
    """Shopper is refused with 403 or 404 or 401."""
    expect(shoppers.call(cancel_order, {"id": new_order["id"]}), (403, 404, 401))


@obligation("cancel_order.refuses.stranger", "load.bts:59")
def test_refuses_stranger(bob: Actor, new_order: Response) -> None:
    """A stranger is refused with 403 or 404."""
    expect(bob.call(cancel_order, {"id": new_order["id"]}), (403, 404))


@obligation("cancel_order.deleted", "load.bts:58")
def test_deleted(alice: Actor, new_order: Response) -> None:
    """After the Order is gone, the call is answered 404."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(cancel_order, {"id": new_order["id"]}), (404, 410))

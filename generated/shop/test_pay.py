"""POST /orders/{id}/pay keeps what specs/shop.bts:88 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Response,
    change_kept,
    expect,
    obligation,
    uuid,
)

from .contracts import Order, Problem
from .endpoints import get_order, pay

BODY = {"card": "4242424242424242"}


@obligation("pay.conforms", "specs/shop.bts:91")
def test_conforms(alice: Actor, new_order: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 200, Order)


@obligation("pay.rejects", "specs/shop.bts:96")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("card"), id="card.missing"),
        pytest.param(Put("card", None), id="card.null"),
        pytest.param(Put("card", 12345), id="card.wrong_type"),
        pytest.param(Put("card", "no match ☃!"), id="card.pattern_mismatch"),
        pytest.param(Put("card", "111111111111111"), id="card.pattern_too_short"),
        pytest.param(Put("card", "11111111111111111"), id="card.pattern_too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(alice: Actor, order: Response, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(alice.call(pay, {"id": order["id"]}, body=change(BODY)), 422, Problem)


@obligation("pay.refuses.anonymous", "specs/shop.bts:92")
def test_refuses_anonymous(anonymous: Actor, new_order: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(pay, {"id": new_order["id"]}, body=BODY), 401, Problem)


@obligation("pay.refuses.admin", "specs/shop.bts:93")
def test_refuses_admin(root: Actor, new_order: Response) -> None:
    """Admin is refused with 403."""
    expect(root.call(pay, {"id": new_order["id"]}, body=BODY), 403, Problem)


@obligation("pay.refuses.stranger", "specs/shop.bts:89")
def test_refuses_stranger(bob: Actor, new_order: Response) -> None:
    """Stranger is refused with 403 or 404."""
    expect(bob.call(pay, {"id": new_order["id"]}, body=BODY), (403, 404))


@obligation("pay.unknown.id", "specs/shop.bts:94")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 404."""
    expect(alice.call(pay, {"id": uuid()}, body=BODY), 404, Problem)


@obligation("pay.repeated", "specs/shop.bts:95")
def test_repeated(alice: Actor, new_order: Response) -> None:
    """The same call a second time is answered 409."""
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 200, Order)
    expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 409, Problem)


@obligation("pay.updates", "specs/shop.bts:97")
def test_updates(alice: Actor, new_order: Response) -> None:
    """The change that it answers is seen when the Order is read again."""
    before = expect(alice.call(get_order, {"id": new_order["id"]}), 200, Order)
    changed = expect(alice.call(pay, {"id": new_order["id"]}, body=BODY), 200, Order)
    after = expect(alice.call(get_order, {"id": changed["id"]}), 200, Order)
    change_kept(before.json, changed.json, after.json)

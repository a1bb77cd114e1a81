"""GET /orders/{id} keeps what shop.bts:67 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    obligation,
    survived,
    unique,
    uuid,
)

from .contracts import Order, Problem
from .endpoints import cancel_order, create_order, get_order


@obligation("get_order.conforms", "shop.bts:69")
def test_conforms(alice: Actor, order: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(alice.call(get_order, {"id": order["id"]}), 200, Order)


@obligation("get_order.allows.admin", "shop.bts:68")
def test_allows_admin(root: Actor, order: Response) -> None:
    """`admin` may call it."""
    expect(root.call(get_order, {"id": order["id"]}), 200, Order)


@obligation("get_order.conforms.filled", "shop.bts:72")
def test_conforms_filled(alice: Actor) -> None:
    """The answer about a Order with all that it may have is as declared."""
    made = expect(
        alice.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("text")},
        ),
        201,
        Order,
    )
    expect(alice.call(get_order, {"id": made["id"]}), 200, Order)


@obligation("get_order.rejects", "shop.bts:67")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(alice: Actor, order: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(alice.call(get_order, change({"id": order["id"]})), "4xx")


@obligation("get_order.survives", "shop.bts:67")
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


@obligation("get_order.refuses.anonymous", "shop.bts:70")
def test_refuses_anonymous(anonymous: Actor, order: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(get_order, {"id": order["id"]}), 401, Problem)


@obligation("get_order.refuses.made_up_credential", "shop.bts:70")
def test_refuses_made_up_credential(alice: Actor, order: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(alice).call(get_order, {"id": order["id"]}), 401, Problem)


@obligation("get_order.refuses.stranger", "shop.bts:68")
def test_refuses_stranger(bob: Actor, order: Response) -> None:
    """A stranger is refused with 404."""
    expect(bob.call(get_order, {"id": order["id"]}), 404, Problem)


@obligation("get_order.unknown.id", "shop.bts:71")
def test_unknown_id(alice: Actor) -> None:
    """An unknown id is answered 404."""
    expect(alice.call(get_order, {"id": uuid()}), 404, Problem)


@obligation("get_order.deleted", "shop.bts:71")
def test_deleted(alice: Actor, new_order: Response) -> None:
    """After the thing is gone, the call is answered 404."""
    expect(alice.call(cancel_order, {"id": new_order["id"]}), 204)
    expect(alice.call(get_order, {"id": new_order["id"]}), 404, Problem)


@obligation("get_order.reads", "shop.bts:72")
def test_reads(bob: Actor, alice: Actor, order: Response) -> None:
    """Of several Orders, the one that was asked for is shown."""
    expect(
        bob.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
        201,
        Order,
    )
    seen = expect(alice.call(get_order, {"id": order["id"]}), 200, Order)
    equal(seen["id"], order["id"])


@obligation("get_order.safe", "shop.bts:72")
def test_safe(alice: Actor, order: Response) -> None:
    """Reading changes nothing."""
    seen = expect(alice.call(get_order, {"id": order["id"]}), 200, Order)
    again = expect(alice.call(get_order, {"id": order["id"]}), 200, Order)
    equal(again.json, seen.json)

"""GET /orders/{id} keeps what scenarios.bts:23 says."""

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
    uuid,
)

from .contracts import Order
from .endpoints import order, show


@obligation("show.conforms", "scenarios.bts:25")
def test_conforms(ann: Actor, order_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(show, {"id": order_2["id"]}), 200, Order)


@obligation("show.rejects", "scenarios.bts:23")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, order_2: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(show, change({"id": order_2["id"]})), "4xx")


@obligation("show.survives", "scenarios.bts:23")
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
def test_survives_params(ann: Actor, order_2: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(show, change({"id": order_2["id"]})), 414, 431, 400)


@obligation("show.refuses.anonymous", "scenarios.bts:26")
def test_refuses_anonymous(anonymous: Actor, order_2: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(show, {"id": order_2["id"]}), 401)


@obligation("show.refuses.made_up_credential", "scenarios.bts:26")
def test_refuses_made_up_credential(ann: Actor, order_2: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(show, {"id": order_2["id"]}), 401)


@obligation("show.refuses.stranger", "scenarios.bts:24")
def test_refuses_stranger(ben: Actor, order_2: Response) -> None:
    """A stranger is refused with 404."""
    expect(ben.call(show, {"id": order_2["id"]}), 404)


@obligation("show.unknown.id", "scenarios.bts:27")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(show, {"id": uuid()}), 404)


@obligation("show.reads", "scenarios.bts:28")
def test_reads(ben: Actor, ann: Actor, order_2: Response) -> None:
    """Of several Orders, the one that was asked for is shown."""
    expect(ben.call(order, body={"lines": [{"sku": "A1", "quantity": 2}]}), 201, Order)
    seen = expect(ann.call(show, {"id": order_2["id"]}), 200, Order)
    equal(seen["id"], order_2["id"])


@obligation("show.safe", "scenarios.bts:28")
def test_safe(ann: Actor, order_2: Response) -> None:
    """Reading changes nothing."""
    seen = expect(ann.call(show, {"id": order_2["id"]}), 200, Order)
    again = expect(ann.call(show, {"id": order_2["id"]}), 200, Order)
    equal(again.json, seen.json)

"""GET /orders/{id} keeps what scenarios.bts:23 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Order
from .endpoints import show


@obligation("show.conforms", "scenarios.bts:25")
def test_conforms(ann: Actor, order_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(show, {"id": order_2["id"]}), 200, Order)


@obligation("show.refuses.anonymous", "scenarios.bts:26")
def test_refuses_anonymous(anonymous: Actor, order_2: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(show, {"id": order_2["id"]}), 401)


@obligation("show.refuses.stranger", "scenarios.bts:24")
def test_refuses_stranger(ben: Actor, order_2: Response) -> None:
    """Stranger is refused with 404."""
    expect(ben.call(show, {"id": order_2["id"]}), 404)


@obligation("show.unknown.id", "scenarios.bts:27")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(show, {"id": uuid()}), 404)

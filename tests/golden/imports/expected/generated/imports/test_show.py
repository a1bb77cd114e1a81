"""GET /items/{id} keeps what imports.bts:24 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Item, Problem
from .endpoints import show


@obligation("show.conforms", "imports.bts:26")
def test_conforms(ann: Actor, item: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(show, {"id": item["id"]}), 200, Item)


@obligation("show.refuses.anonymous", "imports.bts:27")
def test_refuses_anonymous(anonymous: Actor, item: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(show, {"id": item["id"]}), 401, Problem)


@obligation("show.unknown.id", "imports.bts:28")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(show, {"id": uuid()}), 404, Problem)

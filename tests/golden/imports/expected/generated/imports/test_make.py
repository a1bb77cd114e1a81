"""POST /items keeps what imports.bts:16 says."""

from specc.runtime import Actor, Response, expect, obligation, reads_back

from .contracts import Item, Problem
from .endpoints import make, show


@obligation("make.conforms", "imports.bts:19")
def test_conforms(ann: Actor, stock_item: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(ann.call(make, body={"part": stock_item["id"]}), 201, Item)


@obligation("make.refuses.anonymous", "imports.bts:20")
def test_refuses_anonymous(anonymous: Actor, stock_item: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(make, body={"part": stock_item["id"]}), 401, Problem)


@obligation("make.creates", "imports.bts:21")
def test_creates(ann: Actor, stock_item: Response) -> None:
    """The Item that it makes can be read, and is what was sent."""
    made = expect(ann.call(make, body={"part": stock_item["id"]}), 201, Item)
    again = expect(ann.call(show, {"id": made["id"]}), 200, Item)
    reads_back(again.json, made.json, ["part"])

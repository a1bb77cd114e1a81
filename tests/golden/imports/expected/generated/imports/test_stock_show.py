"""GET /stock/{id} keeps what stock.bts:14 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Problem, StockItem
from .endpoints import stock_show


@obligation("stock_show.conforms", "stock.bts:16")
def test_conforms(ann: Actor, stock_item: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(stock_show, {"id": stock_item["id"]}), 200, StockItem)


@obligation("stock_show.refuses.anonymous", "stock.bts:17")
def test_refuses_anonymous(anonymous: Actor, stock_item: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(stock_show, {"id": stock_item["id"]}), 401, Problem)


@obligation("stock_show.unknown.id", "stock.bts:18")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(stock_show, {"id": uuid()}), 404, Problem)

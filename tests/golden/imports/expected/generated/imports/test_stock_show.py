"""GET /stock/{id} keeps what stock.bts:14 says."""

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

from .contracts import Problem, StockItem
from .endpoints import stock_make, stock_show


@obligation("stock_show.conforms", "stock.bts:16")
def test_conforms(ann: Actor, stock_item: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(stock_show, {"id": stock_item["id"]}), 200, StockItem)


@obligation("stock_show.rejects", "stock.bts:14")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, stock_item: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(stock_show, change({"id": stock_item["id"]})), "4xx")


@obligation("stock_show.survives", "stock.bts:14")
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
def test_survives_params(ann: Actor, stock_item: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(stock_show, change({"id": stock_item["id"]})), 414, 431, 400)


@obligation("stock_show.refuses.anonymous", "stock.bts:17")
def test_refuses_anonymous(anonymous: Actor, stock_item: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(stock_show, {"id": stock_item["id"]}), 401, Problem)


@obligation("stock_show.refuses.made_up_credential", "stock.bts:17")
def test_refuses_made_up_credential(ann: Actor, stock_item: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(stock_show, {"id": stock_item["id"]}), 401, Problem)


@obligation("stock_show.unknown.id", "stock.bts:18")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(stock_show, {"id": uuid()}), 404, Problem)


@obligation("stock_show.reads", "stock.bts:19")
def test_reads(ann: Actor, stock_item: Response) -> None:
    """Of several StockItems, the one that was asked for is shown."""
    expect(ann.call(stock_make, body={"label": "bolt"}), 201, StockItem)
    seen = expect(ann.call(stock_show, {"id": stock_item["id"]}), 200, StockItem)
    equal(seen["id"], stock_item["id"])


@obligation("stock_show.safe", "stock.bts:19")
def test_safe(ann: Actor, stock_item: Response) -> None:
    """Reading changes nothing."""
    seen = expect(ann.call(stock_show, {"id": stock_item["id"]}), 200, StockItem)
    again = expect(ann.call(stock_show, {"id": stock_item["id"]}), 200, StockItem)
    equal(again.json, seen.json)

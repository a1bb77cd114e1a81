"""POST /stock keeps what stock.bts:6 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, reads_back

from .contracts import Problem, StockItem
from .endpoints import stock_make, stock_show

BODY = {"label": "bolt"}


@obligation("stock_make.conforms", "stock.bts:9")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(ann.call(stock_make, body=BODY), 201, StockItem)


@obligation("stock_make.accepts", "stock.bts:9")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("label", "a"), id="label.minimum_length"),
        pytest.param(Put("label", "aaaaaaaaaaaaaaaaaaaa"), id="label.maximum_length"),
    ],
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(stock_make, body=change(BODY)), 201, StockItem)


@obligation("stock_make.refuses.anonymous", "stock.bts:10")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(stock_make, body=BODY), 401, Problem)


@obligation("stock_make.creates", "stock.bts:11")
def test_creates(ann: Actor) -> None:
    """The StockItem that it makes can be read, and is what was sent."""
    made = expect(ann.call(stock_make, body=BODY), 201, StockItem)
    again = expect(ann.call(stock_show, {"id": made["id"]}), 200, StockItem)
    reads_back(again.json, made.json, ["label"])

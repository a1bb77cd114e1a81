"""POST /stock keeps what stock.bts:6 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    as_sent,
    expect,
    forged,
    obligation,
    reads_back,
    server_decides,
    survived,
)

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
        Put("label", "a", "minimum_length"),
        Put("label", "aaaaaaaaaaaaaaaaaaaa", "maximum_length"),
        Put("label", "aa", "near_minimum_length"),
        Put("label", "aaaaaaaaaaaaaaaaaaa", "near_maximum_length"),
        Put("label", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("label", "שלום عالم", "right_to_left"),
        Put("label", "éñü", "composed"),
        Put("label", "e\u0301n\u0303u\u0308", "decomposed"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(ann.call(stock_make, body=change(BODY)), 201, StockItem)
    again = expect(ann.call(stock_show, {"id": made["id"]}), 200, StockItem)
    as_sent(again.json, made.sent, ["label"])


@obligation("stock_make.survives", "stock.bts:6")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("label", "'\"`;--%s\\", "quotes"),
        Put("label", "a\x00b", "nul"),
        Put("label", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("label", "e" + "\u0301" * 60, "stacked_marks"),
        Put("label", "\ud800", "lone_surrogate"),
        Put("label", " ", "blank"),
        Repeat("label", id="body.repeated_key"),
        Drop("label", "missing"),
        Put("label", None, "null"),
        Put("label", 12345, "wrong_type"),
        Put("label", "", "too_short"),
        Put("label", "aaaaaaaaaaaaaaaaaaaaa", "too_long"),
        Put("label", "a" * 100000, "much_too_long"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(stock_make, body=change(BODY)), 413)


@obligation("stock_make.ignores", "stock.bts:11")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(ann.call(stock_make, body=BODY), 201, StockItem)
    claimed = survived(ann.call(stock_make, body=change(BODY)))
    server_decides(usual, claimed, ["id", "specc_unknown"])


@obligation("stock_make.refuses.anonymous", "stock.bts:10")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(stock_make, body=BODY), 401, Problem)


@obligation("stock_make.refuses.made_up_credential", "stock.bts:10")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(stock_make, body=BODY), 401, Problem)


@obligation("stock_make.creates", "stock.bts:11")
def test_creates(ann: Actor) -> None:
    """The StockItem that it makes can be read, and is what was sent."""
    made = expect(ann.call(stock_make, body=BODY), 201, StockItem)
    again = expect(ann.call(stock_show, {"id": made["id"]}), 200, StockItem)
    reads_back(again.json, made.json, ["label"])
    as_sent(again.json, made.sent, ["label"])

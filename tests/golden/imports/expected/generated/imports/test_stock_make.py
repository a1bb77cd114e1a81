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
        pytest.param(Put("label", "a"), id="label.minimum_length"),
        pytest.param(Put("label", "aaaaaaaaaaaaaaaaaaaa"), id="label.maximum_length"),
        pytest.param(Put("label", "aa"), id="label.near_minimum_length"),
        pytest.param(
            Put("label", "aaaaaaaaaaaaaaaaaaa"), id="label.near_maximum_length"
        ),
        pytest.param(Put("label", "👩\u200d👩\u200d👧 🇪🇺"), id="label.emoji"),
        pytest.param(Put("label", "שלום عالم"), id="label.right_to_left"),
        pytest.param(Put("label", "éñü"), id="label.composed"),
        pytest.param(Put("label", "e\u0301n\u0303u\u0308"), id="label.decomposed"),
    ],
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("label", "'\"`;--%s\\"), id="label.quotes"),
        pytest.param(Put("label", "a\x00b"), id="label.nul"),
        pytest.param(Put("label", "\u202ea\u202c\ufeff"), id="label.bidi_override"),
        pytest.param(Put("label", "e" + "\u0301" * 60), id="label.stacked_marks"),
        pytest.param(Put("label", "\ud800"), id="label.lone_surrogate"),
        pytest.param(Put("label", " "), id="label.blank"),
        pytest.param(Repeat("label"), id="body.repeated_key"),
        pytest.param(Drop("label"), id="label.missing"),
        pytest.param(Put("label", None), id="label.null"),
        pytest.param(Put("label", 12345), id="label.wrong_type"),
        pytest.param(Put("label", ""), id="label.too_short"),
        pytest.param(Put("label", "aaaaaaaaaaaaaaaaaaaaa"), id="label.too_long"),
        pytest.param(Put("label", "a" * 100000), id="label.much_too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", b"[" * 1000 + b"]" * 1000), id="body.nested"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(stock_make, body=change(BODY)), 413)


@obligation("stock_make.ignores", "stock.bts:11")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("id", "00000000-0000-4000-8000-00000000c1a1"), id="id"),
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
    ],
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
    """Made_up_credential is refused with 401."""
    expect(forged(ann).call(stock_make, body=BODY), 401, Problem)


@obligation("stock_make.creates", "stock.bts:11")
def test_creates(ann: Actor) -> None:
    """The StockItem that it makes can be read, and is what was sent."""
    made = expect(ann.call(stock_make, body=BODY), 201, StockItem)
    again = expect(ann.call(stock_show, {"id": made["id"]}), 200, StockItem)
    reads_back(again.json, made.json, ["label"])
    as_sent(again.json, made.sent, ["label"])

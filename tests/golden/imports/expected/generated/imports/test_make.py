"""POST /items keeps what imports.bts:16 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    as_sent,
    expect,
    forged,
    obligation,
    reads_back,
    server_decides,
    survived,
)

from .contracts import Item, Problem
from .endpoints import make, show


@obligation("make.conforms", "imports.bts:19")
def test_conforms(ann: Actor, stock_item: Response) -> None:
    """A valid call is answered 201 as declared."""
    expect(ann.call(make, body={"part": stock_item["id"]}), 201, Item)


@obligation("make.survives", "imports.bts:16")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Repeat("part", id="body.repeated_key"),
        Drop("part", "missing"),
        Put("part", None, "null"),
        Put("part", 12345, "wrong_type"),
        Put("part", "not a uuid", "malformed"),
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
def test_survives(ann: Actor, stock_item: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(make, body=change({"part": stock_item["id"]})), 413)


@obligation("make.ignores", "imports.bts:21")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, stock_item: Response, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(ann.call(make, body={"part": stock_item["id"]}), 201, Item)
    claimed = survived(ann.call(make, body=change({"part": stock_item["id"]})))
    server_decides(usual, claimed, ["id", "specc_unknown"])


@obligation("make.refuses.anonymous", "imports.bts:20")
def test_refuses_anonymous(anonymous: Actor, stock_item: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(make, body={"part": stock_item["id"]}), 401, Problem)


@obligation("make.refuses.made_up_credential", "imports.bts:20")
def test_refuses_made_up_credential(ann: Actor, stock_item: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(make, body={"part": stock_item["id"]}), 401, Problem)


@obligation("make.creates", "imports.bts:21")
def test_creates(ann: Actor, stock_item: Response) -> None:
    """The Item that it makes can be read, and is what was sent."""
    made = expect(ann.call(make, body={"part": stock_item["id"]}), 201, Item)
    again = expect(ann.call(show, {"id": made["id"]}), 200, Item)
    reads_back(again.json, made.json, ["part"])
    as_sent(again.json, made.sent, ["part"])

"""GET /items/{id} keeps what imports.bts:24 says."""

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

from .contracts import Item, Problem
from .endpoints import make, show


@obligation("show.conforms", "imports.bts:26")
def test_conforms(ann: Actor, item: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(show, {"id": item["id"]}), 200, Item)


@obligation("show.rejects", "imports.bts:24")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, item: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(show, change({"id": item["id"]})), "4xx")


@obligation("show.survives", "imports.bts:24")
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
def test_survives_params(ann: Actor, item: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(show, change({"id": item["id"]})), 414, 431, 400)


@obligation("show.refuses.anonymous", "imports.bts:27")
def test_refuses_anonymous(anonymous: Actor, item: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(show, {"id": item["id"]}), 401, Problem)


@obligation("show.refuses.made_up_credential", "imports.bts:27")
def test_refuses_made_up_credential(ann: Actor, item: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(show, {"id": item["id"]}), 401, Problem)


@obligation("show.unknown.id", "imports.bts:28")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(show, {"id": uuid()}), 404, Problem)


@obligation("show.reads", "imports.bts:29")
def test_reads(ann: Actor, stock_item: Response, item: Response) -> None:
    """Of several Items, the one that was asked for is shown."""
    expect(ann.call(make, body={"part": stock_item["id"]}), 201, Item)
    seen = expect(ann.call(show, {"id": item["id"]}), 200, Item)
    equal(seen["id"], item["id"])


@obligation("show.safe", "imports.bts:29")
def test_safe(ann: Actor, item: Response) -> None:
    """Reading changes nothing."""
    seen = expect(ann.call(show, {"id": item["id"]}), 200, Item)
    again = expect(ann.call(show, {"id": item["id"]}), 200, Item)
    equal(again.json, seen.json)

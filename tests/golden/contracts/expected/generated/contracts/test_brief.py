"""GET /things/{id}/brief keeps what contracts.bts:80 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    expect,
    forged,
    obligation,
    survived,
    uuid,
)

from .contracts import Brief, Problem
from .endpoints import brief


@obligation("brief.conforms", "contracts.bts:82")
def test_conforms(ann: Actor, everything: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(brief, {"id": everything["id"]}), 200, Brief)


@obligation("brief.rejects", "contracts.bts:80")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, everything: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(brief, change({"id": everything["id"]})), "4xx")


@obligation("brief.survives", "contracts.bts:80")
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
def test_survives_params(ann: Actor, everything: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(brief, change({"id": everything["id"]})), 414, 431, 400)


@obligation("brief.refuses.anonymous", "contracts.bts:83")
def test_refuses_anonymous(anonymous: Actor, everything: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(brief, {"id": everything["id"]}), 401, Problem)


@obligation("brief.refuses.made_up_credential", "contracts.bts:83")
def test_refuses_made_up_credential(ann: Actor, everything: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(brief, {"id": everything["id"]}), 401, Problem)


@obligation("brief.unknown.id", "contracts.bts:84")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(brief, {"id": uuid()}), 404, Problem)


@obligation("brief.again", "contracts.bts:82")
def test_again(ann: Actor, everything: Response) -> None:
    """The same call a second time succeeds as well."""
    expect(ann.call(brief, {"id": everything["id"]}), 200, Brief)
    expect(ann.call(brief, {"id": everything["id"]}), 200, Brief)

"""GET /things/{id}/brief keeps what contracts.bts:79 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Brief, Problem
from .endpoints import brief


@obligation("brief.conforms", "contracts.bts:81")
def test_conforms(ann: Actor, everything: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(brief, {"id": everything["id"]}), 200, Brief)


@obligation("brief.refuses.anonymous", "contracts.bts:82")
def test_refuses_anonymous(anonymous: Actor, everything: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(brief, {"id": everything["id"]}), 401, Problem)


@obligation("brief.unknown.id", "contracts.bts:83")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(brief, {"id": uuid()}), 404, Problem)

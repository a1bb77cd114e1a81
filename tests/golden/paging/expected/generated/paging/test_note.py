"""GET /notes/{id} keeps what paging.bts:19 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Note
from .endpoints import note


@obligation("note.conforms", "paging.bts:21")
def test_conforms(ann: Actor, note_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(note, {"id": note_2["id"]}), 200, Note)


@obligation("note.refuses.anonymous", "paging.bts:22")
def test_refuses_anonymous(anonymous: Actor, note_2: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(note, {"id": note_2["id"]}), 401)


@obligation("note.refuses.stranger", "paging.bts:20")
def test_refuses_stranger(ben: Actor, note_2: Response) -> None:
    """Stranger is refused with 404."""
    expect(ben.call(note, {"id": note_2["id"]}), 404)


@obligation("note.unknown.id", "paging.bts:23")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(note, {"id": uuid()}), 404)

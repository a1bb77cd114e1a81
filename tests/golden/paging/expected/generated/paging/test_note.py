"""GET /notes/{id} keeps what paging.bts:19 says."""

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
    unique,
    uuid,
)

from .contracts import Note
from .endpoints import make, note


@obligation("note.conforms", "paging.bts:21")
def test_conforms(ann: Actor, note_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(note, {"id": note_2["id"]}), 200, Note)


@obligation("note.rejects", "paging.bts:19")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, note_2: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(note, change({"id": note_2["id"]})), "4xx")


@obligation("note.survives", "paging.bts:19")
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
def test_survives_params(ann: Actor, note_2: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(note, change({"id": note_2["id"]})), 414, 431, 400)


@obligation("note.refuses.anonymous", "paging.bts:22")
def test_refuses_anonymous(anonymous: Actor, note_2: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(note, {"id": note_2["id"]}), 401)


@obligation("note.refuses.made_up_credential", "paging.bts:22")
def test_refuses_made_up_credential(ann: Actor, note_2: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(note, {"id": note_2["id"]}), 401)


@obligation("note.refuses.stranger", "paging.bts:20")
def test_refuses_stranger(ben: Actor, note_2: Response) -> None:
    """A stranger is refused with 404."""
    expect(ben.call(note, {"id": note_2["id"]}), 404)


@obligation("note.unknown.id", "paging.bts:23")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(note, {"id": uuid()}), 404)


@obligation("note.reads", "paging.bts:24")
def test_reads(ben: Actor, ann: Actor, note_2: Response) -> None:
    """Of several Notes, the one that was asked for is shown."""
    expect(ben.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note)
    seen = expect(ann.call(note, {"id": note_2["id"]}), 200, Note)
    equal(seen["id"], note_2["id"])


@obligation("note.safe", "paging.bts:24")
def test_safe(ann: Actor, note_2: Response) -> None:
    """Reading changes nothing."""
    seen = expect(ann.call(note, {"id": note_2["id"]}), 200, Note)
    again = expect(ann.call(note, {"id": note_2["id"]}), 200, Note)
    equal(again.json, seen.json)

"""PUT /note keeps what parameters.bts:49 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, forged, obligation, survived

from .endpoints import note

BODY = "text"


@obligation("note.conforms", "parameters.bts:52")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(note, body=BODY), 200)


@obligation("note.survives", "parameters.bts:49")
@pytest.mark.parametrize(
    "change",
    [
        Put("", b"", id="body.empty"),
        Put("", b"a\x00b", id="body.nul"),
        Put("", b"\xff\xfe", id="body.not_utf8"),
        Put("", "a" * 100000, id="body.very_long"),
    ],
    ids=str,
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(note, body=change(BODY)), 413)


@obligation("note.refuses.anonymous", "parameters.bts:53")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(note, body=BODY), 401)


@obligation("note.refuses.made_up_credential", "parameters.bts:53")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(note, body=BODY), 401)


@obligation("note.again", "parameters.bts:52")
def test_again(ann: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(ann.call(note, body=BODY), 200)
    expect(ann.call(note, body=BODY), 200)

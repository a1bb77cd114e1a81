"""PUT /note keeps what parameters.bts:49 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import note

BODY = "text"


@obligation("note.conforms", "parameters.bts:52")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(note, body=BODY), 200)


@obligation("note.refuses.anonymous", "parameters.bts:53")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(note, body=BODY), 401)

"""POST /notes keeps what paging.bts:11 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, reads_back, unique

from .contracts import Note
from .endpoints import make, note


@obligation("make.conforms", "paging.bts:14")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note)


@obligation("make.accepts", "paging.bts:14")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("kind", "a"), id="kind.value_a"),
        pytest.param(Put("kind", "b"), id="kind.value_b"),
    ],
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        ann.call(make, body=change({"text": unique("text"), "kind": "a"})), 201, Note
    )


@obligation("make.refuses.anonymous", "paging.bts:15")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(make, body={"text": unique("text"), "kind": "a"}), 401)


@obligation("make.creates", "paging.bts:16")
def test_creates(ann: Actor) -> None:
    """The Note that it makes can be read, and is what was sent."""
    made = expect(ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note)
    again = expect(ann.call(note, {"id": made["id"]}), 200, Note)
    reads_back(again.json, made.json, ["text", "kind"])

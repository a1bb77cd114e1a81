"""POST /notes keeps what paging.bts:11 says."""

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
    Drop,
    Fill,
    Put,
    Repeat,
    as_sent,
    expect,
    forged,
    obligation,
    reads_back,
    server_decides,
    survived,
    unique,
)

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
        Put("text", "a", "minimum_length"),
        Fill("text", 50, "maximum_length"),
        Put("text", "aa", "near_minimum_length"),
        Fill("text", 49, "near_maximum_length"),
        Append("text", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("text", "שלום عالم", "right_to_left"),
        Append("text", "éñü", "composed"),
        Append("text", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("text", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("kind", "a", "value_a"),
        Put("kind", "b", "value_b"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        ann.call(make, body=change({"text": unique("text"), "kind": "a"})), 201, Note
    )
    again = expect(ann.call(note, {"id": made["id"]}), 200, Note)
    as_sent(again.json, made.sent, ["text", "kind"])


@obligation("make.survives", "paging.bts:11")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("text", "'\"`;--%s\\", "quotes"),
        Put("text", "a\x00b", "nul"),
        Put("text", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("text", "e" + "\u0301" * 60, "stacked_marks"),
        Put("text", "\ud800", "lone_surrogate"),
        Put("text", " ", "blank"),
        Repeat("text", id="body.repeated_key"),
        Drop("text", "missing"),
        Put("text", None, "null"),
        Put("text", 12345, "wrong_type"),
        Put("text", "", "too_short"),
        Put("text", "a" * 51, "too_long"),
        Put("text", "a" * 100000, "much_too_long"),
        Drop("kind", "missing"),
        Put("kind", None, "null"),
        Put("kind", "no_such_value", "not_in_enum"),
        Put("kind", "A", "other_case"),
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
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(make, body=change({"text": unique("text"), "kind": "a"})), 413)


@obligation("make.ignores", "paging.bts:16")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note
    )
    claimed = survived(
        ann.call(make, body=change({"text": unique("text"), "kind": "a"}))
    )
    server_decides(usual, claimed, ["id", "specc_unknown"])


@obligation("make.refuses.anonymous", "paging.bts:15")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(make, body={"text": unique("text"), "kind": "a"}), 401)


@obligation("make.refuses.made_up_credential", "paging.bts:15")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(make, body={"text": unique("text"), "kind": "a"}), 401)


@obligation("make.creates", "paging.bts:16")
def test_creates(ann: Actor) -> None:
    """The Note that it makes can be read, and is what was sent."""
    made = expect(ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note)
    again = expect(ann.call(note, {"id": made["id"]}), 200, Note)
    reads_back(again.json, made.json, ["text", "kind"])
    as_sent(again.json, made.sent, ["text", "kind"])

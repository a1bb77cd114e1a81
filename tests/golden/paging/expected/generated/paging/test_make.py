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
        pytest.param(Put("text", "a"), id="text.minimum_length"),
        pytest.param(Fill("text", 50), id="text.maximum_length"),
        pytest.param(Put("text", "aa"), id="text.near_minimum_length"),
        pytest.param(Fill("text", 49), id="text.near_maximum_length"),
        pytest.param(Append("text", "👩\u200d👩\u200d👧 🇪🇺"), id="text.emoji"),
        pytest.param(Append("text", "שלום عالم"), id="text.right_to_left"),
        pytest.param(Append("text", "éñü"), id="text.composed"),
        pytest.param(Append("text", "e\u0301n\u0303u\u0308"), id="text.decomposed"),
        pytest.param(Put("kind", "a"), id="kind.value_a"),
        pytest.param(Put("kind", "b"), id="kind.value_b"),
    ],
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("text", "'\"`;--%s\\"), id="text.quotes"),
        pytest.param(Put("text", "a\x00b"), id="text.nul"),
        pytest.param(Put("text", "\u202ea\u202c\ufeff"), id="text.bidi_override"),
        pytest.param(Put("text", "e" + "\u0301" * 60), id="text.stacked_marks"),
        pytest.param(Put("text", "\ud800"), id="text.lone_surrogate"),
        pytest.param(Put("text", " "), id="text.blank"),
        pytest.param(Repeat("text"), id="body.repeated_key"),
        pytest.param(Drop("text"), id="text.missing"),
        pytest.param(Put("text", None), id="text.null"),
        pytest.param(Put("text", 12345), id="text.wrong_type"),
        pytest.param(Put("text", ""), id="text.too_short"),
        pytest.param(Put("text", "a" * 51), id="text.too_long"),
        pytest.param(Put("text", "a" * 100000), id="text.much_too_long"),
        pytest.param(Drop("kind"), id="kind.missing"),
        pytest.param(Put("kind", None), id="kind.null"),
        pytest.param(Put("kind", "no_such_value"), id="kind.not_in_enum"),
        pytest.param(Put("kind", "A"), id="kind.other_case"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", b"[" * 1000 + b"]" * 1000), id="body.nested"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(make, body=change({"text": unique("text"), "kind": "a"})), 413)


@obligation("make.ignores", "paging.bts:16")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("id", "00000000-0000-4000-8000-00000000c1a1"), id="id"),
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
    ],
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
    """Made_up_credential is refused with 401."""
    expect(forged(ann).call(make, body={"text": unique("text"), "kind": "a"}), 401)


@obligation("make.creates", "paging.bts:16")
def test_creates(ann: Actor) -> None:
    """The Note that it makes can be read, and is what was sent."""
    made = expect(ann.call(make, body={"text": unique("text"), "kind": "a"}), 201, Note)
    again = expect(ann.call(note, {"id": made["id"]}), 200, Note)
    reads_back(again.json, made.json, ["text", "kind"])
    as_sent(again.json, made.sent, ["text", "kind"])

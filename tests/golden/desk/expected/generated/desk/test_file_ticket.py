"""POST /tickets keeps what desk.bts:18 says."""

from decimal import Decimal

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
    eventually,
    expect,
    forged,
    none_new,
    obligation,
    read_list,
    reads_back,
    server_decides,
    survived,
    unique,
)

from .contracts import Problem, Ticket
from .endpoints import file_ticket, ticket, tickets


@obligation("file_ticket.conforms", "desk.bts:21")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )


@obligation("file_ticket.accepts", "desk.bts:21")
@pytest.mark.parametrize(
    "change",
    [
        Put("title", "a", "minimum_length"),
        Fill("title", 60, "maximum_length"),
        Put("title", "aa", "near_minimum_length"),
        Fill("title", 59, "near_maximum_length"),
        Append("title", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("title", "שלום عالم", "right_to_left"),
        Append("title", "éñü", "composed"),
        Append("title", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("title", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("weight", 1, "minimum"),
        Put("weight", 9, "maximum"),
        Put("weight", 2, "near_minimum"),
        Put("weight", 8, "near_maximum"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted, and kept as they were sent."""
    made = expect(
        ann.call(file_ticket, body=change({"title": unique("text"), "weight": 1})),
        201,
        Ticket,
    )
    again = expect(ann.call(ticket, {"id": made["id"]}), 200, Ticket)
    as_sent(again.json, made.sent, ["title", "weight"])


@obligation("file_ticket.rejects", "desk.bts:22")
@pytest.mark.parametrize(
    "change",
    [
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
    ],
    ids=str,
)
def test_rejects_malformed(ann: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        ann.call(file_ticket, body=change({"title": unique("text"), "weight": 1})),
        400,
        Problem,
    )


@obligation("file_ticket.rejects", "desk.bts:22")
@pytest.mark.parametrize(
    "change",
    [
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects_unreadable(ann: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        ann.call(file_ticket, body=change({"title": unique("text"), "weight": 1})),
        (400, 422),
    )


@obligation("file_ticket.rejects", "desk.bts:24")
@pytest.mark.parametrize(
    "change",
    [
        Drop("title", "missing"),
        Put("title", None, "null"),
        Put("title", 12345, "wrong_type"),
        Put("title", "", "too_short"),
        Put("title", "a" * 61, "too_long"),
        Put("title", "a" * 100000, "much_too_long"),
        Drop("weight", "missing"),
        Put("weight", None, "null"),
        Put("weight", "text", "wrong_type"),
        Put("weight", "1", "number_as_text"),
        Put("weight", Decimal("1.5"), "fraction"),
        Put("weight", 0, "below_minimum"),
        Put("weight", 10, "above_maximum"),
        Put("weight", 9223372036854775808, "beyond_64_bits"),
        Put("weight", Decimal("1E+400"), "huge"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
    ],
    ids=str,
)
def test_rejects(ann: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        ann.call(file_ticket, body=change({"title": unique("text"), "weight": 1})),
        422,
        Problem,
    )


@obligation("file_ticket.rejects.body.wrong_media_type", "desk.bts:24")
def test_rejects_media_type(ann: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        ann.call(
            file_ticket, body={"title": unique("text"), "weight": 1}, media="text/plain"
        ),
        (422, 400, 415),
    )


@obligation("file_ticket.survives", "desk.bts:18")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("title", "'\"`;--%s\\", "quotes"),
        Put("title", "a\x00b", "nul"),
        Put("title", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("title", "e" + "\u0301" * 60, "stacked_marks"),
        Put("title", "\ud800", "lone_surrogate"),
        Put("title", " ", "blank"),
        Repeat("title", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(file_ticket, body=change({"title": unique("text"), "weight": 1})))


@obligation("file_ticket.ignores", "desk.bts:25")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("state", "closed", id="state"),
        Put("created_at", "2001-01-01T00:00:00Z", id="created_at"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    claimed = survived(
        ann.call(file_ticket, body=change({"title": unique("text"), "weight": 1}))
    )
    server_decides(usual, claimed, ["id", "state", "created_at", "specc_unknown"])


@obligation("file_ticket.refuses.anonymous", "desk.bts:23")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(file_ticket, body={"title": unique("text"), "weight": 1}),
        401,
        Problem,
    )


@obligation("file_ticket.refuses.made_up_credential", "desk.bts:23")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(file_ticket, body={"title": unique("text"), "weight": 1}),
        401,
        Problem,
    )


@obligation("file_ticket.unaffected.invalid", "desk.bts:18")
@pytest.mark.parametrize(
    "change",
    [
        Drop("title", "missing"),
        Put("title", "a" * 100000, "much_too_long"),
        Put("weight", Decimal("1.5"), "fraction"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(ann: Actor, change: Change) -> None:
    """No Ticket is made of an invalid body."""
    for attempt in eventually(within=2, every=0.1):
        with attempt:
            listed_before = read_list(
                ann, tickets, items=("items",), by=("limit", "offset")
            )
            ann.call(file_ticket, body=change({"title": unique("text"), "weight": 1}))
            listed = read_list(ann, tickets, items=("items",), by=("limit", "offset"))
            none_new(listed, listed_before, ["id"])


@obligation("file_ticket.creates", "desk.bts:25")
def test_creates(ann: Actor) -> None:
    """The Ticket that it makes can be read, and is what was sent."""
    made = expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    again = expect(ann.call(ticket, {"id": made["id"]}), 200, Ticket)
    reads_back(again.json, made.json, ["title", "weight"])
    as_sent(again.json, made.sent, ["title", "weight"])

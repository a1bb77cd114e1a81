"""GET /tickets/{id} keeps what desk.bts:28 says."""

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

from .contracts import Problem, Ticket
from .endpoints import file_ticket, ticket


@obligation("ticket.conforms", "desk.bts:30")
def test_conforms(ann: Actor, ticket_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)


@obligation("ticket.rejects", "desk.bts:28")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, ticket_2: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(ticket, change({"id": ticket_2["id"]})), "4xx")


@obligation("ticket.survives", "desk.bts:28")
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
def test_survives_params(ann: Actor, ticket_2: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(ticket, change({"id": ticket_2["id"]})), 414, 431, 400)


@obligation("ticket.refuses.anonymous", "desk.bts:31")
def test_refuses_anonymous(anonymous: Actor, ticket_2: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(ticket, {"id": ticket_2["id"]}), 401, Problem)


@obligation("ticket.refuses.made_up_credential", "desk.bts:31")
def test_refuses_made_up_credential(ann: Actor, ticket_2: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(ticket, {"id": ticket_2["id"]}), 401, Problem)


@obligation("ticket.unknown.id", "desk.bts:32")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(ticket, {"id": uuid()}), 404, Problem)


@obligation("ticket.reads", "desk.bts:33")
def test_reads(ann: Actor, ticket_2: Response) -> None:
    """Of several Tickets, the one that was asked for is shown."""
    expect(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201, Ticket
    )
    seen = expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)
    equal(seen["id"], ticket_2["id"])


@obligation("ticket.safe", "desk.bts:33")
def test_safe(ann: Actor, ticket_2: Response) -> None:
    """Reading changes nothing."""
    seen = expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)
    again = expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)
    equal(again.json, seen.json)

"""POST /tickets/{id}/close keeps what desk.bts:71 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    survived,
    uuid,
)

from .contracts import Problem, Ticket
from .endpoints import close, hold_2, ticket


@obligation("close.conforms", "desk.bts:73")
def test_conforms(ann: Actor, new_ticket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)


@obligation("close.rejects", "desk.bts:71")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, new_ticket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(ann.call(close, change({"id": new_ticket["id"]})), "4xx")


@obligation("close.survives", "desk.bts:71")
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
def test_survives_params(ann: Actor, new_ticket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    survived(ann.call(close, change({"id": new_ticket["id"]})), 414, 431, 400)


@obligation("close.refuses.anonymous", "desk.bts:74")
def test_refuses_anonymous(ann: Actor, anonymous: Actor, new_ticket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(anonymous.call(close, {"id": new_ticket["id"]}), 401, Problem)


@obligation("close.refuses.made_up_credential", "desk.bts:74")
def test_refuses_made_up_credential(ann: Actor, new_ticket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(forged(ann).call(close, {"id": new_ticket["id"]}), 401, Problem)


@obligation("close.unaffected.anonymous", "desk.bts:74")
def test_unaffected_by_anonymous(
    ann: Actor, anonymous: Actor, new_ticket: Response
) -> None:
    """The Ticket is as before after a refusal of anonymous."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    before = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    anonymous.call(close, {"id": new_ticket["id"]})
    after = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(after.json, before.json)


@obligation("close.unaffected.made_up_credential", "desk.bts:74")
def test_unaffected_by_made_up_credential(ann: Actor, new_ticket: Response) -> None:
    """The Ticket is as before after a refusal of made_up_credential."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    before = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    forged(ann).call(close, {"id": new_ticket["id"]})
    after = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(after.json, before.json)


@obligation("close.unknown.id", "desk.bts:75")
def test_unknown_id(ann: Actor, new_ticket: Response) -> None:
    """An unknown id is answered 404."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(ann.call(close, {"id": uuid()}), 404, Problem)


@obligation("close.repeated", "desk.bts:76")
def test_repeated(ann: Actor, new_ticket: Response) -> None:
    """The same call a second time is answered 409."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)
    expect(ann.call(close, {"id": new_ticket["id"]}), 409, Problem)


@obligation("close.updates", "desk.bts:77")
def test_updates(ann: Actor, new_ticket: Response) -> None:
    """The change that it answers is seen when the Ticket is read again."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    before = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    changed = expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)
    after = expect(ann.call(ticket, {"id": changed["id"]}), 200, Ticket)
    change_kept(before.json, changed.json, after.json)


@obligation("close.spares", "desk.bts:77")
def test_spares(ann: Actor, new_ticket: Response, ticket_2: Response) -> None:
    """Another Ticket is as before."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    before = expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)
    expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)
    after = expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)
    equal(after.json, before.json)


@obligation("close.stays.closed.closed", "desk.bts:78")
def test_stays_closed_closed(ann: Actor, new_ticket: Response) -> None:
    """What is "closed" does not become "closed"."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)
    expect(ann.call(close, {"id": new_ticket["id"]}), 409, Problem)
    again = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(again["state"], "closed")


@obligation("close.moves.held.closed", "desk.bts:78")
def test_moves_held_closed(ann: Actor, new_ticket: Response) -> None:
    """What is "held" becomes "closed"."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "held"}), 200, Ticket
    )
    expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)
    again = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(again["state"], "closed")


@obligation("close.stays.open.closed", "desk.bts:78")
def test_stays_open_closed(ann: Actor, new_ticket: Response) -> None:
    """What is "open" does not become "closed"."""
    expect(ann.call(close, {"id": new_ticket["id"]}), 409, Problem)
    again = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(again["state"], "open")

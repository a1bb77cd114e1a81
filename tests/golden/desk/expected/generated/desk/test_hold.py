"""POST /tickets/{id}/state keeps what desk.bts:59 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    rest_kept,
    survived,
    uuid,
)

from .contracts import Problem, Ticket
from .endpoints import close, hold_2, ticket

BODY = {"state": "held"}


@obligation("hold.conforms", "desk.bts:62")
def test_conforms(ann: Actor, new_ticket: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 200, Ticket)


@obligation("hold.rejects", "desk.bts:66")
@pytest.mark.parametrize(
    "change",
    [
        Drop("state", "missing"),
        Put("state", None, "null"),
        Put("state", "no_such_value", "not_in_enum"),
        Put("state", "OPEN", "other_case"),
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
def test_rejects(ann: Actor, new_ticket: Response, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=change(BODY)), 422, Problem)


@obligation("hold.rejects.body.wrong_media_type", "desk.bts:66")
def test_rejects_media_type(ann: Actor, new_ticket: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY, media="text/plain"),
        (422, 415),
    )


@obligation("hold.rejects", "desk.bts:59")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, new_ticket: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(hold_2, change({"id": new_ticket["id"]}), body=BODY), "4xx")


@obligation("hold.survives", "desk.bts:59")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Repeat("state", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(ann: Actor, new_ticket: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(hold_2, {"id": new_ticket["id"]}, body=change(BODY)))


@obligation("hold.survives", "desk.bts:59")
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
    survived(
        ann.call(hold_2, change({"id": new_ticket["id"]}), body=BODY), 414, 431, 400
    )


@obligation("hold.refuses.anonymous", "desk.bts:63")
def test_refuses_anonymous(anonymous: Actor, new_ticket: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 401, Problem)


@obligation("hold.refuses.made_up_credential", "desk.bts:63")
def test_refuses_made_up_credential(ann: Actor, new_ticket: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(hold_2, {"id": new_ticket["id"]}, body=BODY), 401, Problem)


@obligation("hold.unaffected.anonymous", "desk.bts:63")
def test_unaffected_by_anonymous(
    ann: Actor, anonymous: Actor, new_ticket: Response
) -> None:
    """The Ticket is as before after a refusal of anonymous."""
    before = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    anonymous.call(hold_2, {"id": new_ticket["id"]}, body=BODY)
    after = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(after.json, before.json)


@obligation("hold.unaffected.made_up_credential", "desk.bts:63")
def test_unaffected_by_made_up_credential(ann: Actor, new_ticket: Response) -> None:
    """The Ticket is as before after a refusal of made_up_credential."""
    before = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    forged(ann).call(hold_2, {"id": new_ticket["id"]}, body=BODY)
    after = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(after.json, before.json)


@obligation("hold.unaffected.invalid", "desk.bts:59")
@pytest.mark.parametrize(
    "change",
    [
        Drop("state", "missing"),
        Put("state", None, "null"),
        Put("state", "no_such_value", "not_in_enum"),
    ],
    ids=str,
)
def test_unaffected_by_invalid(
    ann: Actor, new_ticket: Response, change: Change
) -> None:
    """The Ticket is as before after an invalid body."""
    before = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    ann.call(hold_2, {"id": new_ticket["id"]}, body=change(BODY))
    after = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(after.json, before.json)


@obligation("hold.unknown.id", "desk.bts:64")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(hold_2, {"id": uuid()}, body=BODY), 404, Problem)


@obligation("hold.updates", "desk.bts:67")
def test_updates(ann: Actor, new_ticket: Response) -> None:
    """The change that it answers is seen when the Ticket is read again."""
    before = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    changed = expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 200, Ticket)
    after = expect(ann.call(ticket, {"id": changed["id"]}), 200, Ticket)
    change_kept(before.json, changed.json, after.json)
    rest_kept(before.json, after.json, changed.sent, ["title", "weight"])


@obligation("hold.spares", "desk.bts:67")
def test_spares(ann: Actor, ticket_2: Response, new_ticket: Response) -> None:
    """Another Ticket is as before."""
    before = expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 200, Ticket)
    after = expect(ann.call(ticket, {"id": ticket_2["id"]}), 200, Ticket)
    equal(after.json, before.json)


@obligation("hold.stays.closed.held", "desk.bts:68")
def test_stays_closed_held(ann: Actor, new_ticket: Response) -> None:
    """What is "closed" does not become "held"."""
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 200, Ticket)
    expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 409, Problem)
    again = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(again["state"], "closed")


@obligation("hold.moves.open.held", "desk.bts:68")
def test_moves_open_held(ann: Actor, new_ticket: Response) -> None:
    """What is "open" becomes "held"."""
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 200, Ticket)
    again = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(again["state"], "held")


@obligation("hold.stays.closed.open", "desk.bts:68")
def test_stays_closed_open(ann: Actor, new_ticket: Response) -> None:
    """What is "closed" does not become "open"."""
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 200, Ticket)
    expect(ann.call(close, {"id": new_ticket["id"]}), 200, Ticket)
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "open"}), 409, Problem
    )
    again = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(again["state"], "closed")


@obligation("hold.moves.held.open", "desk.bts:68")
def test_moves_held_open(ann: Actor, new_ticket: Response) -> None:
    """What is "held" becomes "open"."""
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=BODY), 200, Ticket)
    expect(
        ann.call(hold_2, {"id": new_ticket["id"]}, body={"state": "open"}), 200, Ticket
    )
    again = expect(ann.call(ticket, {"id": new_ticket["id"]}), 200, Ticket)
    equal(again["state"], "open")

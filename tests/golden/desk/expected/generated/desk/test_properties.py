"""What desk.bts says holds for requests of all kinds."""

from specc.runtime import Actor, expect, expect_status, obligation, unique
from specc.runtime.properties import Sent, any_invalid, any_valid, refused

from . import requests
from .contracts import Ticket, Tickets200
from .endpoints import file_ticket, hold_2, tickets


@obligation("file_ticket.any_valid", "desk.bts:21")
@any_valid(requests.file_ticket)
def test_file_ticket_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 201 as declared."""
    expect(ann.call(file_ticket, body=sent.body), 201, Ticket)


@obligation("file_ticket.any_invalid", "desk.bts:24")
@any_invalid(requests.file_ticket)
def test_file_ticket_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(file_ticket, body=sent.body), sent)


@obligation("tickets.any_valid", "desk.bts:41")
@any_valid(requests.tickets)
def test_tickets_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 as declared."""
    expect(ann.call(tickets, sent.params), 200, Tickets200)


@obligation("tickets.any_invalid", "desk.bts:43")
@any_invalid(requests.tickets)
def test_tickets_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    refused(ann.call(tickets, sent.params), sent)


@obligation("hold.any_valid", "desk.bts:62")
@any_valid(requests.hold_2)
def test_hold_any_valid(ann: Actor, sent: Sent) -> None:
    """Any valid request is answered 200 or 409 as declared."""
    new_ticket = expect_status(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201
    )
    sent = sent.on({"Ticket.state": new_ticket["state"]})
    expect(ann.call(hold_2, {"id": new_ticket["id"]}, body=sent.body), (200, 409))


@obligation("hold.any_invalid", "desk.bts:66")
@any_invalid(requests.hold_2)
def test_hold_any_invalid(ann: Actor, sent: Sent) -> None:
    """Any request that breaks one rule is answered as declared, and never with 5xx."""
    new_ticket = expect_status(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201
    )
    sent = sent.on({"Ticket.state": new_ticket["state"]})
    refused(ann.call(hold_2, {"id": new_ticket["id"]}, body=sent.body), sent)

"""What desk.bts says of things holds in whatever order calls are made."""

from specc.runtime import Actor, obligation
from specc.runtime.properties import Rule, walk

from . import requests
from .endpoints import close, file_ticket, hold_2, newest, ticket, tickets

RULES = [
    Rule(
        deed="creates",
        endpoint=file_ticket,
        thing="Ticket",
        requests=requests.file_ticket,
        by=("ann",),
        answers=(201,),
        refused=(403, 404),
        key="id",
        shown=("title", "weight"),
    ),
    Rule(
        deed="reads",
        endpoint=ticket,
        thing="Ticket",
        params={"id": "Ticket.id"},
        by=("ann",),
        answers=(200,),
        refused=(404,),
        gone=(404,),
        shown=("title", "weight"),
    ),
    Rule(
        deed="lists",
        endpoint=tickets,
        thing="Ticket",
        at=("items",),
        by=("ann",),
        answers=(200,),
        refused=(403, 404),
        key="id",
        reading={"by": ("limit", "offset")},
    ),
    Rule(
        deed="lists",
        endpoint=newest,
        thing="Ticket",
        by=("ann",),
        answers=(200,),
        refused=(403, 404),
        key="id",
    ),
    Rule(
        deed="updates",
        endpoint=hold_2,
        thing="Ticket",
        params={"id": "Ticket.id"},
        requests=requests.hold_2,
        by=("ann",),
        answers=(200, 409),
        refused=(404,),
        gone=(404,),
        shown=("title", "weight"),
    ),
    Rule(
        deed="updates",
        endpoint=close,
        thing="Ticket",
        params={"id": "Ticket.id"},
        by=("ann",),
        answers=(200, 409),
        refused=(404,),
        gone=(404,),
        shown=("title", "weight"),
    ),
]


@obligation("stateful.sequences", "desk.bts:25")
def test_sequences(ann: Actor) -> None:
    """Any sequence of calls by several actors keeps what the effects say."""
    walk({"ann": ann}, RULES)

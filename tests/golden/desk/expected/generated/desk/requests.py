"""What requests may look like, from desk.bts."""

from specc.runtime import Contract
from specc.runtime.properties import Requests

from . import endpoints

SentTicket = Contract(
    "SentTicket",
    {
        "type": "object",
        "properties": {
            "title": {"type": "string", "minLength": 1, "maxLength": 60},
            "weight": {"type": "integer", "minimum": 1, "maximum": 9},
        },
        "required": ["title", "weight"],
        "additionalProperties": False,
    },
    spec="desk.bts:10",
)

file_ticket = Requests(
    endpoints.file_ticket,
    body={"$ref": "#/$defs/SentTicket"},
    uses=(SentTicket,),
    invalid={"body": 422, "malformed": 400},
)

tickets = Requests(
    endpoints.tickets,
    params={
        "sort": {"enum": ["weight", "-weight", "title"]},
        "limit": {"type": "integer", "minimum": 1, "maximum": 50},
        "offset": {"type": "integer", "minimum": 0},
    },
    invalid={"query": 422},
)

hold_2 = Requests(
    endpoints.hold_2,
    body={
        "type": "object",
        "properties": {"state": {"x-thing": "Ticket.state"}},
        "required": ["state"],
        "additionalProperties": False,
    },
    invalid={"body": 422},
)

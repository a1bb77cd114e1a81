"""The endpoints: how they are called and what they may answer, from desk.bts."""

from specc.runtime import Contract, Creates, Endpoint, Returns

from .contracts import Newest200, Problem, Ticket, Tickets200
from .service import desk

file_ticket = Endpoint(
    "file_ticket",
    "POST",
    "/tickets",
    spec="desk.bts:18",
    service=desk,
    body="json",
    returns={201: Ticket, 400: Problem, 401: Problem, 422: Problem},
    creates=Creates("Ticket"),
)

ticket = Endpoint(
    "ticket",
    "GET",
    "/tickets/{id}",
    spec="desk.bts:28",
    service=desk,
    returns={200: Ticket, 401: Problem, 404: Problem},
)

tickets = Endpoint(
    "tickets",
    "GET",
    "/tickets",
    spec="desk.bts:36",
    service=desk,
    query=("sort", "limit", "offset"),
    returns={200: Tickets200, 401: Problem, 422: Problem},
)

newest = Endpoint(
    "newest",
    "GET",
    "/newest",
    spec="desk.bts:50",
    service=desk,
    returns={
        200: Returns(
            Newest200,
            header={
                "X-Total": Contract(
                    "X-Total", {"type": "integer", "minimum": 0}, spec="desk.bts:52"
                )
            },
        ),
        401: Problem,
    },
)

hold_2 = Endpoint(
    "hold",
    "POST",
    "/tickets/{id}/state",
    spec="desk.bts:59",
    service=desk,
    body="json",
    returns={200: Ticket, 401: Problem, 404: Problem, 409: Problem, 422: Problem},
    updates="Ticket",
)

close = Endpoint(
    "close",
    "POST",
    "/tickets/{id}/close",
    spec="desk.bts:71",
    service=desk,
    returns={200: Ticket, 401: Problem, 404: Problem, 409: Problem},
    updates="Ticket",
)

"""The endpoints: how they are called and what they may answer, from parameters.bts."""

from specc.runtime import Contract, Endpoint, Returns

from .contracts import Find200, Item, Problem
from .service import api

find = Endpoint(
    "find",
    "GET",
    "/items/{page}/by/{sku}",
    spec="parameters.bts:16",
    service=api,
    query=("limit", "q", "sort", "since", "tags", "exact"),
    header=("X-Trace", "X-Class"),
    cookie=("theme",),
    returns={
        200: Returns(
            Find200,
            header={
                "X-Total": Contract(
                    "X-Total",
                    {"type": "integer", "minimum": 0},
                    spec="parameters.bts:27",
                )
            },
            optional_header={
                "Link": Contract("Link", {"type": "string"}, spec="parameters.bts:27")
            },
        ),
        400: Problem,
        401: None,
        404: Problem,
    },
)

form = Endpoint(
    "form",
    "POST",
    "/form",
    spec="parameters.bts:33",
    service=api,
    body="form",
    returns={201: Item, 400: Problem, 401: None},
)

upload = Endpoint(
    "upload",
    "POST",
    "/upload",
    spec="parameters.bts:41",
    service=api,
    body="multipart",
    returns={204: None, 400: Problem, 401: None},
)

note = Endpoint(
    "note",
    "PUT",
    "/note",
    spec="parameters.bts:49",
    service=api,
    body="text",
    returns={200: Returns(form="text"), 401: None},
)

class_ = Endpoint(
    "class",
    "GET",
    "/class",
    spec="parameters.bts:56",
    service=api,
    query=("class", "from"),
    returns={200: Returns(form="bytes"), 400: Problem},
)

search = Endpoint(
    "search",
    "GET",
    "/search",
    spec="parameters.bts:63",
    service=api,
    query=("a",),
    returns={200: Item, 400: None, 401: None},
)

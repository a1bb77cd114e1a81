"""The endpoints: how they are called and what they may answer, from paging.bts."""

from specc.runtime import Creates, Endpoint

from .contracts import ByCursor200, ByLink200, ByOffset200, Endless200, Note
from .service import lists

make = Endpoint(
    "make",
    "POST",
    "/notes",
    spec="paging.bts:11",
    service=lists,
    body="json",
    returns={201: Note, 401: None},
    creates=Creates("Note"),
)

note = Endpoint(
    "note",
    "GET",
    "/notes/{id}",
    spec="paging.bts:19",
    service=lists,
    returns={200: Note, 401: None, 404: None},
)

by_offset = Endpoint(
    "by_offset",
    "GET",
    "/by-offset",
    spec="paging.bts:27",
    service=lists,
    query=("limit", "offset", "kind"),
    returns={200: ByOffset200, 401: None},
)

by_cursor = Endpoint(
    "by_cursor",
    "GET",
    "/by-cursor",
    spec="paging.bts:38",
    service=lists,
    query=("size", "cursor"),
    returns={200: ByCursor200, 401: None},
)

by_link = Endpoint(
    "by_link",
    "GET",
    "/by-link",
    spec="paging.bts:48",
    service=lists,
    query=("per_page",),
    returns={200: ByLink200, 401: None},
)

endless = Endpoint(
    "endless",
    "GET",
    "/endless",
    spec="paging.bts:57",
    service=lists,
    returns={200: Endless200, 401: None},
)

"""The endpoints: how they are called and what they may answer, from contracts.bts."""

from specc.runtime import Creates, Endpoint

from .contracts import Brief, Dated200, Everything, Loose200, Problem
from .service import api

make = Endpoint(
    "make",
    "POST",
    "/things",
    spec="contracts.bts:61",
    service=api,
    body="json",
    returns={201: Everything, 401: Problem, 422: Problem},
    secret=("password",),
    creates=Creates("Everything"),
)

change_2 = Endpoint(
    "change",
    "PATCH",
    "/things/{id}",
    spec="contracts.bts:70",
    service=api,
    body="json",
    returns={200: Everything, 401: Problem, 404: Problem, 422: Problem},
    secret=("password",),
    updates="Everything",
)

brief = Endpoint(
    "brief",
    "GET",
    "/things/{id}/brief",
    spec="contracts.bts:80",
    service=api,
    returns={200: Brief, 401: Problem, 404: Problem},
)

dated = Endpoint(
    "dated",
    "GET",
    "/dated",
    spec="contracts.bts:87",
    service=api,
    returns={200: Dated200},
)

loose = Endpoint(
    "loose",
    "GET",
    "/loose",
    spec="contracts.bts:91",
    service=api,
    returns={200: Loose200},
)

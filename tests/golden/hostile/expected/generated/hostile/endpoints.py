"""The endpoints: how they are called and what they may answer, from hostile.bts."""

from specc.runtime import Contract, Endpoint, Returns

from .contracts import Class, Conftest200, Expect200
from .service import api

scenarios = Endpoint(
    "scenarios",
    "POST",
    "/class/{lambda}/import",
    spec="hostile.bts:22",
    service=api,
    query=("from", "x[]"),
    body="json",
    returns={
        201: Returns(
            Class,
            header={"X-A": Contract("X-A", {"type": "string"}, spec="hostile.bts:27")},
        ),
        400: None,
        401: None,
    },
)

conftest = Endpoint(
    "conftest",
    "GET",
    "/conftest",
    spec="hostile.bts:32",
    service=api,
    returns={200: Conftest200, 401: None},
)

expect_2 = Endpoint(
    "expect",
    "GET",
    "/self",
    spec="hostile.bts:38",
    service=api,
    returns={200: Expect200, 401: None},
)

"""The endpoints: how they are called and what they may answer, from sign_up.bts."""

from specc.runtime import Creates, Endpoint, FromBody, Undo

from .contracts import Audit200, Problem, Session, User
from .service import accounts

sign_up = Endpoint(
    "sign_up",
    "POST",
    "/users",
    spec="sign_up.bts:32",
    service=accounts,
    body="json",
    returns={201: Session, 409: Problem, 422: Problem},
    secret=("password",),
    creates=Creates("User", at=("user",), undo=Undo("leave", {"id": FromBody("id")})),
)

log_in = Endpoint(
    "log_in",
    "POST",
    "/login",
    spec="sign_up.bts:41",
    service=accounts,
    body="json",
    returns={200: Session, 401: Problem, 422: Problem},
    secret=("password",),
)

me = Endpoint(
    "me",
    "GET",
    "/me",
    spec="sign_up.bts:49",
    service=accounts,
    returns={200: User, 401: Problem},
)

change_me = Endpoint(
    "change_me",
    "PATCH",
    "/me",
    spec="sign_up.bts:56",
    service=accounts,
    body="json",
    returns={200: User, 401: Problem, 422: Problem},
    secret=("password",),
    updates="User",
)

user = Endpoint(
    "user",
    "GET",
    "/users/{id}",
    spec="sign_up.bts:65",
    service=accounts,
    returns={200: User, 401: Problem, 404: Problem},
)

leave = Endpoint(
    "leave",
    "DELETE",
    "/users/{id}",
    spec="sign_up.bts:73",
    service=accounts,
    returns={204: None, 401: Problem, 404: Problem},
    deletes="User",
)

audit = Endpoint(
    "audit",
    "GET",
    "/audit/{token}",
    spec="sign_up.bts:81",
    service=accounts,
    returns={200: Audit200, 401: Problem},
)

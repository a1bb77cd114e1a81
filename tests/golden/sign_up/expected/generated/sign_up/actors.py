"""Who calls the service, from sign_up.bts."""

from specc.runtime import Actor, expect_status, secret, unique

from .endpoints import log_in, sign_up
from .service import ROOT


def ann() -> Actor:
    """The member ann (sign_up.bts:17)."""
    actor = Actor("ann", role="member")
    made = expect_status(
        actor.call(
            sign_up,
            body={
                "username": unique("ann"),
                "email": unique("ann@mail"),
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
        ),
        201,
    )
    actor.made["User"] = made
    session = expect_status(
        actor.call(
            log_in,
            body={
                "email": made.sent["email"],
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
        ),
        200,
    )
    actor.bearer(session["token"])
    return actor


def ben() -> Actor:
    """The member ben (sign_up.bts:27)."""
    actor = Actor("ben", role="member")
    made = expect_status(
        actor.call(
            sign_up,
            body={
                "username": unique("ben"),
                "email": unique("ben@mail"),
                "password": "battery staple",
            },
        ),
        201,
    )
    actor.made["User"] = made
    actor.bearer(made["token"])
    return actor

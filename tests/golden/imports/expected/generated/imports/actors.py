"""Who calls the service, from imports.bts."""

from specc.runtime import Actor, expect_status

from .endpoints import login


def ann() -> Actor:
    """The user ann (imports.bts:9)."""
    actor = Actor("ann", role="user")
    session = expect_status(
        actor.call(login, body={"name": "ann", "password": "hidden"}), 200
    )
    actor.bearer(session["token"])
    return actor

"""Who calls the service, from load.bts."""

from specc.runtime import Actor, expect_status, secret, table

from .endpoints import login
from .service import ROOT


def alice() -> Actor:
    """The customer alice (load.bts:10)."""
    actor = Actor("alice", role="customer")
    session = expect_status(
        actor.call(
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "load.bts"),
            },
        ),
        200,
    )
    actor.bearer(session["token"])
    return actor


def bob() -> Actor:
    """The customer bob (load.bts:15)."""
    actor = Actor("bob", role="customer")
    session = expect_status(
        actor.call(
            login,
            body={
                "email": "bob@example.com",
                "password": secret("BOB_PASSWORD", ROOT / "load.bts"),
            },
        ),
        200,
    )
    actor.bearer(session["token"])
    return actor


def shoppers(index: int = 0) -> Actor:
    """The shopper shoppers (load.bts:22)."""
    actor = Actor("shoppers", role="shopper")
    row = table("accounts.csv", ROOT / "load.bts")[index]
    session = expect_status(
        actor.call(login, body={"email": row["email"], "password": row["password"]}),
        200,
    )
    actor.bearer(session["token"])
    return actor

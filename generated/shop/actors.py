"""Who calls the service, from specs/shop.bts."""

from specc.runtime import Actor, expect_status, secret

from .endpoints import login
from .service import ROOT


def alice() -> Actor:
    """The customer alice (specs/shop.bts:14)."""
    actor = Actor("alice", role="customer")
    session = expect_status(
        actor.call(
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "specs/shop.bts"),
            },
        ),
        200,
    )
    actor.bearer(session["token"])
    return actor


def bob() -> Actor:
    """The customer bob (specs/shop.bts:19)."""
    actor = Actor("bob", role="customer")
    session = expect_status(
        actor.call(
            login,
            body={
                "email": "bob@example.com",
                "password": secret("BOB_PASSWORD", ROOT / "specs/shop.bts"),
            },
        ),
        200,
    )
    actor.bearer(session["token"])
    return actor


def root() -> Actor:
    """The admin root (specs/shop.bts:24)."""
    actor = Actor("root", role="admin")
    actor.header("X-API-Key", secret("SHOP_ADMIN_KEY", ROOT / "specs/shop.bts"))
    return actor

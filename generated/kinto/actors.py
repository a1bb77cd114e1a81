"""Who calls the service, from specs/kinto.bts."""

from specc.runtime import Actor, expect_status, secret, unique

from .endpoints import create_account
from .service import ROOT, kinto


def alice() -> Actor:
    """The user alice (specs/kinto.bts:16)."""
    actor = Actor("alice", role="user")
    account = expect_status(
        actor.call(
            create_account,
            {"id": unique("alice")},
            body={
                "data": {
                    "password": secret("KINTO_ALICE_PASSWORD", ROOT / "specs/kinto.bts")
                }
            },
        ),
        201,
    )
    actor.made["Account"] = account
    actor.basic(account["data"]["id"], account.sent["data"]["password"])
    return actor


def bob() -> Actor:
    """The user bob (specs/kinto.bts:23)."""
    actor = Actor("bob", role="user")
    account = expect_status(
        actor.call(
            create_account,
            {"id": unique("bob")},
            body={
                "data": {
                    "password": secret("KINTO_BOB_PASSWORD", ROOT / "specs/kinto.bts")
                }
            },
        ),
        201,
    )
    actor.made["Account"] = account
    actor.basic(account["data"]["id"], account.sent["data"]["password"])
    return actor


def root() -> Actor:
    """May do as she likes with accounts, and has no say over anyone's buckets. (specs/kinto.bts:32)."""
    actor = Actor("root", role="admin")
    expect_status(
        actor.request(
            "PUT",
            "/accounts/root",
            service=kinto,
            body={
                "data": {
                    "password": secret("KINTO_ROOT_PASSWORD", ROOT / "specs/kinto.bts")
                }
            },
        ),
        (201, 401, 409),
    )
    actor.basic("root", secret("KINTO_ROOT_PASSWORD", ROOT / "specs/kinto.bts"))
    return actor

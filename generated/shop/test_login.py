"""POST /login keeps what specs/shop.bts:47 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    burst,
    expect,
    obligation,
    secret,
    survived,
    unique,
)

from .contracts import Login200, Problem
from .endpoints import login
from .service import ROOT


@obligation("login.conforms", "specs/shop.bts:50")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "specs/shop.bts"),
            },
        ),
        200,
        Login200,
    )


@obligation("login.rejects", "specs/shop.bts:52")
@pytest.mark.parametrize(
    "change",
    [
        Drop("email", "missing"),
        Put("email", None, "null"),
        Put("email", 12345, "wrong_type"),
        Put("email", "not a email", "malformed"),
        Drop("password", "missing"),
        Put("password", None, "null"),
        Put("password", 12345, "wrong_type"),
        Put("password", "", "empty"),
        Put("password", "aaaaaaa", "too_short"),
        Put("password", "a" * 73, "too_long"),
        Put("password", "a" * 100000, "much_too_long"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(anonymous: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        anonymous.call(
            login,
            body=change(
                {
                    "email": "alice@example.com",
                    "password": secret("ALICE_PASSWORD", ROOT / "specs/shop.bts"),
                }
            ),
        ),
        422,
        Problem,
    )


@obligation("login.rejects.body.wrong_media_type", "specs/shop.bts:52")
def test_rejects_media_type(anonymous: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        anonymous.call(
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "specs/shop.bts"),
            },
            media="text/plain",
        ),
        (422, 415),
    )


@obligation("login.survives", "specs/shop.bts:47")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Repeat("email", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            login,
            body=change(
                {
                    "email": "alice@example.com",
                    "password": secret("ALICE_PASSWORD", ROOT / "specs/shop.bts"),
                }
            ),
        )
    )


@obligation("login.refuses.wrong_password", "specs/shop.bts:51")
def test_refuses_wrong_password(anonymous: Actor) -> None:
    """A wrong password is refused with 401."""
    expect(
        anonymous.call(
            login, body={"email": "alice@example.com", "password": "texttext"}
        ),
        401,
        Problem,
    )


@obligation("login.rate_exceeded", "specs/shop.bts:53")
def test_rate_exceeded(anonymous: Actor) -> None:
    """Too many calls are answered 429."""
    responses = burst(
        anonymous,
        login,
        body={
            "email": unique("person") + "@host.example",
            "password": secret("ALICE_PASSWORD", ROOT / "specs/shop.bts"),
        },
        count=31,
        until=429,
    )
    expect(responses[-1], 429)

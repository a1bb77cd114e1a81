"""POST /login keeps what load.bts:37 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    expect,
    obligation,
    secret,
    survived,
)

from .contracts import Login200
from .endpoints import login
from .service import ROOT


@obligation("login.conforms", "load.bts:40")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "load.bts"),
            },
        ),
        200,
        Login200,
    )


@obligation("login.survives", "load.bts:37")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Repeat("email", id="body.repeated_key"),
        Drop("email", "missing"),
        Put("email", None, "null"),
        Put("email", 12345, "wrong_type"),
        Put("email", "not a email", "malformed"),
        Drop("password", "missing"),
        Put("password", None, "null"),
        Put("password", 12345, "wrong_type"),
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
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            login,
            body=change(
                {
                    "email": "alice@example.com",
                    "password": secret("ALICE_PASSWORD", ROOT / "load.bts"),
                }
            ),
        ),
        413,
    )

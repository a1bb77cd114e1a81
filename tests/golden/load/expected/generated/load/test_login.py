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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Repeat("email"), id="body.repeated_key"),
        pytest.param(Drop("email"), id="email.missing"),
        pytest.param(Put("email", None), id="email.null"),
        pytest.param(Put("email", 12345), id="email.wrong_type"),
        pytest.param(Put("email", "not a email"), id="email.malformed"),
        pytest.param(Drop("password"), id="password.missing"),
        pytest.param(Put("password", None), id="password.null"),
        pytest.param(Put("password", 12345), id="password.wrong_type"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", b"[" * 1000 + b"]" * 1000), id="body.nested"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
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

"""POST /login keeps what sign_up.bts:41 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation, secret

from .contracts import Problem, Session
from .endpoints import log_in
from .service import ROOT


@obligation("log_in.conforms", "sign_up.bts:44")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            log_in,
            body={
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                "email": "person@host.example",
            },
        ),
        200,
        Session,
    )


@obligation("log_in.rejects", "sign_up.bts:46")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("email"), id="email.missing"),
        pytest.param(Put("email", None), id="email.null"),
        pytest.param(Put("email", 12345), id="email.wrong_type"),
        pytest.param(Put("email", "not a email"), id="email.malformed"),
        pytest.param(Drop("password"), id="password.missing"),
        pytest.param(Put("password", None), id="password.null"),
        pytest.param(Put("password", 12345), id="password.wrong_type"),
        pytest.param(Put("password", "aaaaaaa"), id="password.too_short"),
        pytest.param(Put("password", "a" * 73), id="password.too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(anonymous: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        anonymous.call(
            log_in,
            body=change(
                {
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                    "email": "person@host.example",
                }
            ),
        ),
        422,
        Problem,
    )

"""POST /login keeps what sign_up.bts:41 says."""

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
        pytest.param(Put("password", ""), id="password.empty"),
        pytest.param(Put("password", "aaaaaaa"), id="password.too_short"),
        pytest.param(Put("password", "a" * 73), id="password.too_long"),
        pytest.param(Put("password", "a" * 100000), id="password.much_too_long"),
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


@obligation("log_in.rejects.body.wrong_media_type", "sign_up.bts:46")
def test_rejects_media_type(anonymous: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        anonymous.call(
            log_in,
            body={
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                "email": "person@host.example",
            },
            media="text/plain",
        ),
        (422, 415),
    )


@obligation("log_in.survives", "sign_up.bts:41")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Repeat("password"), id="body.repeated_key"),
    ],
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            log_in,
            body=change(
                {
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                    "email": "person@host.example",
                }
            ),
        )
    )


@obligation("log_in.refuses.wrong_password", "sign_up.bts:45")
def test_refuses_wrong_password(anonymous: Actor) -> None:
    """A wrong password is refused with 401."""
    expect(
        anonymous.call(
            log_in, body={"password": "texttext", "email": "person@host.example"}
        ),
        401,
        Problem,
    )

"""POST /login keeps what sign_up.bts:41 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    expect,
    obligation,
    secret,
    survived,
)

from .contracts import Problem, Session
from .endpoints import log_in
from .service import ROOT


@obligation("log_in.conforms", "sign_up.bts:44")
def test_conforms(anonymous: Actor, user_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            log_in,
            body={
                "email": user_2["user"]["email"],
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
        ),
        200,
        Session,
    )


@obligation("log_in.rejects", "sign_up.bts:46")
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
def test_rejects(anonymous: Actor, user_2: Response, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        anonymous.call(
            log_in,
            body=change(
                {
                    "email": user_2["user"]["email"],
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                }
            ),
        ),
        422,
        Problem,
    )


@obligation("log_in.rejects.body.wrong_media_type", "sign_up.bts:46")
def test_rejects_media_type(anonymous: Actor, user_2: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        anonymous.call(
            log_in,
            body={
                "email": user_2["user"]["email"],
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
            media="text/plain",
        ),
        (422, 415),
    )


@obligation("log_in.survives", "sign_up.bts:41")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Repeat("email", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, user_2: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            log_in,
            body=change(
                {
                    "email": user_2["user"]["email"],
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                }
            ),
        )
    )


@obligation("log_in.refuses.wrong_password", "sign_up.bts:45")
def test_refuses_wrong_password(anonymous: Actor, user_2: Response) -> None:
    """A wrong password is refused with 401."""
    expect(
        anonymous.call(
            log_in, body={"email": user_2["user"]["email"], "password": "texttext"}
        ),
        401,
        Problem,
    )

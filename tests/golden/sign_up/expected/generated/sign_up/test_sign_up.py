"""POST /users keeps what sign_up.bts:32 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation, secret, unique

from .contracts import Problem, Session
from .endpoints import sign_up
from .service import ROOT


@obligation("sign_up.conforms", "sign_up.bts:35")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        anonymous.call(
            sign_up,
            body={
                "username": unique("ann"),
                "email": unique("ann@mail"),
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
        ),
        201,
        Session,
    )


@obligation("sign_up.accepts", "sign_up.bts:35")
@pytest.mark.parametrize(
    "change", [pytest.param(Put("bio", "a" * 200), id="bio.maximum_length")]
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(
            sign_up,
            body=change(
                {
                    "username": unique("ann"),
                    "email": unique("ann@mail"),
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                }
            ),
        ),
        201,
        Session,
    )


@obligation("sign_up.rejects", "sign_up.bts:37")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("username"), id="username.missing"),
        pytest.param(Put("username", None), id="username.null"),
        pytest.param(Put("username", 12345), id="username.wrong_type"),
        pytest.param(Put("username", "aa"), id="username.too_short"),
        pytest.param(Put("username", "a" * 41), id="username.too_long"),
        pytest.param(Drop("email"), id="email.missing"),
        pytest.param(Put("email", None), id="email.null"),
        pytest.param(Put("email", 12345), id="email.wrong_type"),
        pytest.param(Put("email", "not a email"), id="email.malformed"),
        pytest.param(Drop("password"), id="password.missing"),
        pytest.param(Put("password", None), id="password.null"),
        pytest.param(Put("password", 12345), id="password.wrong_type"),
        pytest.param(Put("password", "aaaaaaa"), id="password.too_short"),
        pytest.param(Put("password", "a" * 73), id="password.too_long"),
        pytest.param(Put("bio", None), id="bio.null"),
        pytest.param(Put("bio", 12345), id="bio.wrong_type"),
        pytest.param(Put("bio", "a" * 201), id="bio.too_long"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
    ],
)
def test_rejects(anonymous: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        anonymous.call(
            sign_up,
            body=change(
                {
                    "username": unique("ann"),
                    "email": unique("ann@mail"),
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                }
            ),
        ),
        422,
        Problem,
    )


@obligation("sign_up.repeated", "sign_up.bts:36")
def test_repeated(anonymous: Actor) -> None:
    """The same call a second time is answered 409."""
    same = unique("ann")
    same_2 = unique("ann@mail")
    expect(
        anonymous.call(
            sign_up,
            body={
                "username": same,
                "email": same_2,
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
        ),
        201,
        Session,
    )
    expect(
        anonymous.call(
            sign_up,
            body={
                "username": same,
                "email": same_2,
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
        ),
        409,
        Problem,
    )

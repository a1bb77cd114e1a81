"""PATCH /me keeps what sign_up.bts:56 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation

from .contracts import Problem, User
from .endpoints import change_me

BODY = {
    "username": "text",
    "email": "person@host.example",
    "password": "texttext",
    "bio": "text",
}


@obligation("change_me.conforms", "sign_up.bts:59")
def test_conforms(new_ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(new_ann.call(change_me, body=BODY), 200, User)


@obligation("change_me.accepts", "sign_up.bts:59")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("username"), id="username.absent"),
        pytest.param(Put("username", "aaa"), id="username.minimum_length"),
        pytest.param(
            Put("username", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            id="username.maximum_length",
        ),
        pytest.param(Drop("email"), id="email.absent"),
        pytest.param(Drop("bio"), id="bio.absent"),
        pytest.param(Put("bio", "a" * 200), id="bio.maximum_length"),
    ],
)
def test_accepts(new_ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(new_ann.call(change_me, body=change(BODY)), 200, User)


@obligation("change_me.rejects", "sign_up.bts:61")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("username", None), id="username.null"),
        pytest.param(Put("username", 12345), id="username.wrong_type"),
        pytest.param(Put("username", "aa"), id="username.too_short"),
        pytest.param(Put("username", "a" * 41), id="username.too_long"),
        pytest.param(Put("email", None), id="email.null"),
        pytest.param(Put("email", 12345), id="email.wrong_type"),
        pytest.param(Put("email", "not a email"), id="email.malformed"),
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
def test_rejects(ann: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(ann.call(change_me, body=change(BODY)), 422, Problem)


@obligation("change_me.refuses.anonymous", "sign_up.bts:60")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(change_me, body=BODY), 401, Problem)

"""POST /login keeps what auth.bts:7 says."""

import pytest
from specc.runtime import Actor, Change, Drop, Put, Repeat, expect, obligation, survived

from .contracts import Login200, Problem
from .endpoints import login

BODY = {"name": "ann", "password": "hidden"}


@obligation("login.conforms", "auth.bts:10")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(login, body=BODY), 200, Login200)


@obligation("login.survives", "auth.bts:7")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("name", "a" * 100000), id="name.very_long"),
        pytest.param(Put("name", ""), id="name.empty"),
        pytest.param(Put("name", "'\"`;--%s\\"), id="name.quotes"),
        pytest.param(Put("name", "a\x00b"), id="name.nul"),
        pytest.param(Put("name", "\u202ea\u202c\ufeff"), id="name.bidi_override"),
        pytest.param(Put("name", "e" + "\u0301" * 60), id="name.stacked_marks"),
        pytest.param(Put("name", "\ud800"), id="name.lone_surrogate"),
        pytest.param(Put("name", " "), id="name.blank"),
        pytest.param(Repeat("name"), id="body.repeated_key"),
        pytest.param(Put("name", "👩\u200d👩\u200d👧 🇪🇺"), id="name.emoji"),
        pytest.param(Put("name", "שלום عالم"), id="name.right_to_left"),
        pytest.param(Put("name", "éñü"), id="name.composed"),
        pytest.param(Put("name", "e\u0301n\u0303u\u0308"), id="name.decomposed"),
        pytest.param(Drop("name"), id="name.missing"),
        pytest.param(Put("name", None), id="name.null"),
        pytest.param(Put("name", 12345), id="name.wrong_type"),
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
    survived(anonymous.call(login, body=change(BODY)), 413)


@obligation("login.refuses.wrong_password", "auth.bts:11")
def test_refuses_wrong_password(anonymous: Actor) -> None:
    """A wrong password is refused with 401."""
    expect(
        anonymous.call(login, body={"name": "ann", "password": "text"}), 401, Problem
    )

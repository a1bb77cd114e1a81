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
        Put("specc_unknown", "text", id="unknown_field"),
        Put("name", "a" * 100000, "very_long"),
        Put("name", "", "empty"),
        Put("name", "'\"`;--%s\\", "quotes"),
        Put("name", "a\x00b", "nul"),
        Put("name", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("name", "e" + "\u0301" * 60, "stacked_marks"),
        Put("name", "\ud800", "lone_surrogate"),
        Put("name", " ", "blank"),
        Repeat("name", id="body.repeated_key"),
        Put("name", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("name", "שלום عالم", "right_to_left"),
        Put("name", "éñü", "composed"),
        Put("name", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("name", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Drop("name", "missing"),
        Put("name", None, "null"),
        Put("name", 12345, "wrong_type"),
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
    survived(anonymous.call(login, body=change(BODY)), 413)


@obligation("login.refuses.wrong_password", "auth.bts:11")
def test_refuses_wrong_password(anonymous: Actor) -> None:
    """A wrong password is refused with 401."""
    expect(
        anonymous.call(login, body={"name": "ann", "password": "text"}), 401, Problem
    )

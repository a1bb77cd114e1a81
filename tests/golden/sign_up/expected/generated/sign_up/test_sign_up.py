"""POST /users keeps what sign_up.bts:32 says."""

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
    Drop,
    Fill,
    Put,
    Repeat,
    Response,
    expect,
    obligation,
    reads_back,
    secret,
    server_decides,
    survived,
    unique,
)

from .contracts import Problem, Session, User
from .endpoints import sign_up, user
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
    "change",
    [
        Fill("username", 40, "maximum_length"),
        Fill("username", 39, "near_maximum_length"),
        Append("username", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("username", "שלום عالم", "right_to_left"),
        Append("username", "éñü", "composed"),
        Append("username", "e\u0301n\u0303u\u0308", "decomposed"),
        Fill("password", 72, "maximum_length"),
        Fill("password", 71, "near_maximum_length"),
        Append("password", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("password", "שלום عالم", "right_to_left"),
        Append("password", "éñü", "composed"),
        Append("password", "e\u0301n\u0303u\u0308", "decomposed"),
        Append("password", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("bio", "text", "present"),
        Put("bio", "", "empty"),
        Put("bio", "a" * 200, "maximum_length"),
        Put("bio", "a" * 199, "near_maximum_length"),
        Put("bio", "é" * 200, "maximum_length_not_ascii"),
        Put("bio", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("bio", "שלום عالم", "right_to_left"),
        Put("bio", "éñü", "composed"),
        Put("bio", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("bio", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
    ],
    ids=str,
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
        Drop("username", "missing"),
        Put("username", None, "null"),
        Put("username", 12345, "wrong_type"),
        Put("username", "", "empty"),
        Put("username", "aa", "too_short"),
        Put("username", "a" * 41, "too_long"),
        Put("username", "a" * 100000, "much_too_long"),
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
        Put("bio", None, "null"),
        Put("bio", 12345, "wrong_type"),
        Put("bio", "a" * 201, "too_long"),
        Put("bio", "a" * 100000, "much_too_long"),
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


@obligation("sign_up.rejects.body.wrong_media_type", "sign_up.bts:37")
def test_rejects_media_type(anonymous: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        anonymous.call(
            sign_up,
            body={
                "username": unique("ann"),
                "email": unique("ann@mail"),
                "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
            },
            media="text/plain",
        ),
        (422, 415),
    )


@obligation("sign_up.survives", "sign_up.bts:32")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("username", "'\"`;--%s\\", "quotes"),
        Put("username", "a\x00b", "nul"),
        Put("username", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("username", "e" + "\u0301" * 60, "stacked_marks"),
        Put("username", "\ud800", "lone_surrogate"),
        Put("username", " ", "blank"),
        Put("password", "'\"`;--%s\\", "quotes"),
        Put("password", "a\x00b", "nul"),
        Put("password", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("password", "e" + "\u0301" * 60, "stacked_marks"),
        Put("password", "\ud800", "lone_surrogate"),
        Put("password", " ", "blank"),
        Put("bio", "'\"`;--%s\\", "quotes"),
        Put("bio", "a\x00b", "nul"),
        Put("bio", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("bio", "e" + "\u0301" * 60, "stacked_marks"),
        Put("bio", "\ud800", "lone_surrogate"),
        Put("bio", " ", "blank"),
        Repeat("username", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            sign_up,
            body=change(
                {
                    "username": unique("ann"),
                    "email": unique("ann@mail"),
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                }
            ),
        )
    )


@obligation("sign_up.ignores", "sign_up.bts:38")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(anonymous: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
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
    claimed = survived(
        anonymous.call(
            sign_up,
            body=change(
                {
                    "username": unique("ann"),
                    "email": unique("ann@mail"),
                    "password": secret("ANN_PASSWORD", ROOT / "sign_up.bts"),
                }
            ),
        )
    )
    server_decides(usual, claimed, ["id", "specc_unknown"])


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


@obligation("sign_up.creates", "sign_up.bts:38")
def test_creates(new_ann: Actor, new_user: Response) -> None:
    """The User that it makes can be read by who it is."""
    again = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    reads_back(again.json, new_user["user"], ["username", "email", "bio"])

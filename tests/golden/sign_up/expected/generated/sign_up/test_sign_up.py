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
        pytest.param(Fill("username", 40), id="username.maximum_length"),
        pytest.param(Fill("username", 39), id="username.near_maximum_length"),
        pytest.param(Append("username", "👩\u200d👩\u200d👧 🇪🇺"), id="username.emoji"),
        pytest.param(Append("username", "שלום عالم"), id="username.right_to_left"),
        pytest.param(Append("username", "éñü"), id="username.composed"),
        pytest.param(
            Append("username", "e\u0301n\u0303u\u0308"), id="username.decomposed"
        ),
        pytest.param(Fill("password", 72), id="password.maximum_length"),
        pytest.param(Fill("password", 71), id="password.near_maximum_length"),
        pytest.param(Append("password", "👩\u200d👩\u200d👧 🇪🇺"), id="password.emoji"),
        pytest.param(Append("password", "שלום عالم"), id="password.right_to_left"),
        pytest.param(Append("password", "éñü"), id="password.composed"),
        pytest.param(
            Append("password", "e\u0301n\u0303u\u0308"), id="password.decomposed"
        ),
        pytest.param(Put("bio", "text"), id="bio.present"),
        pytest.param(Put("bio", ""), id="bio.empty"),
        pytest.param(Put("bio", "a" * 200), id="bio.maximum_length"),
        pytest.param(Put("bio", "a" * 199), id="bio.near_maximum_length"),
        pytest.param(Put("bio", "é" * 200), id="bio.maximum_length_not_ascii"),
        pytest.param(Put("bio", "👩\u200d👩\u200d👧 🇪🇺"), id="bio.emoji"),
        pytest.param(Put("bio", "שלום عالم"), id="bio.right_to_left"),
        pytest.param(Put("bio", "éñü"), id="bio.composed"),
        pytest.param(Put("bio", "e\u0301n\u0303u\u0308"), id="bio.decomposed"),
    ],
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
        pytest.param(Put("username", ""), id="username.empty"),
        pytest.param(Put("username", "aa"), id="username.too_short"),
        pytest.param(Put("username", "a" * 41), id="username.too_long"),
        pytest.param(Put("username", "a" * 100000), id="username.much_too_long"),
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
        pytest.param(Put("bio", None), id="bio.null"),
        pytest.param(Put("bio", 12345), id="bio.wrong_type"),
        pytest.param(Put("bio", "a" * 201), id="bio.too_long"),
        pytest.param(Put("bio", "a" * 100000), id="bio.much_too_long"),
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("username", "'\"`;--%s\\"), id="username.quotes"),
        pytest.param(Put("username", "a\x00b"), id="username.nul"),
        pytest.param(
            Put("username", "\u202ea\u202c\ufeff"), id="username.bidi_override"
        ),
        pytest.param(Put("username", "e" + "\u0301" * 60), id="username.stacked_marks"),
        pytest.param(Put("username", "\ud800"), id="username.lone_surrogate"),
        pytest.param(Put("username", " "), id="username.blank"),
        pytest.param(Put("password", "'\"`;--%s\\"), id="password.quotes"),
        pytest.param(Put("password", "a\x00b"), id="password.nul"),
        pytest.param(
            Put("password", "\u202ea\u202c\ufeff"), id="password.bidi_override"
        ),
        pytest.param(Put("password", "e" + "\u0301" * 60), id="password.stacked_marks"),
        pytest.param(Put("password", "\ud800"), id="password.lone_surrogate"),
        pytest.param(Put("password", " "), id="password.blank"),
        pytest.param(Put("bio", "'\"`;--%s\\"), id="bio.quotes"),
        pytest.param(Put("bio", "a\x00b"), id="bio.nul"),
        pytest.param(Put("bio", "\u202ea\u202c\ufeff"), id="bio.bidi_override"),
        pytest.param(Put("bio", "e" + "\u0301" * 60), id="bio.stacked_marks"),
        pytest.param(Put("bio", "\ud800"), id="bio.lone_surrogate"),
        pytest.param(Put("bio", " "), id="bio.blank"),
        pytest.param(Repeat("username"), id="body.repeated_key"),
    ],
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
        pytest.param(Put("id", "00000000-0000-4000-8000-00000000c1a1"), id="id"),
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
    ],
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

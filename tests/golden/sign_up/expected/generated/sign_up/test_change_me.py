"""PATCH /me keeps what sign_up.bts:56 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    as_sent,
    change_kept,
    equal,
    expect,
    forged,
    obligation,
    rest_kept,
    server_decides,
    survived,
)

from .contracts import Problem, User
from .endpoints import change_me, me, user

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
        pytest.param(Put("username", "aaaa"), id="username.near_minimum_length"),
        pytest.param(
            Put("username", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            id="username.near_maximum_length",
        ),
        pytest.param(
            Put("username", "éééééééééééééééééééééééééééééééééééééééé"),
            id="username.maximum_length_not_ascii",
        ),
        pytest.param(Put("username", "👩\u200d👩\u200d👧 🇪🇺"), id="username.emoji"),
        pytest.param(Put("username", "שלום عالم"), id="username.right_to_left"),
        pytest.param(Put("username", "éñü"), id="username.composed"),
        pytest.param(
            Put("username", "e\u0301n\u0303u\u0308"), id="username.decomposed"
        ),
        pytest.param(Drop("email"), id="email.absent"),
        pytest.param(Drop("bio"), id="bio.absent"),
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
def test_accepts(new_ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(new_ann.call(change_me, body=change(BODY)), 200, User)


@obligation("change_me.rejects", "sign_up.bts:61")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("username", None), id="username.null"),
        pytest.param(Put("username", 12345), id="username.wrong_type"),
        pytest.param(Put("username", ""), id="username.empty"),
        pytest.param(Put("username", "aa"), id="username.too_short"),
        pytest.param(Put("username", "a" * 41), id="username.too_long"),
        pytest.param(Put("username", "a" * 100000), id="username.much_too_long"),
        pytest.param(Put("email", None), id="email.null"),
        pytest.param(Put("email", 12345), id="email.wrong_type"),
        pytest.param(Put("email", "not a email"), id="email.malformed"),
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
    ],
)
def test_rejects(new_ann: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(new_ann.call(change_me, body=change(BODY)), 422, Problem)


@obligation("change_me.rejects.body.wrong_media_type", "sign_up.bts:61")
def test_rejects_media_type(new_ann: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(new_ann.call(change_me, body=BODY, media="text/plain"), (422, 415))


@obligation("change_me.survives", "sign_up.bts:56")
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
        pytest.param(Put("bio", "'\"`;--%s\\"), id="bio.quotes"),
        pytest.param(Put("bio", "a\x00b"), id="bio.nul"),
        pytest.param(Put("bio", "\u202ea\u202c\ufeff"), id="bio.bidi_override"),
        pytest.param(Put("bio", "e" + "\u0301" * 60), id="bio.stacked_marks"),
        pytest.param(Put("bio", "\ud800"), id="bio.lone_surrogate"),
        pytest.param(Put("bio", " "), id="bio.blank"),
        pytest.param(Repeat("username"), id="body.repeated_key"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
)
def test_survives(new_ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(new_ann.call(change_me, body=change(BODY)))


@obligation("change_me.ignores", "sign_up.bts:62")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("id", "00000000-0000-4000-8000-00000000c1a1"), id="id"),
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
    ],
)
def test_ignores(new_ann: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(new_ann.call(change_me, body=BODY), 200, User)
    claimed = survived(new_ann.call(change_me, body=change(BODY)))
    server_decides(usual, claimed, ["id", "specc_unknown"])


@obligation("change_me.refuses.anonymous", "sign_up.bts:60")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(change_me, body=BODY), 401, Problem)


@obligation("change_me.refuses.made_up_credential", "sign_up.bts:60")
def test_refuses_made_up_credential(new_ann: Actor) -> None:
    """Made_up_credential is refused with 401."""
    expect(forged(new_ann).call(change_me, body=BODY), 401, Problem)


@obligation("change_me.unaffected.anonymous", "sign_up.bts:60")
def test_unaffected_by_anonymous(
    new_ann: Actor, anonymous: Actor, new_user: Response
) -> None:
    """The User is as before after a refusal of anonymous."""
    before = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    anonymous.call(change_me, body=BODY)
    after = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    equal(after.json, before.json)


@obligation("change_me.unaffected.made_up_credential", "sign_up.bts:60")
def test_unaffected_by_made_up_credential(new_ann: Actor, new_user: Response) -> None:
    """The User is as before after a refusal of made_up_credential."""
    before = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    forged(new_ann).call(change_me, body=BODY)
    after = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    equal(after.json, before.json)


@obligation("change_me.unaffected.invalid", "sign_up.bts:56")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("username", None), id="username.null"),
        pytest.param(Put("email", None), id="email.null"),
        pytest.param(Put("password", "aaaaaaa"), id="password.too_short"),
    ],
)
def test_unaffected_by_invalid(
    new_ann: Actor, new_user: Response, change: Change
) -> None:
    """The User is as before after an invalid body."""
    before = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    new_ann.call(change_me, body=change(BODY))
    after = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    equal(after.json, before.json)


@obligation("change_me.updates", "sign_up.bts:62")
def test_updates(new_ann: Actor) -> None:
    """The change that it answers is seen when the User is read again."""
    before = expect(new_ann.call(me), 200, User)
    changed = expect(
        new_ann.call(
            change_me,
            body={"username": "text", "email": "person@host.example", "bio": "text"},
        ),
        200,
        User,
    )
    after = expect(new_ann.call(me), 200, User)
    change_kept(before.json, changed.json, after.json)
    as_sent(after.json, changed.sent, ["username", "email", "bio"])
    rest_kept(before.json, after.json, changed.sent, ["username", "email", "bio"])


@obligation("change_me.updates.only", "sign_up.bts:62")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("", {"username": "text"}), id="username"),
        pytest.param(Put("", {"email": "person@host.example"}), id="email"),
        pytest.param(Put("", {"bio": "text"}), id="bio"),
    ],
)
def test_updates_only(new_ann: Actor, change: Change) -> None:
    """A change of one field leaves the rest of the User as it was."""
    expect(
        new_ann.call(
            change_me,
            body={"username": "text", "email": "person@host.example", "bio": "text"},
        ),
        200,
        User,
    )
    before = expect(new_ann.call(me), 200, User)
    changed = expect(
        new_ann.call(
            change_me,
            body=change(
                {"username": "text", "email": "person@host.example", "bio": "text"}
            ),
        ),
        200,
        User,
    )
    after = expect(new_ann.call(me), 200, User)
    change_kept(before.json, changed.json, after.json)
    as_sent(after.json, changed.sent, ["username", "email", "bio"])
    rest_kept(before.json, after.json, changed.sent, ["username", "email", "bio"])

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
        Drop("username", "absent"),
        Put("username", "aaa", "minimum_length"),
        Put("username", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "maximum_length"),
        Put("username", "aaaa", "near_minimum_length"),
        Put(
            "username", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "near_maximum_length"
        ),
        Put(
            "username",
            "éééééééééééééééééééééééééééééééééééééééé",
            "maximum_length_not_ascii",
        ),
        Put("username", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("username", "שלום عالم", "right_to_left"),
        Put("username", "éñü", "composed"),
        Put("username", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("username", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Drop("email", "absent"),
        Drop("bio", "absent"),
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
def test_accepts(new_ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(new_ann.call(change_me, body=change(BODY)), 200, User)


@obligation("change_me.rejects", "sign_up.bts:61")
@pytest.mark.parametrize(
    "change",
    [
        Put("username", None, "null"),
        Put("username", 12345, "wrong_type"),
        Put("username", "", "empty"),
        Put("username", "aa", "too_short"),
        Put("username", "a" * 41, "too_long"),
        Put("username", "a" * 100000, "much_too_long"),
        Put("email", None, "null"),
        Put("email", 12345, "wrong_type"),
        Put("email", "not a email", "malformed"),
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
    ],
    ids=str,
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
        Put("specc_unknown", "text", id="unknown_field"),
        Put("username", "'\"`;--%s\\", "quotes"),
        Put("username", "a\x00b", "nul"),
        Put("username", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("username", "e" + "\u0301" * 60, "stacked_marks"),
        Put("username", "\ud800", "lone_surrogate"),
        Put("username", " ", "blank"),
        Put("bio", "'\"`;--%s\\", "quotes"),
        Put("bio", "a\x00b", "nul"),
        Put("bio", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("bio", "e" + "\u0301" * 60, "stacked_marks"),
        Put("bio", "\ud800", "lone_surrogate"),
        Put("bio", " ", "blank"),
        Repeat("username", id="body.repeated_key"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_survives(new_ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(new_ann.call(change_me, body=change(BODY)))


@obligation("change_me.ignores", "sign_up.bts:62")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
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
    """A made-up credential is refused with 401."""
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
        Put("username", None, "null"),
        Put("email", None, "null"),
        Put("password", "aaaaaaa", "too_short"),
    ],
    ids=str,
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
        Put("", {"username": "text1"}, id="username"),
        Put("", {"email": "e1person@host.example"}, id="email"),
        Put("", {"bio": "text1"}, id="bio"),
    ],
    ids=str,
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

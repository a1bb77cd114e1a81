"""GET /users/{id} keeps what sign_up.bts:65 says."""

import pytest
from specc.runtime import (
    Actor,
    Change,
    Put,
    Response,
    equal,
    expect,
    forged,
    obligation,
    secret,
    survived,
    unique,
    uuid,
)

from .contracts import Problem, Session, User
from .endpoints import change_me, leave, sign_up, user
from .service import ROOT


@obligation("user.conforms", "sign_up.bts:67")
def test_conforms(ann: Actor, user_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(user, {"id": user_2["user"]["id"]}), 200, User)


@obligation("user.conforms.filled", "sign_up.bts:70")
def test_conforms_filled(new_ann: Actor, new_user: Response) -> None:
    """The answer about a User with all that it may have is as declared."""
    expect(
        new_ann.call(
            change_me,
            body={"username": "text", "email": "person@host.example", "bio": "text"},
        ),
        200,
        User,
    )
    expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)


@obligation("user.rejects", "sign_up.bts:65")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, user_2: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(user, change({"id": user_2["user"]["id"]})), "4xx")


@obligation("user.survives", "sign_up.bts:65")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, user_2: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(user, change({"id": user_2["user"]["id"]})), 414, 431, 400)


@obligation("user.refuses.anonymous", "sign_up.bts:68")
def test_refuses_anonymous(anonymous: Actor, user_2: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(user, {"id": user_2["user"]["id"]}), 401, Problem)


@obligation("user.refuses.made_up_credential", "sign_up.bts:68")
def test_refuses_made_up_credential(ann: Actor, user_2: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(user, {"id": user_2["user"]["id"]}), 401, Problem)


@obligation("user.refuses.stranger", "sign_up.bts:66")
def test_refuses_stranger(ben: Actor, user_2: Response) -> None:
    """A stranger is refused with 404."""
    expect(ben.call(user, {"id": user_2["user"]["id"]}), 404, Problem)


@obligation("user.unknown.id", "sign_up.bts:69")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(user, {"id": uuid()}), 404, Problem)


@obligation("user.deleted", "sign_up.bts:65")
def test_deleted(new_ann: Actor, new_user: Response) -> None:
    """After the User is gone, the call is answered 404."""
    expect(new_ann.call(leave, {"id": new_user["user"]["id"]}), 204)
    expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 404)


@obligation("user.reads", "sign_up.bts:70")
def test_reads(anonymous: Actor, ann: Actor, user_2: Response) -> None:
    """Of several Users, the one that was asked for is shown."""
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
    seen = expect(ann.call(user, {"id": user_2["user"]["id"]}), 200, User)
    equal(seen["id"], user_2["user"]["id"])


@obligation("user.safe", "sign_up.bts:70")
def test_safe(ann: Actor, user_2: Response) -> None:
    """Reading changes nothing."""
    seen = expect(ann.call(user, {"id": user_2["user"]["id"]}), 200, User)
    again = expect(ann.call(user, {"id": user_2["user"]["id"]}), 200, User)
    equal(again.json, seen.json)

"""DELETE /users/{id} keeps what sign_up.bts:73 says."""

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
    survived,
    uuid,
)

from .contracts import Problem, User
from .endpoints import leave, user


@obligation("leave.conforms", "sign_up.bts:75")
def test_conforms(new_ann: Actor, new_user: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(new_ann.call(leave, {"id": new_user["user"]["id"]}), 204)


@obligation("leave.rejects", "sign_up.bts:73")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(new_ann: Actor, new_user: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(new_ann.call(leave, change({"id": new_user["user"]["id"]})), "4xx")


@obligation("leave.survives", "sign_up.bts:73")
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
def test_survives_params(new_ann: Actor, new_user: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(new_ann.call(leave, change({"id": new_user["user"]["id"]})), 414, 431, 400)


@obligation("leave.refuses.anonymous", "sign_up.bts:76")
def test_refuses_anonymous(anonymous: Actor, new_user: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(leave, {"id": new_user["user"]["id"]}), 401, Problem)


@obligation("leave.refuses.made_up_credential", "sign_up.bts:76")
def test_refuses_made_up_credential(new_ann: Actor, new_user: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(new_ann).call(leave, {"id": new_user["user"]["id"]}), 401, Problem)


@obligation("leave.refuses.stranger", "sign_up.bts:74")
def test_refuses_stranger(ben: Actor, new_user: Response) -> None:
    """A stranger is refused with 404."""
    expect(ben.call(leave, {"id": new_user["user"]["id"]}), 404, Problem)


@obligation("leave.unaffected.anonymous", "sign_up.bts:76")
def test_unaffected_by_anonymous(
    new_ann: Actor, anonymous: Actor, new_user: Response
) -> None:
    """The User is as before after a refusal of anonymous."""
    before = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    anonymous.call(leave, {"id": new_user["user"]["id"]})
    after = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    equal(after.json, before.json)


@obligation("leave.unaffected.made_up_credential", "sign_up.bts:76")
def test_unaffected_by_made_up_credential(new_ann: Actor, new_user: Response) -> None:
    """The User is as before after a refusal of made_up_credential."""
    before = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    forged(new_ann).call(leave, {"id": new_user["user"]["id"]})
    after = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    equal(after.json, before.json)


@obligation("leave.unaffected.stranger", "sign_up.bts:74")
def test_unaffected_by_stranger(new_ann: Actor, ben: Actor, new_user: Response) -> None:
    """The User is as before after a refusal of stranger."""
    before = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    ben.call(leave, {"id": new_user["user"]["id"]})
    after = expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 200, User)
    equal(after.json, before.json)


@obligation("leave.unknown.id", "sign_up.bts:77")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(leave, {"id": uuid()}), 404, Problem)


@obligation("leave.deleted", "sign_up.bts:73")
def test_deleted(new_ann: Actor, new_user: Response) -> None:
    """After the User is gone, the call is answered 404."""
    expect(new_ann.call(leave, {"id": new_user["user"]["id"]}), 204)
    expect(new_ann.call(leave, {"id": new_user["user"]["id"]}), 404)


@obligation("leave.deletes", "sign_up.bts:78")
def test_deletes(new_ann: Actor, new_user: Response) -> None:
    """The User is gone afterwards."""
    expect(new_ann.call(leave, {"id": new_user["user"]["id"]}), 204)
    expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 404)

"""DELETE /users/{id} keeps what sign_up.bts:73 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Problem
from .endpoints import leave, user


@obligation("leave.conforms", "sign_up.bts:75")
def test_conforms(new_ann: Actor, new_user: Response) -> None:
    """A valid call is answered 204 as declared."""
    expect(new_ann.call(leave, {"id": new_user["user"]["id"]}), 204)


@obligation("leave.refuses.anonymous", "sign_up.bts:76")
def test_refuses_anonymous(anonymous: Actor, new_user: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(leave, {"id": new_user["user"]["id"]}), 401, Problem)


@obligation("leave.refuses.stranger", "sign_up.bts:74")
def test_refuses_stranger(ben: Actor, new_user: Response) -> None:
    """Stranger is refused with 404."""
    expect(ben.call(leave, {"id": new_user["user"]["id"]}), 404, Problem)


@obligation("leave.unknown.id", "sign_up.bts:77")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(leave, {"id": uuid()}), 404, Problem)


@obligation("leave.deletes", "sign_up.bts:78")
def test_deletes(new_ann: Actor, new_user: Response) -> None:
    """The User is gone afterwards."""
    expect(new_ann.call(leave, {"id": new_user["user"]["id"]}), 204)
    expect(new_ann.call(user, {"id": new_user["user"]["id"]}), 404)

"""GET /users/{id} keeps what sign_up.bts:65 says."""

from specc.runtime import Actor, Response, expect, obligation, uuid

from .contracts import Problem, User
from .endpoints import user


@obligation("user.conforms", "sign_up.bts:67")
def test_conforms(ann: Actor, user_2: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(user, {"id": user_2["user"]["id"]}), 200, User)


@obligation("user.refuses.anonymous", "sign_up.bts:68")
def test_refuses_anonymous(anonymous: Actor, user_2: Response) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(user, {"id": user_2["user"]["id"]}), 401, Problem)


@obligation("user.refuses.stranger", "sign_up.bts:66")
def test_refuses_stranger(ben: Actor, user_2: Response) -> None:
    """Stranger is refused with 404."""
    expect(ben.call(user, {"id": user_2["user"]["id"]}), 404, Problem)


@obligation("user.unknown.id", "sign_up.bts:69")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(user, {"id": uuid()}), 404, Problem)

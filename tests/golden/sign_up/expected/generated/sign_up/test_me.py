"""GET /me keeps what sign_up.bts:49 says."""

from specc.runtime import Actor, equal, expect, forged, obligation

from .contracts import Problem, User
from .endpoints import change_me, me


@obligation("me.conforms", "sign_up.bts:51")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(me), 200, User)


@obligation("me.conforms.filled", "sign_up.bts:53")
def test_conforms_filled(new_ann: Actor) -> None:
    """The answer about a User with all that it may have is as declared."""
    expect(
        new_ann.call(
            change_me,
            body={"username": "text", "email": "person@host.example", "bio": "text"},
        ),
        200,
        User,
    )
    expect(new_ann.call(me), 200, User)


@obligation("me.refuses.anonymous", "sign_up.bts:52")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(me), 401, Problem)


@obligation("me.refuses.made_up_credential", "sign_up.bts:52")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(me), 401, Problem)


@obligation("me.safe", "sign_up.bts:53")
def test_safe(ann: Actor) -> None:
    """Reading changes nothing."""
    seen = expect(ann.call(me), 200, User)
    again = expect(ann.call(me), 200, User)
    equal(again.json, seen.json)

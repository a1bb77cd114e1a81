"""POST /accounts keeps what specs/kinto.bts:93 says.

The same with the name in the body.
"""

from specc.runtime import Actor, expect, obligation, unique

from .contracts import AccountAnswer, Error
from .endpoints import sign_up


@obligation("sign_up.conforms", "specs/kinto.bts:96")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        anonymous.call(
            sign_up, body={"data": {"password": unique("pw"), "id": unique("account")}}
        ),
        201,
        AccountAnswer,
    )


@obligation("sign_up.repeated", "specs/kinto.bts:99")
def test_repeated(anonymous: Actor) -> None:
    """The same call a second time is answered 401."""
    same = unique("pw")
    same_2 = unique("account")
    expect(
        anonymous.call(sign_up, body={"data": {"password": same, "id": same_2}}),
        201,
        AccountAnswer,
    )
    expect(
        anonymous.call(sign_up, body={"data": {"password": same, "id": same_2}}),
        401,
        Error,
    )

"""POST /login keeps what auth.bts:7 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Login200
from .endpoints import login

BODY = {"name": "ann", "password": "hidden"}


@obligation("login.conforms", "auth.bts:10")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(login, body=BODY), 200, Login200)

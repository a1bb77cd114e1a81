"""POST /login keeps what load.bts:37 says."""

from specc.runtime import Actor, expect, obligation, secret

from .contracts import Login200
from .endpoints import login
from .service import ROOT


@obligation("login.conforms", "load.bts:40")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            login,
            body={
                "email": "alice@example.com",
                "password": secret("ALICE_PASSWORD", ROOT / "load.bts"),
            },
        ),
        200,
        Login200,
    )

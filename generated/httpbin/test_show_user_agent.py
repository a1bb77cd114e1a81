"""GET /user-agent keeps what specs/httpbin.bts:94 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import ShowUserAgent200
from .endpoints import show_user_agent


@obligation("show_user_agent.conforms", "specs/httpbin.bts:97")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_user_agent), 200, ShowUserAgent200)

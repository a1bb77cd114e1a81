"""GET /cookies keeps what specs/httpbin.bts:105 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import ShowCookies200
from .endpoints import show_cookies


@obligation("show_cookies.conforms", "specs/httpbin.bts:109")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_cookies), 200, ShowCookies200)

"""GET /cookies/set keeps what specs/httpbin.bts:255 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import set_cookies


@obligation("set_cookies.conforms", "specs/httpbin.bts:259")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(set_cookies), 302)

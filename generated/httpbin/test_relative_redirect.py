"""GET /relative-redirect/{n} keeps what specs/httpbin.bts:209 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import relative_redirect


@obligation("relative_redirect.conforms", "specs/httpbin.bts:211")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(relative_redirect, {"n": 2}), 302)

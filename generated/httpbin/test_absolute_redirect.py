"""GET /absolute-redirect/{n} keeps what specs/httpbin.bts:215 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import absolute_redirect


@obligation("absolute_redirect.conforms", "specs/httpbin.bts:217")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(absolute_redirect, {"n": 4}), 302)

"""GET /image/webp keeps what specs/httpbin.bts:503 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import webp


@obligation("webp.conforms", "specs/httpbin.bts:505")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(webp), 200)

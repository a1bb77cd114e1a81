"""GET /image/svg keeps what specs/httpbin.bts:508 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import svg


@obligation("svg.conforms", "specs/httpbin.bts:510")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(svg), 200)

"""GET /image/png keeps what specs/httpbin.bts:493 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import png


@obligation("png.conforms", "specs/httpbin.bts:495")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(png), 200)

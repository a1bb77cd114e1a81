"""GET /image/jpeg keeps what specs/httpbin.bts:498 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import jpeg


@obligation("jpeg.conforms", "specs/httpbin.bts:500")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(jpeg), 200)

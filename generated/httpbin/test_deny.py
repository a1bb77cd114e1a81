"""GET /deny keeps what specs/httpbin.bts:464 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import deny


@obligation("deny.conforms", "specs/httpbin.bts:466")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(deny), 200)

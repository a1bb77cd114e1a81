"""GET /robots.txt keeps what specs/httpbin.bts:459 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import robots


@obligation("robots.conforms", "specs/httpbin.bts:461")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(robots), 200)

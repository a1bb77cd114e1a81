"""GET /html keeps what specs/httpbin.bts:454 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import moby_dick


@obligation("moby_dick.conforms", "specs/httpbin.bts:456")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(moby_dick), 200)

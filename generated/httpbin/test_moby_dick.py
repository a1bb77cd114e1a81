"""GET /html keeps what specs/httpbin.bts:455 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import moby_dick


@obligation("moby_dick.conforms", "specs/httpbin.bts:457")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(moby_dick), 200)


@obligation("moby_dick.again", "specs/httpbin.bts:457")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(moby_dick), 200)
    expect(anonymous.call(moby_dick), 200)

"""GET /deny keeps what specs/httpbin.bts:465 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import deny


@obligation("deny.conforms", "specs/httpbin.bts:467")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(deny), 200)


@obligation("deny.again", "specs/httpbin.bts:467")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(deny), 200)
    expect(anonymous.call(deny), 200)

"""GET /robots.txt keeps what specs/httpbin.bts:460 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import robots


@obligation("robots.conforms", "specs/httpbin.bts:462")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(robots), 200)


@obligation("robots.again", "specs/httpbin.bts:462")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(robots), 200)
    expect(anonymous.call(robots), 200)

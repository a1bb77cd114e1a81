"""GET /image/svg keeps what specs/httpbin.bts:509 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import svg


@obligation("svg.conforms", "specs/httpbin.bts:511")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(svg), 200)


@obligation("svg.again", "specs/httpbin.bts:511")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(svg), 200)
    expect(anonymous.call(svg), 200)

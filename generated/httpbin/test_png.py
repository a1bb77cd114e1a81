"""GET /image/png keeps what specs/httpbin.bts:494 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import png


@obligation("png.conforms", "specs/httpbin.bts:496")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(png), 200)


@obligation("png.again", "specs/httpbin.bts:496")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(png), 200)
    expect(anonymous.call(png), 200)

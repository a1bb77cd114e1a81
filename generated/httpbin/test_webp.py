"""GET /image/webp keeps what specs/httpbin.bts:504 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import webp


@obligation("webp.conforms", "specs/httpbin.bts:506")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(webp), 200)


@obligation("webp.again", "specs/httpbin.bts:506")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(webp), 200)
    expect(anonymous.call(webp), 200)

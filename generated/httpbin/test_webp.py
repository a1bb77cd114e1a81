"""GET /image/webp keeps what specs/httpbin.bts:507 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import webp


@obligation("webp.conforms", "specs/httpbin.bts:509")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(webp), 200)


@obligation("webp.again", "specs/httpbin.bts:509")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(webp), 200)
    expect(anonymous.call(webp), 200)

"""GET /image/jpeg keeps what specs/httpbin.bts:499 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import jpeg


@obligation("jpeg.conforms", "specs/httpbin.bts:501")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(jpeg), 200)


@obligation("jpeg.again", "specs/httpbin.bts:501")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(jpeg), 200)
    expect(anonymous.call(jpeg), 200)

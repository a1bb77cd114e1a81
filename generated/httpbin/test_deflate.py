"""GET /deflate keeps what specs/httpbin.bts:293 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Deflate200
from .endpoints import deflate


@obligation("deflate.conforms", "specs/httpbin.bts:295")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(deflate), 200, Deflate200)


@obligation("deflate.again", "specs/httpbin.bts:295")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(deflate), 200, Deflate200)
    expect(anonymous.call(deflate), 200, Deflate200)

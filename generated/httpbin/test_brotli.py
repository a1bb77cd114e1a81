"""GET /brotli keeps what specs/httpbin.bts:298 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Brotli200
from .endpoints import brotli


@obligation("brotli.conforms", "specs/httpbin.bts:300")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(brotli), 200, Brotli200)


@obligation("brotli.again", "specs/httpbin.bts:300")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(brotli), 200, Brotli200)
    expect(anonymous.call(brotli), 200, Brotli200)

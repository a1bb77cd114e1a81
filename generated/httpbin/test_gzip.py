"""GET /gzip keeps what specs/httpbin.bts:288 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Gzip200
from .endpoints import gzip


@obligation("gzip.conforms", "specs/httpbin.bts:290")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(gzip), 200, Gzip200)


@obligation("gzip.again", "specs/httpbin.bts:290")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(gzip), 200, Gzip200)
    expect(anonymous.call(gzip), 200, Gzip200)

"""GET /headers keeps what specs/httpbin.bts:87 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import ShowHeaders200
from .endpoints import show_headers


@obligation("show_headers.conforms", "specs/httpbin.bts:91")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_headers), 200, ShowHeaders200)

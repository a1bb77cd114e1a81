"""GET /json keeps what specs/httpbin.bts:435 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Slideshow
from .endpoints import slideshow


@obligation("slideshow.conforms", "specs/httpbin.bts:437")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(slideshow), 200, Slideshow)

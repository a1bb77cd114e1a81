"""GET /json keeps what specs/httpbin.bts:436 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Slideshow
from .endpoints import slideshow


@obligation("slideshow.conforms", "specs/httpbin.bts:438")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(slideshow), 200, Slideshow)


@obligation("slideshow.again", "specs/httpbin.bts:438")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(slideshow), 200, Slideshow)
    expect(anonymous.call(slideshow), 200, Slideshow)

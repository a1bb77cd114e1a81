"""GET /xml keeps what specs/httpbin.bts:449 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import slideshow_xml


@obligation("slideshow_xml.conforms", "specs/httpbin.bts:451")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(slideshow_xml), 200)

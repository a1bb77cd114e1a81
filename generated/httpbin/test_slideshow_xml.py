"""GET /xml keeps what specs/httpbin.bts:450 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import slideshow_xml


@obligation("slideshow_xml.conforms", "specs/httpbin.bts:452")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(slideshow_xml), 200)


@obligation("slideshow_xml.again", "specs/httpbin.bts:452")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(slideshow_xml), 200)
    expect(anonymous.call(slideshow_xml), 200)

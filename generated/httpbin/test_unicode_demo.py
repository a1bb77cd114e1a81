"""GET /encoding/utf8 keeps what specs/httpbin.bts:469 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import unicode_demo


@obligation("unicode_demo.conforms", "specs/httpbin.bts:471")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(unicode_demo), 200)

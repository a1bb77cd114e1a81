"""GET /encoding/utf8 keeps what specs/httpbin.bts:470 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import unicode_demo


@obligation("unicode_demo.conforms", "specs/httpbin.bts:472")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(unicode_demo), 200)


@obligation("unicode_demo.again", "specs/httpbin.bts:472")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(unicode_demo), 200)
    expect(anonymous.call(unicode_demo), 200)

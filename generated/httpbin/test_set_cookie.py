"""GET /cookies/set/{name}/{value} keeps what specs/httpbin.bts:250 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import set_cookie


@obligation("set_cookie.conforms", "specs/httpbin.bts:252")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(set_cookie, {"name": "flavour", "value": "mint"}), 302)

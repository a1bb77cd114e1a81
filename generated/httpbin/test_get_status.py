"""GET /status/{code} keeps what specs/httpbin.bts:305 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import get_status


@obligation("get_status.conforms", "specs/httpbin.bts:307")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(get_status, {"code": 200}), 200)


@obligation("get_status.again", "specs/httpbin.bts:307")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(get_status, {"code": 200}), 200)
    expect(anonymous.call(get_status, {"code": 200}), (200, 204, 301, 304))

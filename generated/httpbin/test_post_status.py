"""POST /status/{code} keeps what specs/httpbin.bts:323 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import post_status


@obligation("post_status.conforms", "specs/httpbin.bts:325")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(anonymous.call(post_status, {"code": 201}), 201)

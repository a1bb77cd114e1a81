"""GET /base64/{value} keeps what specs/httpbin.bts:407 says."""

from specc.runtime import Actor, expect, obligation

from .endpoints import decode_base64


@obligation("decode_base64.conforms", "specs/httpbin.bts:409")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(decode_base64, {"value": "SGVsbG8="}), 200)

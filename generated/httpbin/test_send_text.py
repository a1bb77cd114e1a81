"""POST /anything/text keeps what specs/httpbin.bts:155 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Anything
from .endpoints import send_text

BODY = "grüße, 世界\nzweite Zeile"


@obligation("send_text.conforms", "specs/httpbin.bts:158")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(send_text, body=BODY), 200, Anything)

"""PUT /anything/svg keeps what specs/httpbin.bts:167 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Anything
from .endpoints import send_svg

BODY = "<svg xmlns='http://www.w3.org/2000/svg'/>"


@obligation("send_svg.conforms", "specs/httpbin.bts:170")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(send_svg, body=BODY), 200, Anything)

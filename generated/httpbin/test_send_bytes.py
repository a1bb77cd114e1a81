"""PUT /anything/bytes keeps what specs/httpbin.bts:161 says."""

from specc.runtime import Actor, expect, file, obligation

from .contracts import Anything
from .endpoints import send_bytes
from .service import ROOT


@obligation("send_bytes.conforms", "specs/httpbin.bts:164")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            send_bytes, body=file("data/pixel.png", ROOT / "specs/httpbin.bts")
        ),
        200,
        Anything,
    )

"""POST /anything/upload keeps what specs/httpbin.bts:149 says."""

from specc.runtime import Actor, expect, file, obligation

from .contracts import Anything
from .endpoints import upload
from .service import ROOT


@obligation("upload.conforms", "specs/httpbin.bts:152")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            upload,
            body={
                "photo": file("data/pixel.png", ROOT / "specs/httpbin.bts"),
                "caption": "one pixel",
            },
        ),
        200,
        Anything,
    )

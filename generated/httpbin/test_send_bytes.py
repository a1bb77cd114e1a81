"""PUT /anything/bytes keeps what specs/httpbin.bts:164 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, file, obligation, survived

from .contracts import Anything
from .endpoints import send_bytes
from .service import ROOT


@obligation("send_bytes.conforms", "specs/httpbin.bts:167")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            send_bytes, body=file("data/pixel.png", ROOT / "specs/httpbin.bts")
        ),
        200,
        Anything,
    )


@obligation("send_bytes.survives", "specs/httpbin.bts:164")
@pytest.mark.parametrize(
    "change",
    [
        Put("", b"", id="body.empty"),
        Put("", b"a\x00b", id="body.nul"),
        Put("", b"\xff\xfe", id="body.not_utf8"),
        Put("", "a" * 100000, id="body.very_long"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            send_bytes, body=change(file("data/pixel.png", ROOT / "specs/httpbin.bts"))
        ),
        413,
    )


@obligation("send_bytes.again", "specs/httpbin.bts:167")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(
        anonymous.call(
            send_bytes, body=file("data/pixel.png", ROOT / "specs/httpbin.bts")
        ),
        200,
        Anything,
    )
    expect(
        anonymous.call(
            send_bytes, body=file("data/pixel.png", ROOT / "specs/httpbin.bts")
        ),
        200,
        Anything,
    )

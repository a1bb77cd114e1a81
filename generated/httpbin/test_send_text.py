"""POST /anything/text keeps what specs/httpbin.bts:158 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .contracts import Anything
from .endpoints import send_text

BODY = "grüße, 世界\nzweite Zeile"


@obligation("send_text.conforms", "specs/httpbin.bts:161")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(send_text, body=BODY), 200, Anything)


@obligation("send_text.survives", "specs/httpbin.bts:158")
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
    survived(anonymous.call(send_text, body=change(BODY)), 413)

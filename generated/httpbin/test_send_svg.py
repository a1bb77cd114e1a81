"""PUT /anything/svg keeps what specs/httpbin.bts:170 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .contracts import Anything
from .endpoints import send_svg

BODY = "<svg xmlns='http://www.w3.org/2000/svg'/>"


@obligation("send_svg.conforms", "specs/httpbin.bts:173")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(send_svg, body=BODY), 200, Anything)


@obligation("send_svg.survives", "specs/httpbin.bts:170")
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
    survived(anonymous.call(send_svg, body=change(BODY)), 413)


@obligation("send_svg.again", "specs/httpbin.bts:173")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(send_svg, body=BODY), 200, Anything)
    expect(anonymous.call(send_svg, body=BODY), 200, Anything)

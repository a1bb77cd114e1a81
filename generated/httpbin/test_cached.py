"""GET /cache keeps what specs/httpbin.bts:348 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .contracts import Echo
from .endpoints import cached


@obligation("cached.conforms", "specs/httpbin.bts:352")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(cached), 200, Echo)


@obligation("cached.survives", "specs/httpbin.bts:348")
@pytest.mark.parametrize(
    "change",
    [
        Put('["If-None-Match"]', "a" * 4000, id="header.If-None-Match.very_long"),
        Put('["If-None-Match"]', "'\"`;--%s\\", id="header.If-None-Match.quotes"),
        Put(
            '["If-Modified-Since"]', "a" * 4000, id="header.If-Modified-Since.very_long"
        ),
        Put(
            '["If-Modified-Since"]', "'\"`;--%s\\", id="header.If-Modified-Since.quotes"
        ),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(cached, change({})), 414, 431)


@obligation("cached.unchanged", "specs/httpbin.bts:353")
def test_unchanged(anonymous: Actor) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(anonymous.call(cached), 200, Echo)
    expect(anonymous.call(cached, {"If-None-Match": seen.header("ETag")}), 304)


@obligation("cached.again", "specs/httpbin.bts:352")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(cached), 200, Echo)
    expect(anonymous.call(cached), 200, Echo)

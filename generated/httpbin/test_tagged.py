"""GET /etag/{etag} keeps what specs/httpbin.bts:362 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .contracts import Echo
from .endpoints import tagged


@obligation("tagged.conforms", "specs/httpbin.bts:366")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(tagged, {"etag": "v7"}), 200, Echo)


@obligation("tagged.survives", "specs/httpbin.bts:362")
@pytest.mark.parametrize(
    "change",
    [
        Put('["If-None-Match"]', "a" * 4000, id="header.If-None-Match.very_long"),
        Put('["If-None-Match"]', "'\"`;--%s\\", id="header.If-None-Match.quotes"),
        Put('["If-Match"]', "a" * 4000, id="header.If-Match.very_long"),
        Put('["If-Match"]', "'\"`;--%s\\", id="header.If-Match.quotes"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(tagged, change({"etag": "v7"})), 414, 431, 404, 400)


@obligation("tagged.unchanged", "specs/httpbin.bts:367")
def test_unchanged(anonymous: Actor) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(anonymous.call(tagged, {"etag": "v7"}), 200, Echo)
    expect(
        anonymous.call(tagged, {"etag": "v7", "If-None-Match": seen.header("ETag")}),
        304,
    )


@obligation("tagged.again", "specs/httpbin.bts:366")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(tagged, {"etag": "v7"}), 200, Echo)
    expect(anonymous.call(tagged, {"etag": "v7"}), 200, Echo)

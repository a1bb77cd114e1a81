"""GET /etag/{etag} keeps what specs/httpbin.bts:346 says."""

from specc.runtime import Actor, expect, obligation

from .contracts import Echo
from .endpoints import tagged


@obligation("tagged.conforms", "specs/httpbin.bts:350")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(tagged, {"etag": "v7"}), 200, Echo)


@obligation("tagged.unchanged", "specs/httpbin.bts:351")
def test_unchanged(anonymous: Actor) -> None:
    """What the caller has already, as If-None-Match says, is answered 304."""
    seen = expect(anonymous.call(tagged, {"etag": "v7"}), 200, Echo)
    expect(
        anonymous.call(tagged, {"etag": "v7", "If-None-Match": seen.header("ETag")}),
        304,
    )

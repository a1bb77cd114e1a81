"""POST /redirect-to keeps what specs/httpbin.bts:232 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .endpoints import redirect_post

BODY = {"message": "again"}


@obligation("redirect_post.conforms", "specs/httpbin.bts:237")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(redirect_post, {"url": "/post"}, body=BODY), 302)


@obligation("redirect_post.accepts", "specs/httpbin.bts:237")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("message", "a"), id="message.minimum_length"),
        pytest.param(Put("message", "a" * 100), id="message.maximum_length"),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(redirect_post, {"url": "/post"}, body=change(BODY)),
        (302, 303, 307),
    )


@obligation("redirect_post.accepts", "specs/httpbin.bts:237")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("status_code", 303), id="query.status_code.value_303"),
        pytest.param(Put("status_code", 307), id="query.status_code.value_307"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(redirect_post, change({"url": "/post"}), body=BODY),
        (302, 303, 307),
    )

"""GET /redirect-to keeps what specs/httpbin.bts:231 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .endpoints import redirect_to


@obligation("redirect_to.conforms", "specs/httpbin.bts:235")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(redirect_to, {"url": "/ip"}), 302)


@obligation("redirect_to.accepts", "specs/httpbin.bts:235")
@pytest.mark.parametrize(
    "change",
    [
        Put("url", "/a", id="query.url.shortest"),
        Put("url", "/aaaaaaaaaaaaaaaaaaaa", id="query.url.longest"),
        Put("status_code", 301, id="query.status_code.value_301"),
        Put("status_code", 302, id="query.status_code.value_302"),
        Put("status_code", 303, id="query.status_code.value_303"),
        Put("status_code", 307, id="query.status_code.value_307"),
        Put("status_code", 308, id="query.status_code.value_308"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(redirect_to, change({"url": "/ip"})), (302, 301, 303, 307, 308)
    )


@obligation("redirect_to.again", "specs/httpbin.bts:235")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(redirect_to, {"url": "/ip"}), 302)
    expect(anonymous.call(redirect_to, {"url": "/ip"}), (302, 301, 303, 307, 308))

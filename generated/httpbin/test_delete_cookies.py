"""GET /cookies/delete keeps what specs/httpbin.bts:262 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .endpoints import delete_cookies


@obligation("delete_cookies.conforms", "specs/httpbin.bts:265")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(delete_cookies), 302)


@obligation("delete_cookies.accepts", "specs/httpbin.bts:265")
@pytest.mark.parametrize(
    "change", [pytest.param(Put("flavour", ""), id="query.flavour.minimum_length")]
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(delete_cookies, change({})), 302)

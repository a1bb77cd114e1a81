"""GET /redirect/{n} keeps what specs/httpbin.bts:202 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .endpoints import redirect


@obligation("redirect.conforms", "specs/httpbin.bts:205")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(redirect, {"n": 3}), 302)


@obligation("redirect.accepts", "specs/httpbin.bts:205")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("absolute", True), id="query.absolute.true"),
        pytest.param(Put("absolute", False), id="query.absolute.false"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(redirect, change({"n": 3})), 302)

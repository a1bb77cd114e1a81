"""GET /response-headers keeps what specs/httpbin.bts:318 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .contracts import Values
from .endpoints import response_headers


@obligation("response_headers.conforms", "specs/httpbin.bts:322")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(response_headers), 200, Values)


@obligation("response_headers.accepts", "specs/httpbin.bts:322")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put('["X-Flavour"]', "mint"), id="query.X-Flavour.value_mint"),
        pytest.param(Put('["X-Flavour"]', "lemon"), id="query.X-Flavour.value_lemon"),
        pytest.param(Put('["X-Count"]', 0), id="query.X-Count.minimum"),
        pytest.param(Put('["X-Count"]', 9), id="query.X-Count.maximum"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(response_headers, change({})), 200, Values)

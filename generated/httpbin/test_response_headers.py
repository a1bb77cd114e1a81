"""GET /response-headers keeps what specs/httpbin.bts:334 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .contracts import Values
from .endpoints import response_headers


@obligation("response_headers.conforms", "specs/httpbin.bts:338")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(response_headers), 200, Values)


@obligation("response_headers.accepts", "specs/httpbin.bts:338")
@pytest.mark.parametrize(
    "change",
    [
        Put('["X-Flavour"]', "mint", id="query.X-Flavour.value_mint"),
        Put('["X-Flavour"]', "lemon", id="query.X-Flavour.value_lemon"),
        Put('["X-Count"]', 0, id="query.X-Count.minimum"),
        Put('["X-Count"]', 9, id="query.X-Count.maximum"),
        Put('["X-Count"]', 1, id="query.X-Count.near_minimum"),
        Put('["X-Count"]', 8, id="query.X-Count.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(response_headers, change({})), 200, Values)


@obligation("response_headers.survives", "specs/httpbin.bts:334")
@pytest.mark.parametrize(
    "change",
    [
        Put('["X-Flavour"]', "no_such_value", id="query.X-Flavour.not_in_enum"),
        Put('["X-Flavour"]', "MINT", id="query.X-Flavour.other_case"),
        Put('["X-Count"]', Raw("text"), id="query.X-Count.wrong_type"),
        Put('["X-Count"]', Raw("NaN"), id="query.X-Count.not_a_number"),
        Put('["X-Count"]', Raw("Infinity"), id="query.X-Count.infinite"),
        Put('["X-Count"]', Decimal("0.5"), id="query.X-Count.fraction"),
        Put('["X-Count"]', -1, id="query.X-Count.below_minimum"),
        Put('["X-Count"]', 10, id="query.X-Count.above_maximum"),
        Put('["X-Count"]', 9223372036854775808, id="query.X-Count.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(response_headers, change({})))


@obligation("response_headers.again", "specs/httpbin.bts:338")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(response_headers), 200, Values)
    expect(anonymous.call(response_headers), 200, Values)

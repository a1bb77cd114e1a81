"""GET /drip keeps what specs/httpbin.bts:411 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .endpoints import drip


@obligation("drip.conforms", "specs/httpbin.bts:416")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(drip, {"numbytes": 10, "duration": Decimal("0.2")}), 200)


@obligation("drip.accepts", "specs/httpbin.bts:416")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("numbytes", 1), id="query.numbytes.minimum"),
        pytest.param(Put("numbytes", 1000), id="query.numbytes.maximum"),
        pytest.param(Put("numbytes", 2), id="query.numbytes.near_minimum"),
        pytest.param(Put("numbytes", 999), id="query.numbytes.near_maximum"),
        pytest.param(Put("duration", 0), id="query.duration.minimum"),
        pytest.param(Put("duration", Decimal("0.5")), id="query.duration.maximum"),
        pytest.param(
            Put("duration", Decimal("0.01")), id="query.duration.near_minimum"
        ),
        pytest.param(
            Put("duration", Decimal("0.49")), id="query.duration.near_maximum"
        ),
        pytest.param(Put("delay", 0), id="query.delay.minimum"),
        pytest.param(Put("delay", Decimal("0.2")), id="query.delay.maximum"),
        pytest.param(Put("delay", Decimal("0.01")), id="query.delay.near_minimum"),
        pytest.param(Put("delay", Decimal("0.19")), id="query.delay.near_maximum"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(drip, change({"numbytes": 10, "duration": Decimal("0.2")})), 200
    )


@obligation("drip.again", "specs/httpbin.bts:416")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(drip, {"numbytes": 10, "duration": Decimal("0.2")}), 200)
    expect(anonymous.call(drip, {"numbytes": 10, "duration": Decimal("0.2")}), 200)

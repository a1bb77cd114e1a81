"""GET /drip keeps what specs/httpbin.bts:409 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

from .endpoints import drip


@obligation("drip.conforms", "specs/httpbin.bts:414")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(drip, {"numbytes": 10, "duration": Decimal("0.2")}), 200)


@obligation("drip.accepts", "specs/httpbin.bts:414")
@pytest.mark.parametrize(
    "change",
    [
        Put("numbytes", 1, id="query.numbytes.minimum"),
        Put("numbytes", 1000, id="query.numbytes.maximum"),
        Put("numbytes", 2, id="query.numbytes.near_minimum"),
        Put("numbytes", 999, id="query.numbytes.near_maximum"),
        Put("duration", 0, id="query.duration.minimum"),
        Put("duration", Decimal("0.5"), id="query.duration.maximum"),
        Put("duration", Decimal("0.01"), id="query.duration.near_minimum"),
        Put("duration", Decimal("0.49"), id="query.duration.near_maximum"),
        Put("delay", 0, id="query.delay.minimum"),
        Put("delay", Decimal("0.2"), id="query.delay.maximum"),
        Put("delay", Decimal("0.01"), id="query.delay.near_minimum"),
        Put("delay", Decimal("0.19"), id="query.delay.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(drip, change({"numbytes": 10, "duration": Decimal("0.2")})), 200
    )


@obligation("drip.again", "specs/httpbin.bts:414")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(drip, {"numbytes": 10, "duration": Decimal("0.2")}), 200)
    expect(anonymous.call(drip, {"numbytes": 10, "duration": Decimal("0.2")}), 200)

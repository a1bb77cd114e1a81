"""GET /range/{n} keeps what specs/httpbin.bts:355 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation

from .endpoints import byte_range


@obligation("byte_range.conforms", "specs/httpbin.bts:358")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(byte_range, {"n": 26}), 200)


@obligation("byte_range.rejects", "specs/httpbin.bts:360")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("n", Raw("text")), id="path.n.wrong_type"),
        pytest.param(Put("n", Decimal("1.5")), id="path.n.fraction"),
        pytest.param(Put("n", 0), id="path.n.below_minimum"),
        pytest.param(Put("n", 102401), id="path.n.above_maximum"),
    ],
)
def test_rejects_n(anonymous: Actor, change: Change) -> None:
    """An invalid n is answered 404."""
    expect(anonymous.call(byte_range, change({"n": 26})), 404)

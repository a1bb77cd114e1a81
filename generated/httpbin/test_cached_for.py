"""GET /cache/{seconds} keeps what specs/httpbin.bts:340 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation

from .contracts import Echo
from .endpoints import cached_for


@obligation("cached_for.conforms", "specs/httpbin.bts:342")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(cached_for, {"seconds": 90}), 200, Echo)


@obligation("cached_for.rejects", "specs/httpbin.bts:343")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("seconds", Raw("text")), id="path.seconds.wrong_type"),
        pytest.param(Put("seconds", Decimal("0.5")), id="path.seconds.fraction"),
        pytest.param(Put("seconds", -1), id="path.seconds.below_minimum"),
    ],
)
def test_rejects_seconds(anonymous: Actor, change: Change) -> None:
    """An invalid seconds is answered 404."""
    expect(anonymous.call(cached_for, change({"seconds": 90})), 404)

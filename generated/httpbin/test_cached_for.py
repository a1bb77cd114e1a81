"""GET /cache/{seconds} keeps what specs/httpbin.bts:356 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .contracts import Echo
from .endpoints import cached_for


@obligation("cached_for.conforms", "specs/httpbin.bts:358")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(cached_for, {"seconds": 90}), 200, Echo)


@obligation("cached_for.accepts", "specs/httpbin.bts:358")
@pytest.mark.parametrize(
    "change",
    [
        Put("seconds", 0, id="path.seconds.minimum"),
        Put("seconds", 1, id="path.seconds.near_minimum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(cached_for, change({"seconds": 90})), 200, Echo)


@obligation("cached_for.rejects", "specs/httpbin.bts:359")
@pytest.mark.parametrize(
    "change",
    [
        Put("seconds", Raw("text"), id="path.seconds.wrong_type"),
        Put("seconds", Raw("NaN"), id="path.seconds.not_a_number"),
        Put("seconds", Raw("Infinity"), id="path.seconds.infinite"),
        Put("seconds", Decimal("0.5"), id="path.seconds.fraction"),
        Put("seconds", -1, id="path.seconds.below_minimum"),
    ],
    ids=str,
)
def test_rejects_seconds(anonymous: Actor, change: Change) -> None:
    """An invalid seconds is answered 404."""
    expect(anonymous.call(cached_for, change({"seconds": 90})), 404)


@obligation("cached_for.survives", "specs/httpbin.bts:356")
@pytest.mark.parametrize(
    "change",
    [
        Put("seconds", 9007199254740993, id="path.seconds.beyond_doubles"),
        Put("seconds", 9223372036854775808, id="path.seconds.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(cached_for, change({"seconds": 90})))


@obligation("cached_for.again", "specs/httpbin.bts:358")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(cached_for, {"seconds": 90}), 200, Echo)
    expect(anonymous.call(cached_for, {"seconds": 90}), 200, Echo)

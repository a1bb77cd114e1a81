"""GET /range/{n} keeps what specs/httpbin.bts:372 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .endpoints import byte_range


@obligation("byte_range.conforms", "specs/httpbin.bts:375")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(byte_range, {"n": 26}), 200)


@obligation("byte_range.accepts", "specs/httpbin.bts:375")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 1, id="path.n.minimum"),
        Put("n", 102400, id="path.n.maximum"),
        Put("n", 2, id="path.n.near_minimum"),
        Put("n", 102399, id="path.n.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(byte_range, change({"n": 26})), (200, 206))


@obligation("byte_range.rejects", "specs/httpbin.bts:377")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", Raw("text"), id="path.n.wrong_type"),
        Put("n", Raw("NaN"), id="path.n.not_a_number"),
        Put("n", Raw("Infinity"), id="path.n.infinite"),
        Put("n", Decimal("1.5"), id="path.n.fraction"),
        Put("n", 0, id="path.n.below_minimum"),
        Put("n", 102401, id="path.n.above_maximum"),
        Put("n", 9223372036854775808, id="path.n.beyond_64_bits"),
    ],
    ids=str,
)
def test_rejects_n(anonymous: Actor, change: Change) -> None:
    """An invalid n is answered 404."""
    expect(anonymous.call(byte_range, change({"n": 26})), 404)


@obligation("byte_range.survives", "specs/httpbin.bts:372")
@pytest.mark.parametrize(
    "change",
    [
        Put("Range", "bytes=", id="header.Range.pattern_too_short"),
        Put("Range", "BYTES=-", id="header.Range.pattern_other_case"),
        Put("Range", "!bytes=-", id="header.Range.pattern_prefix"),
        Put("Range", "bytes=-!", id="header.Range.pattern_suffix"),
        Put("Range", "bytes=-", id="header.Range.shortest"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(byte_range, change({"n": 26})))


@obligation("byte_range.again", "specs/httpbin.bts:375")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(byte_range, {"n": 26}), 200)
    expect(anonymous.call(byte_range, {"n": 26}), (200, 206))

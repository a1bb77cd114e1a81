"""GET /bytes/{n} keeps what specs/httpbin.bts:383 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .endpoints import random_bytes


@obligation("random_bytes.conforms", "specs/httpbin.bts:386")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(random_bytes, {"n": 64}), 200)


@obligation("random_bytes.accepts", "specs/httpbin.bts:386")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 0, id="path.n.minimum"),
        Put("n", 1, id="path.n.near_minimum"),
        Put("seed", 0, id="query.seed.minimum"),
        Put("seed", 1000000, id="query.seed.maximum"),
        Put("seed", 1, id="query.seed.near_minimum"),
        Put("seed", 999999, id="query.seed.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(random_bytes, change({"n": 64})), 200)


@obligation("random_bytes.rejects", "specs/httpbin.bts:387")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", Raw("text"), id="path.n.wrong_type"),
        Put("n", Raw("NaN"), id="path.n.not_a_number"),
        Put("n", Raw("Infinity"), id="path.n.infinite"),
        Put("n", Decimal("0.5"), id="path.n.fraction"),
        Put("n", -1, id="path.n.below_minimum"),
    ],
    ids=str,
)
def test_rejects_n(anonymous: Actor, change: Change) -> None:
    """An invalid n is answered 404."""
    expect(anonymous.call(random_bytes, change({"n": 64})), 404)


@obligation("random_bytes.survives", "specs/httpbin.bts:383")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 9007199254740993, id="path.n.beyond_doubles"),
        Put("n", 9223372036854775808, id="path.n.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(random_bytes, change({"n": 64})))


@obligation("random_bytes.again", "specs/httpbin.bts:386")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(random_bytes, {"n": 64}), 200)
    expect(anonymous.call(random_bytes, {"n": 64}), 200)

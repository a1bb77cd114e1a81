"""GET /stream-bytes/{n} keeps what specs/httpbin.bts:392 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .endpoints import stream_bytes


@obligation("stream_bytes.conforms", "specs/httpbin.bts:396")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(stream_bytes, {"n": 1000}), 200)


@obligation("stream_bytes.accepts", "specs/httpbin.bts:396")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 0, id="path.n.minimum"),
        Put("n", 1, id="path.n.near_minimum"),
        Put("seed", 0, id="query.seed.minimum"),
        Put("seed", 1000000, id="query.seed.maximum"),
        Put("seed", 1, id="query.seed.near_minimum"),
        Put("seed", 999999, id="query.seed.near_maximum"),
        Put("chunk_size", 1, id="query.chunk_size.minimum"),
        Put("chunk_size", 1000, id="query.chunk_size.maximum"),
        Put("chunk_size", 2, id="query.chunk_size.near_minimum"),
        Put("chunk_size", 999, id="query.chunk_size.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(stream_bytes, change({"n": 1000})), 200)


@obligation("stream_bytes.rejects", "specs/httpbin.bts:397")
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
    expect(anonymous.call(stream_bytes, change({"n": 1000})), 404)


@obligation("stream_bytes.survives", "specs/httpbin.bts:392")
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
    survived(anonymous.call(stream_bytes, change({"n": 1000})))


@obligation("stream_bytes.again", "specs/httpbin.bts:396")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(stream_bytes, {"n": 1000}), 200)
    expect(anonymous.call(stream_bytes, {"n": 1000}), 200)

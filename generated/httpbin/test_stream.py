"""GET /stream/{n} keeps what specs/httpbin.bts:403 says.

So many JSON documents, one a line.
"""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .endpoints import stream


@obligation("stream.conforms", "specs/httpbin.bts:405")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(stream, {"n": 3}), 200)


@obligation("stream.accepts", "specs/httpbin.bts:405")
@pytest.mark.parametrize(
    "change",
    [Put("n", 0, id="path.n.minimum"), Put("n", 1, id="path.n.near_minimum")],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(stream, change({"n": 3})), 200)


@obligation("stream.rejects", "specs/httpbin.bts:406")
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
    expect(anonymous.call(stream, change({"n": 3})), 404)


@obligation("stream.survives", "specs/httpbin.bts:403")
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
    survived(anonymous.call(stream, change({"n": 3})))


@obligation("stream.again", "specs/httpbin.bts:405")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(stream, {"n": 3}), 200)
    expect(anonymous.call(stream, {"n": 3}), 200)

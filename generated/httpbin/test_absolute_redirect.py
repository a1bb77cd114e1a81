"""GET /absolute-redirect/{n} keeps what specs/httpbin.bts:223 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .endpoints import absolute_redirect


@obligation("absolute_redirect.conforms", "specs/httpbin.bts:225")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(absolute_redirect, {"n": 4}), 302)


@obligation("absolute_redirect.accepts", "specs/httpbin.bts:225")
@pytest.mark.parametrize(
    "change",
    [Put("n", 1, id="path.n.minimum"), Put("n", 2, id="path.n.near_minimum")],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(absolute_redirect, change({"n": 4})), 302)


@obligation("absolute_redirect.rejects", "specs/httpbin.bts:226")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", Raw("text"), id="path.n.wrong_type"),
        Put("n", Raw("NaN"), id="path.n.not_a_number"),
        Put("n", Raw("Infinity"), id="path.n.infinite"),
        Put("n", Decimal("1.5"), id="path.n.fraction"),
    ],
    ids=str,
)
def test_rejects_n(anonymous: Actor, change: Change) -> None:
    """An invalid n is answered 404."""
    expect(anonymous.call(absolute_redirect, change({"n": 4})), 404)


@obligation("absolute_redirect.survives", "specs/httpbin.bts:223")
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
    survived(anonymous.call(absolute_redirect, change({"n": 4})))


@obligation("absolute_redirect.again", "specs/httpbin.bts:225")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(absolute_redirect, {"n": 4}), 302)
    expect(anonymous.call(absolute_redirect, {"n": 4}), 302)

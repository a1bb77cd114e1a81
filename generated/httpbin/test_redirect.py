"""GET /redirect/{n} keeps what specs/httpbin.bts:206 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .endpoints import redirect


@obligation("redirect.conforms", "specs/httpbin.bts:209")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(redirect, {"n": 3}), 302)


@obligation("redirect.accepts", "specs/httpbin.bts:209")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 1, id="path.n.minimum"),
        Put("n", 2, id="path.n.near_minimum"),
        Put("absolute", True, id="query.absolute.true"),
        Put("absolute", False, id="query.absolute.false"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(redirect, change({"n": 3})), 302)


@obligation("redirect.rejects", "specs/httpbin.bts:210")
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
    expect(anonymous.call(redirect, change({"n": 3})), 404)


@obligation("redirect.survives", "specs/httpbin.bts:206")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 9007199254740993, id="path.n.beyond_doubles"),
        Put("n", 9223372036854775808, id="path.n.beyond_64_bits"),
        Put("absolute", Raw("maybe"), id="query.absolute.wrong_type"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(redirect, change({"n": 3})))


@obligation("redirect.again", "specs/httpbin.bts:209")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(redirect, {"n": 3}), 302)
    expect(anonymous.call(redirect, {"n": 3}), 302)

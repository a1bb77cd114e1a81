"""GET /links/{n}/{offset} keeps what specs/httpbin.bts:480 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .endpoints import link_page


@obligation("link_page.conforms", "specs/httpbin.bts:482")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(link_page, {"n": 3, "offset": 1}), 200)


@obligation("link_page.accepts", "specs/httpbin.bts:482")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 0, id="path.n.minimum"),
        Put("n", 1, id="path.n.near_minimum"),
        Put("offset", 0, id="path.offset.minimum"),
        Put("offset", 1, id="path.offset.near_minimum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(link_page, change({"n": 3, "offset": 1})), 200)


@obligation("link_page.rejects", "specs/httpbin.bts:483")
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
    expect(anonymous.call(link_page, change({"n": 3, "offset": 1})), 404)


@obligation("link_page.rejects", "specs/httpbin.bts:483")
@pytest.mark.parametrize(
    "change",
    [
        Put("offset", Raw("text"), id="path.offset.wrong_type"),
        Put("offset", Raw("NaN"), id="path.offset.not_a_number"),
        Put("offset", Raw("Infinity"), id="path.offset.infinite"),
        Put("offset", Decimal("0.5"), id="path.offset.fraction"),
        Put("offset", -1, id="path.offset.below_minimum"),
    ],
    ids=str,
)
def test_rejects_offset(anonymous: Actor, change: Change) -> None:
    """An invalid offset is answered 404."""
    expect(anonymous.call(link_page, change({"n": 3, "offset": 1})), 404)


@obligation("link_page.survives", "specs/httpbin.bts:480")
@pytest.mark.parametrize(
    "change",
    [
        Put("n", 9007199254740993, id="path.n.beyond_doubles"),
        Put("n", 9223372036854775808, id="path.n.beyond_64_bits"),
        Put("offset", 9007199254740993, id="path.offset.beyond_doubles"),
        Put("offset", 9223372036854775808, id="path.offset.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(link_page, change({"n": 3, "offset": 1})))


@obligation("link_page.again", "specs/httpbin.bts:482")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(link_page, {"n": 3, "offset": 1}), 200)
    expect(anonymous.call(link_page, {"n": 3, "offset": 1}), 200)

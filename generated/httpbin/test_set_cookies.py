"""GET /cookies/set keeps what specs/httpbin.bts:267 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .endpoints import set_cookies


@obligation("set_cookies.conforms", "specs/httpbin.bts:271")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(set_cookies), 302)


@obligation("set_cookies.accepts", "specs/httpbin.bts:271")
@pytest.mark.parametrize(
    "change",
    [
        Put("flavour", "a", id="query.flavour.shortest"),
        Put("flavour", "aaaaaaaaaaaaaaaaaaaa", id="query.flavour.longest"),
        Put("topping", "a", id="query.topping.shortest"),
        Put("topping", "aaaaaaaaaaaaaaaaaaaa", id="query.topping.longest"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(set_cookies, change({})), 302)


@obligation("set_cookies.survives", "specs/httpbin.bts:267")
@pytest.mark.parametrize(
    "change",
    [
        Put("flavour", "no match ☃!", id="query.flavour.pattern_mismatch"),
        Put("flavour", "", id="query.flavour.pattern_too_short"),
        Put("flavour", "aaaaaaaaaaaaaaaaaaaaa", id="query.flavour.pattern_too_long"),
        Put("flavour", "A", id="query.flavour.pattern_other_case"),
        Put("flavour", "!a", id="query.flavour.pattern_prefix"),
        Put("flavour", "a!", id="query.flavour.pattern_suffix"),
        Put("flavour", "a\n", id="query.flavour.pattern_newline"),
        Put("topping", "no match ☃!", id="query.topping.pattern_mismatch"),
        Put("topping", "", id="query.topping.pattern_too_short"),
        Put("topping", "aaaaaaaaaaaaaaaaaaaaa", id="query.topping.pattern_too_long"),
        Put("topping", "A", id="query.topping.pattern_other_case"),
        Put("topping", "!a", id="query.topping.pattern_prefix"),
        Put("topping", "a!", id="query.topping.pattern_suffix"),
        Put("topping", "a\n", id="query.topping.pattern_newline"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(set_cookies, change({})))


@obligation("set_cookies.again", "specs/httpbin.bts:271")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(set_cookies), 302)
    expect(anonymous.call(set_cookies), 302)

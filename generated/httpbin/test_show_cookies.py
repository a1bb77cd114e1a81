"""GET /cookies keeps what specs/httpbin.bts:105 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .contracts import ShowCookies200
from .endpoints import show_cookies


@obligation("show_cookies.conforms", "specs/httpbin.bts:109")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_cookies), 200, ShowCookies200)


@obligation("show_cookies.accepts", "specs/httpbin.bts:109")
@pytest.mark.parametrize(
    "change",
    [
        Put("flavour", "a", id="cookie.flavour.shortest"),
        Put("flavour", "aaaaaaaaaaaaaaaaaaaa", id="cookie.flavour.longest"),
        Put("topping", "a", id="cookie.topping.shortest"),
        Put("topping", "aaaaaaaaaaaaaaaaaaaa", id="cookie.topping.longest"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(show_cookies, change({})), 200, ShowCookies200)


@obligation("show_cookies.survives", "specs/httpbin.bts:105")
@pytest.mark.parametrize(
    "change",
    [
        Put("flavour", "aaaaaaaaaaaaaaaaaaaaa", id="cookie.flavour.pattern_too_long"),
        Put("flavour", "A", id="cookie.flavour.pattern_other_case"),
        Put("flavour", "!a", id="cookie.flavour.pattern_prefix"),
        Put("flavour", "a!", id="cookie.flavour.pattern_suffix"),
        Put("topping", "aaaaaaaaaaaaaaaaaaaaa", id="cookie.topping.pattern_too_long"),
        Put("topping", "A", id="cookie.topping.pattern_other_case"),
        Put("topping", "!a", id="cookie.topping.pattern_prefix"),
        Put("topping", "a!", id="cookie.topping.pattern_suffix"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(show_cookies, change({})))


@obligation("show_cookies.again", "specs/httpbin.bts:109")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(show_cookies), 200, ShowCookies200)
    expect(anonymous.call(show_cookies), 200, ShowCookies200)

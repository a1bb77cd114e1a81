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
        pytest.param(Put("flavour", "a"), id="query.flavour.shortest"),
        pytest.param(
            Put("flavour", "aaaaaaaaaaaaaaaaaaaa"), id="query.flavour.longest"
        ),
        pytest.param(Put("topping", "a"), id="query.topping.shortest"),
        pytest.param(
            Put("topping", "aaaaaaaaaaaaaaaaaaaa"), id="query.topping.longest"
        ),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(set_cookies, change({})), 302)


@obligation("set_cookies.survives", "specs/httpbin.bts:267")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            Put("flavour", "no match ☃!"), id="query.flavour.pattern_mismatch"
        ),
        pytest.param(Put("flavour", ""), id="query.flavour.pattern_too_short"),
        pytest.param(
            Put("flavour", "aaaaaaaaaaaaaaaaaaaaa"), id="query.flavour.pattern_too_long"
        ),
        pytest.param(Put("flavour", "A"), id="query.flavour.pattern_other_case"),
        pytest.param(Put("flavour", "!a"), id="query.flavour.pattern_prefix"),
        pytest.param(Put("flavour", "a!"), id="query.flavour.pattern_suffix"),
        pytest.param(Put("flavour", "a\n"), id="query.flavour.pattern_newline"),
        pytest.param(
            Put("topping", "no match ☃!"), id="query.topping.pattern_mismatch"
        ),
        pytest.param(Put("topping", ""), id="query.topping.pattern_too_short"),
        pytest.param(
            Put("topping", "aaaaaaaaaaaaaaaaaaaaa"), id="query.topping.pattern_too_long"
        ),
        pytest.param(Put("topping", "A"), id="query.topping.pattern_other_case"),
        pytest.param(Put("topping", "!a"), id="query.topping.pattern_prefix"),
        pytest.param(Put("topping", "a!"), id="query.topping.pattern_suffix"),
        pytest.param(Put("topping", "a\n"), id="query.topping.pattern_newline"),
    ],
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(set_cookies, change({})))


@obligation("set_cookies.again", "specs/httpbin.bts:271")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(set_cookies), 302)
    expect(anonymous.call(set_cookies), 302)

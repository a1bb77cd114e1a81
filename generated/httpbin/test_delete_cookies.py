"""GET /cookies/delete keeps what specs/httpbin.bts:274 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .endpoints import delete_cookies


@obligation("delete_cookies.conforms", "specs/httpbin.bts:277")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(delete_cookies), 302)


@obligation("delete_cookies.accepts", "specs/httpbin.bts:277")
@pytest.mark.parametrize(
    "change", [Put("flavour", "", id="query.flavour.minimum_length")], ids=str
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(delete_cookies, change({})), 302)


@obligation("delete_cookies.survives", "specs/httpbin.bts:274")
@pytest.mark.parametrize(
    "change",
    [
        Put("flavour", "'\"`;--%s\\", id="query.flavour.quotes"),
        Put("flavour", "a\x00b", id="query.flavour.nul"),
        Put("flavour", "\u202ea\u202c\ufeff", id="query.flavour.bidi_override"),
        Put("flavour", "e" + "\u0301" * 60, id="query.flavour.stacked_marks"),
        Put("flavour", "\ud800", id="query.flavour.not_utf8"),
        Put("flavour", "a", id="query.flavour.too_long"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(delete_cookies, change({})))


@obligation("delete_cookies.again", "specs/httpbin.bts:277")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(delete_cookies), 302)
    expect(anonymous.call(delete_cookies), 302)

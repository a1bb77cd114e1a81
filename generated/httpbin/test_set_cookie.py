"""GET /cookies/set/{name}/{value} keeps what specs/httpbin.bts:262 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .endpoints import set_cookie


@obligation("set_cookie.conforms", "specs/httpbin.bts:264")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(set_cookie, {"name": "flavour", "value": "mint"}), 302)


@obligation("set_cookie.survives", "specs/httpbin.bts:262")
@pytest.mark.parametrize(
    "change",
    [
        Put("name", "a" * 4000, id="path.name.very_long"),
        Put("name", "'\"`;--%s\\", id="path.name.quotes"),
        Put("name", "a\x00b", id="path.name.nul"),
        Put("name", "\u202ea\u202c\ufeff", id="path.name.bidi_override"),
        Put("name", "e" + "\u0301" * 60, id="path.name.stacked_marks"),
        Put("name", "\ud800", id="path.name.not_utf8"),
        Put("value", "a" * 4000, id="path.value.very_long"),
        Put("value", "'\"`;--%s\\", id="path.value.quotes"),
        Put("value", "a\x00b", id="path.value.nul"),
        Put("value", "\u202ea\u202c\ufeff", id="path.value.bidi_override"),
        Put("value", "e" + "\u0301" * 60, id="path.value.stacked_marks"),
        Put("value", "\ud800", id="path.value.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(set_cookie, change({"name": "flavour", "value": "mint"})),
        414,
        431,
        404,
        400,
    )


@obligation("set_cookie.again", "specs/httpbin.bts:264")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(set_cookie, {"name": "flavour", "value": "mint"}), 302)
    expect(anonymous.call(set_cookie, {"name": "flavour", "value": "mint"}), 302)

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
        pytest.param(Put("name", "a" * 4000), id="path.name.very_long"),
        pytest.param(Put("name", "'\"`;--%s\\"), id="path.name.quotes"),
        pytest.param(Put("name", "a\x00b"), id="path.name.nul"),
        pytest.param(Put("name", "\u202ea\u202c\ufeff"), id="path.name.bidi_override"),
        pytest.param(Put("name", "e" + "\u0301" * 60), id="path.name.stacked_marks"),
        pytest.param(Put("name", "\ud800"), id="path.name.not_utf8"),
        pytest.param(Put("value", "a" * 4000), id="path.value.very_long"),
        pytest.param(Put("value", "'\"`;--%s\\"), id="path.value.quotes"),
        pytest.param(Put("value", "a\x00b"), id="path.value.nul"),
        pytest.param(
            Put("value", "\u202ea\u202c\ufeff"), id="path.value.bidi_override"
        ),
        pytest.param(Put("value", "e" + "\u0301" * 60), id="path.value.stacked_marks"),
        pytest.param(Put("value", "\ud800"), id="path.value.not_utf8"),
    ],
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

"""GET /get keeps what specs/httpbin.bts:71 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .contracts import Echo
from .endpoints import show_get


@obligation("show_get.conforms", "specs/httpbin.bts:77")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_get), 200, Echo)


@obligation("show_get.accepts", "specs/httpbin.bts:77")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("topic", ""), id="query.topic.empty"),
        pytest.param(
            Put("topic", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            id="query.topic.maximum_length",
        ),
        pytest.param(
            Put("topic", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            id="query.topic.near_maximum_length",
        ),
        pytest.param(Put("page", 1), id="query.page.minimum"),
        pytest.param(Put("page", 2), id="query.page.near_minimum"),
        pytest.param(Put("exact", True), id="query.exact.true"),
        pytest.param(Put("exact", False), id="query.exact.false"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(show_get, change({})), 200, Echo)


@obligation("show_get.survives", "specs/httpbin.bts:71")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("topic", "'\"`;--%s\\"), id="query.topic.quotes"),
        pytest.param(Put("topic", "a\x00b"), id="query.topic.nul"),
        pytest.param(
            Put("topic", "\u202ea\u202c\ufeff"), id="query.topic.bidi_override"
        ),
        pytest.param(Put("topic", "e" + "\u0301" * 60), id="query.topic.stacked_marks"),
        pytest.param(Put("topic", "\ud800"), id="query.topic.not_utf8"),
        pytest.param(Put("topic", "a" * 41), id="query.topic.too_long"),
        pytest.param(Put("page", 9007199254740993), id="query.page.beyond_doubles"),
        pytest.param(Put("page", 9223372036854775808), id="query.page.beyond_64_bits"),
        pytest.param(Put("page", Raw("text")), id="query.page.wrong_type"),
        pytest.param(Put("page", Raw("NaN")), id="query.page.not_a_number"),
        pytest.param(Put("page", Raw("Infinity")), id="query.page.infinite"),
        pytest.param(Put("page", Decimal("1.5")), id="query.page.fraction"),
        pytest.param(Put("page", 0), id="query.page.below_minimum"),
        pytest.param(Put("exact", Raw("maybe")), id="query.exact.wrong_type"),
    ],
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(show_get, change({})))


@obligation("show_get.again", "specs/httpbin.bts:77")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(show_get), 200, Echo)
    expect(anonymous.call(show_get), 200, Echo)

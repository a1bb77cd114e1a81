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
        Put("topic", "", id="query.topic.empty"),
        Put(
            "topic",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            id="query.topic.maximum_length",
        ),
        Put(
            "topic",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            id="query.topic.near_maximum_length",
        ),
        Put("page", 1, id="query.page.minimum"),
        Put("page", 2, id="query.page.near_minimum"),
        Put("exact", True, id="query.exact.true"),
        Put("exact", False, id="query.exact.false"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(show_get, change({})), 200, Echo)


@obligation("show_get.survives", "specs/httpbin.bts:71")
@pytest.mark.parametrize(
    "change",
    [
        Put("topic", "'\"`;--%s\\", id="query.topic.quotes"),
        Put("topic", "a\x00b", id="query.topic.nul"),
        Put("topic", "\u202ea\u202c\ufeff", id="query.topic.bidi_override"),
        Put("topic", "e" + "\u0301" * 60, id="query.topic.stacked_marks"),
        Put("topic", "\ud800", id="query.topic.not_utf8"),
        Put("topic", "a" * 41, id="query.topic.too_long"),
        Put("page", 9007199254740993, id="query.page.beyond_doubles"),
        Put("page", 9223372036854775808, id="query.page.beyond_64_bits"),
        Put("page", Raw("text"), id="query.page.wrong_type"),
        Put("page", Raw("NaN"), id="query.page.not_a_number"),
        Put("page", Raw("Infinity"), id="query.page.infinite"),
        Put("page", Decimal("1.5"), id="query.page.fraction"),
        Put("page", 0, id="query.page.below_minimum"),
        Put("exact", Raw("maybe"), id="query.exact.wrong_type"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(show_get, change({})))


@obligation("show_get.again", "specs/httpbin.bts:77")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(show_get), 200, Echo)
    expect(anonymous.call(show_get), 200, Echo)

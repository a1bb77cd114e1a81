"""GET /headers keeps what specs/httpbin.bts:87 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation, survived

from .contracts import ShowHeaders200
from .endpoints import show_headers


@obligation("show_headers.conforms", "specs/httpbin.bts:91")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_headers), 200, ShowHeaders200)


@obligation("show_headers.accepts", "specs/httpbin.bts:91")
@pytest.mark.parametrize(
    "change",
    [
        Put('["X-Trace"]', "a", id="header.X-Trace.shortest"),
        Put(
            '["X-Trace"]',
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            id="header.X-Trace.longest",
        ),
        Put('["X-Attempt"]', 1, id="header.X-Attempt.minimum"),
        Put('["X-Attempt"]', 9, id="header.X-Attempt.maximum"),
        Put('["X-Attempt"]', 2, id="header.X-Attempt.near_minimum"),
        Put('["X-Attempt"]', 8, id="header.X-Attempt.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(show_headers, change({})), 200, ShowHeaders200)


@obligation("show_headers.survives", "specs/httpbin.bts:87")
@pytest.mark.parametrize(
    "change",
    [
        Put('["X-Trace"]', "a" * 41, id="header.X-Trace.pattern_too_long"),
        Put('["X-Trace"]', "A", id="header.X-Trace.pattern_other_case"),
        Put('["X-Trace"]', "!a", id="header.X-Trace.pattern_prefix"),
        Put('["X-Trace"]', "a!", id="header.X-Trace.pattern_suffix"),
        Put('["X-Attempt"]', Raw("text"), id="header.X-Attempt.wrong_type"),
        Put('["X-Attempt"]', Raw("NaN"), id="header.X-Attempt.not_a_number"),
        Put('["X-Attempt"]', Raw("Infinity"), id="header.X-Attempt.infinite"),
        Put('["X-Attempt"]', Decimal("1.5"), id="header.X-Attempt.fraction"),
        Put('["X-Attempt"]', 0, id="header.X-Attempt.below_minimum"),
        Put('["X-Attempt"]', 10, id="header.X-Attempt.above_maximum"),
        Put('["X-Attempt"]', 9223372036854775808, id="header.X-Attempt.beyond_64_bits"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(show_headers, change({})))


@obligation("show_headers.again", "specs/httpbin.bts:91")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(show_headers), 200, ShowHeaders200)
    expect(anonymous.call(show_headers), 200, ShowHeaders200)

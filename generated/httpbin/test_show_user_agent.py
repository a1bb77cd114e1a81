"""GET /user-agent keeps what specs/httpbin.bts:94 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation, survived

from .contracts import ShowUserAgent200
from .endpoints import show_user_agent


@obligation("show_user_agent.conforms", "specs/httpbin.bts:97")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(show_user_agent), 200, ShowUserAgent200)


@obligation("show_user_agent.accepts", "specs/httpbin.bts:97")
@pytest.mark.parametrize(
    "change",
    [
        Put('["User-Agent"]', "a/1", id="header.User-Agent.shortest"),
        Put(
            '["User-Agent"]',
            "aaaaaaaaaaaaaaaaaaaa/1111111111",
            id="header.User-Agent.longest",
        ),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(show_user_agent, change({})), 200, ShowUserAgent200)


@obligation("show_user_agent.survives", "specs/httpbin.bts:94")
@pytest.mark.parametrize(
    "change",
    [
        Put('["User-Agent"]', "a/", id="header.User-Agent.pattern_too_short"),
        Put(
            '["User-Agent"]',
            "aaaaaaaaaaaaaaaaaaaa/11111111111",
            id="header.User-Agent.pattern_too_long",
        ),
        Put('["User-Agent"]', "A/1", id="header.User-Agent.pattern_other_case"),
        Put('["User-Agent"]', "!a/1", id="header.User-Agent.pattern_prefix"),
        Put('["User-Agent"]', "a/1!", id="header.User-Agent.pattern_suffix"),
    ],
    ids=str,
)
def test_survives_params(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(show_user_agent, change({})))


@obligation("show_user_agent.again", "specs/httpbin.bts:97")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(show_user_agent), 200, ShowUserAgent200)
    expect(anonymous.call(show_user_agent), 200, ShowUserAgent200)

"""GET /get keeps what specs/httpbin.bts:71 says."""

import pytest
from specc.runtime import Actor, Change, Put, expect, obligation

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
        pytest.param(
            Put("topic", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            id="query.topic.maximum_length",
        ),
        pytest.param(Put("page", 1), id="query.page.minimum"),
        pytest.param(Put("exact", True), id="query.exact.true"),
        pytest.param(Put("exact", False), id="query.exact.false"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(show_get, change({})), 200, Echo)

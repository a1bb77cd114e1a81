"""GET /stream/{n} keeps what specs/httpbin.bts:384 says.

So many JSON documents, one a line.
"""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation

from .endpoints import stream


@obligation("stream.conforms", "specs/httpbin.bts:386")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(stream, {"n": 3}), 200)


@obligation("stream.rejects", "specs/httpbin.bts:387")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("n", Raw("text")), id="path.n.wrong_type"),
        pytest.param(Put("n", Decimal("0.5")), id="path.n.fraction"),
        pytest.param(Put("n", -1), id="path.n.below_minimum"),
    ],
)
def test_rejects_n(anonymous: Actor, change: Change) -> None:
    """An invalid n is answered 404."""
    expect(anonymous.call(stream, change({"n": 3})), 404)

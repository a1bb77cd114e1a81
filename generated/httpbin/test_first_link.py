"""GET /links/{n} keeps what specs/httpbin.bts:242 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation

from .endpoints import first_link


@obligation("first_link.conforms", "specs/httpbin.bts:244")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 302 as declared."""
    expect(anonymous.call(first_link, {"n": 2}), 302)


@obligation("first_link.rejects", "specs/httpbin.bts:245")
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
    expect(anonymous.call(first_link, change({"n": 2})), 404)

"""GET /links/{n}/{offset} keeps what specs/httpbin.bts:458 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation

from .endpoints import link_page


@obligation("link_page.conforms", "specs/httpbin.bts:460")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(link_page, {"n": 3, "offset": 1}), 200)


@obligation("link_page.rejects", "specs/httpbin.bts:461")
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
    expect(anonymous.call(link_page, change({"n": 3, "offset": 1})), 404)


@obligation("link_page.rejects", "specs/httpbin.bts:461")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("offset", Raw("text")), id="path.offset.wrong_type"),
        pytest.param(Put("offset", Decimal("0.5")), id="path.offset.fraction"),
        pytest.param(Put("offset", -1), id="path.offset.below_minimum"),
    ],
)
def test_rejects_offset(anonymous: Actor, change: Change) -> None:
    """An invalid offset is answered 404."""
    expect(anonymous.call(link_page, change({"n": 3, "offset": 1})), 404)

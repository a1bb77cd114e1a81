"""GET /search keeps what parameters.bts:63 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, forged, obligation

from .contracts import Item
from .endpoints import search


@obligation("search.conforms", "parameters.bts:66")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(search), 200, Item)


@obligation("search.accepts", "parameters.bts:66")
@pytest.mark.parametrize(
    "change",
    [
        Put("a", 0, id="query.a.minimum"),
        Put("a", 5, id="query.a.maximum"),
        Put("a", 1, id="query.a.near_minimum"),
        Put("a", 4, id="query.a.near_maximum"),
    ],
    ids=str,
)
def test_accepts_params(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(search, change({})), 200, Item)


@obligation("search.rejects", "parameters.bts:67")
@pytest.mark.parametrize(
    "change",
    [
        Put("a", Raw("text"), id="query.a.wrong_type"),
        Put("a", Raw("NaN"), id="query.a.not_a_number"),
        Put("a", Raw("Infinity"), id="query.a.infinite"),
        Put("a", Decimal("0.5"), id="query.a.fraction"),
        Put("a", -1, id="query.a.below_minimum"),
        Put("a", 6, id="query.a.above_maximum"),
        Put("a", 9223372036854775808, id="query.a.beyond_64_bits"),
    ],
    ids=str,
)
def test_rejects_a(ann: Actor, change: Change) -> None:
    """An invalid a is answered 400."""
    expect(ann.call(search, change({})), 400)


@obligation("search.refuses.anonymous", "parameters.bts:68")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(search), 401)


@obligation("search.refuses.made_up_credential", "parameters.bts:68")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(search), 401)


@obligation("search.again", "parameters.bts:66")
def test_again(ann: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(ann.call(search), 200, Item)
    expect(ann.call(search), 200, Item)

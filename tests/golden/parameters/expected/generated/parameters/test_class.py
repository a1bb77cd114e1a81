"""GET /class keeps what parameters.bts:56 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Put, Raw, expect, obligation

from .contracts import Problem
from .endpoints import class_


@obligation("class.conforms", "parameters.bts:59")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(class_), 200)


@obligation("class.accepts", "parameters.bts:59")
@pytest.mark.parametrize(
    "change",
    [
        Put("class", 1, id="query.class.minimum"),
        Put("class", 3, id="query.class.maximum"),
        Put("class", 2, id="query.class.near_minimum"),
        Put("from", 1, id="query.from.minimum"),
        Put("from", 3, id="query.from.maximum"),
        Put("from", 2, id="query.from.near_minimum"),
    ],
    ids=str,
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(class_, change({})), 200)


@obligation("class.rejects", "parameters.bts:60")
@pytest.mark.parametrize(
    "change",
    [
        Put("from", Raw("text"), id="query.from.wrong_type"),
        Put("from", Raw("NaN"), id="query.from.not_a_number"),
        Put("from", Raw("Infinity"), id="query.from.infinite"),
        Put("from", Decimal("1.5"), id="query.from.fraction"),
        Put("from", 0, id="query.from.below_minimum"),
        Put("from", 4, id="query.from.above_maximum"),
        Put("from", 9223372036854775808, id="query.from.beyond_64_bits"),
    ],
    ids=str,
)
def test_rejects_from(anonymous: Actor, change: Change) -> None:
    """An invalid from is answered 400."""
    expect(anonymous.call(class_, change({})), 400, Problem)


@obligation("class.rejects", "parameters.bts:56")
@pytest.mark.parametrize(
    "change",
    [
        Put("class", Raw("text"), id="query.class.wrong_type"),
        Put("class", Raw("NaN"), id="query.class.not_a_number"),
        Put("class", Raw("Infinity"), id="query.class.infinite"),
        Put("class", Decimal("1.5"), id="query.class.fraction"),
        Put("class", 0, id="query.class.below_minimum"),
        Put("class", 4, id="query.class.above_maximum"),
        Put("class", 9223372036854775808, id="query.class.beyond_64_bits"),
    ],
    ids=str,
)
def test_rejects_params(anonymous: Actor, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(anonymous.call(class_, change({})), "4xx")


@obligation("class.again", "parameters.bts:59")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(class_), 200)
    expect(anonymous.call(class_), 200)

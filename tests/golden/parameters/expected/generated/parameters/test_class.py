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
        pytest.param(Put("class", 1), id="query.class.minimum"),
        pytest.param(Put("class", 3), id="query.class.maximum"),
        pytest.param(Put("from", 1), id="query.from.minimum"),
        pytest.param(Put("from", 3), id="query.from.maximum"),
    ],
)
def test_accepts_params(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(class_, change({})), 200)


@obligation("class.rejects", "parameters.bts:60")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("from", Raw("text")), id="query.from.wrong_type"),
        pytest.param(Put("from", Decimal("1.5")), id="query.from.fraction"),
        pytest.param(Put("from", 0), id="query.from.below_minimum"),
        pytest.param(Put("from", 4), id="query.from.above_maximum"),
    ],
)
def test_rejects_from(anonymous: Actor, change: Change) -> None:
    """An invalid from is answered 400."""
    expect(anonymous.call(class_, change({})), 400, Problem)

"""POST /form keeps what parameters.bts:33 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Raw,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import Item, Problem
from .endpoints import form

BODY = {"name": "text", "age": 1}


@obligation("form.conforms", "parameters.bts:36")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(ann.call(form, body=BODY), 201, Item)


@obligation("form.accepts", "parameters.bts:36")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("name", "a"), id="name.minimum_length"),
        pytest.param(Put("name", "aaaaaaaaaa"), id="name.maximum_length"),
        pytest.param(Put("name", "aa"), id="name.near_minimum_length"),
        pytest.param(Put("name", "aaaaaaaaa"), id="name.near_maximum_length"),
        pytest.param(Put("age", 0), id="age.minimum"),
        pytest.param(Put("age", 150), id="age.maximum"),
        pytest.param(Put("age", 1), id="age.near_minimum"),
        pytest.param(Put("age", 149), id="age.near_maximum"),
    ],
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(form, body=change(BODY)), 201, Item)


@obligation("form.rejects", "parameters.bts:37")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("name"), id="name.missing"),
        pytest.param(Put("name", ""), id="name.too_short"),
        pytest.param(Put("name", "aaaaaaaaaaa"), id="name.too_long"),
        pytest.param(Drop("age"), id="age.missing"),
        pytest.param(Put("age", Raw("text")), id="age.wrong_type"),
        pytest.param(Put("age", Raw("NaN")), id="age.not_a_number"),
        pytest.param(Put("age", Raw("Infinity")), id="age.infinite"),
        pytest.param(Put("age", Decimal("0.5")), id="age.fraction"),
        pytest.param(Put("age", -1), id="age.below_minimum"),
        pytest.param(Put("age", 151), id="age.above_maximum"),
        pytest.param(Put("age", 9223372036854775808), id="age.beyond_64_bits"),
    ],
)
def test_rejects(ann: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(ann.call(form, body=change(BODY)), 400, Problem)


@obligation("form.survives", "parameters.bts:33")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("name", "'\"`;--%s\\"), id="name.quotes"),
        pytest.param(Put("name", "a\x00b"), id="name.nul"),
        pytest.param(Put("name", "\u202ea\u202c\ufeff"), id="name.bidi_override"),
        pytest.param(Put("name", "e" + "\u0301" * 60), id="name.stacked_marks"),
        pytest.param(Put("name", "\ud800"), id="name.not_utf8"),
    ],
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(form, body=change(BODY)))


@obligation("form.refuses.anonymous", "parameters.bts:38")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(anonymous.call(form, body=BODY), 401)


@obligation("form.refuses.made_up_credential", "parameters.bts:38")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """Made_up_credential is refused with 401."""
    expect(forged(ann).call(form, body=BODY), 401)

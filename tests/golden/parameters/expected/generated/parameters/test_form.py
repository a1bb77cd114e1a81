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
        Put("name", "a", "minimum_length"),
        Put("name", "aaaaaaaaaa", "maximum_length"),
        Put("name", "aa", "near_minimum_length"),
        Put("name", "aaaaaaaaa", "near_maximum_length"),
        Put("age", 0, "minimum"),
        Put("age", 150, "maximum"),
        Put("age", 1, "near_minimum"),
        Put("age", 149, "near_maximum"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(ann.call(form, body=change(BODY)), 201, Item)


@obligation("form.rejects", "parameters.bts:37")
@pytest.mark.parametrize(
    "change",
    [
        Drop("name", "missing"),
        Put("name", "", "too_short"),
        Put("name", "aaaaaaaaaaa", "too_long"),
        Drop("age", "missing"),
        Put("age", Raw("text"), "wrong_type"),
        Put("age", Raw("NaN"), "not_a_number"),
        Put("age", Raw("Infinity"), "infinite"),
        Put("age", Decimal("0.5"), "fraction"),
        Put("age", -1, "below_minimum"),
        Put("age", 151, "above_maximum"),
        Put("age", 9223372036854775808, "beyond_64_bits"),
    ],
    ids=str,
)
def test_rejects(ann: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(ann.call(form, body=change(BODY)), 400, Problem)


@obligation("form.survives", "parameters.bts:33")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("name", "'\"`;--%s\\", "quotes"),
        Put("name", "a\x00b", "nul"),
        Put("name", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("name", "e" + "\u0301" * 60, "stacked_marks"),
        Put("name", "\ud800", "not_utf8"),
    ],
    ids=str,
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
    """A made-up credential is refused with 401."""
    expect(forged(ann).call(form, body=BODY), 401)

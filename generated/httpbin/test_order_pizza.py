"""POST /anything/pizza keeps what specs/httpbin.bts:146 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, Raw, expect, obligation, survived

from .contracts import Anything
from .endpoints import order_pizza

BODY = {
    "custname": "Ann & Ben",
    "slices": 8,
    "comments": "50% more = better",
    "size": "small",
}


@obligation("order_pizza.conforms", "specs/httpbin.bts:149")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(order_pizza, body=BODY), 200, Anything)


@obligation("order_pizza.accepts", "specs/httpbin.bts:149")
@pytest.mark.parametrize(
    "change",
    [
        Put("custname", "a", "minimum_length"),
        Put("custname", "a" * 80, "maximum_length"),
        Put("custname", "aa", "near_minimum_length"),
        Put("custname", "a" * 79, "near_maximum_length"),
        Put("size", "small", "value_small"),
        Put("size", "medium", "value_medium"),
        Put("size", "large", "value_large"),
        Put("topping", [], "minimum"),
        Put("topping", ["bacon"], id="topping[].value_bacon"),
        Put("topping", ["cheese"], id="topping[].value_cheese"),
        Put("topping", ["mushroom"], id="topping[].value_mushroom"),
        Drop("slices", "absent"),
        Put("slices", 1, "minimum"),
        Put("slices", 12, "maximum"),
        Put("slices", 2, "near_minimum"),
        Put("slices", 11, "near_maximum"),
        Drop("comments", "absent"),
        Put("comments", "", "empty"),
        Put("comments", "a" * 200, "maximum_length"),
        Put("comments", "a" * 199, "near_maximum_length"),
    ],
    ids=str,
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(order_pizza, body=change(BODY)), 200, Anything)


@obligation("order_pizza.survives", "specs/httpbin.bts:146")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("custname", "'\"`;--%s\\", "quotes"),
        Put("custname", "a\x00b", "nul"),
        Put("custname", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("custname", "e" + "\u0301" * 60, "stacked_marks"),
        Put("custname", "\ud800", "not_utf8"),
        Put("comments", "'\"`;--%s\\", "quotes"),
        Put("comments", "a\x00b", "nul"),
        Put("comments", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("comments", "e" + "\u0301" * 60, "stacked_marks"),
        Put("comments", "\ud800", "not_utf8"),
        Drop("custname", "missing"),
        Put("custname", "", "too_short"),
        Put("custname", "a" * 81, "too_long"),
        Drop("size", "missing"),
        Put("size", "no_such_value", "not_in_enum"),
        Put("size", "SMALL", "other_case"),
        Put("topping", ["bacon", "bacon"], "repeated_item"),
        Put("topping", ["no_such_value"], id="topping[].not_in_enum"),
        Put("topping", ["BACON"], id="topping[].other_case"),
        Put("slices", Raw("text"), "wrong_type"),
        Put("slices", Raw("NaN"), "not_a_number"),
        Put("slices", Raw("Infinity"), "infinite"),
        Put("slices", Decimal("1.5"), "fraction"),
        Put("slices", 0, "below_minimum"),
        Put("slices", 13, "above_maximum"),
        Put("slices", 9223372036854775808, "beyond_64_bits"),
        Put("comments", "a" * 201, "too_long"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(order_pizza, body=change(BODY)))

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
        pytest.param(Put("custname", "a"), id="custname.minimum_length"),
        pytest.param(Put("custname", "a" * 80), id="custname.maximum_length"),
        pytest.param(Put("custname", "aa"), id="custname.near_minimum_length"),
        pytest.param(Put("custname", "a" * 79), id="custname.near_maximum_length"),
        pytest.param(Put("size", "small"), id="size.value_small"),
        pytest.param(Put("size", "medium"), id="size.value_medium"),
        pytest.param(Put("size", "large"), id="size.value_large"),
        pytest.param(Put("topping", []), id="topping.minimum"),
        pytest.param(Put("topping", ["bacon"]), id="topping[].value_bacon"),
        pytest.param(Put("topping", ["cheese"]), id="topping[].value_cheese"),
        pytest.param(Put("topping", ["mushroom"]), id="topping[].value_mushroom"),
        pytest.param(Drop("slices"), id="slices.absent"),
        pytest.param(Put("slices", 1), id="slices.minimum"),
        pytest.param(Put("slices", 12), id="slices.maximum"),
        pytest.param(Put("slices", 2), id="slices.near_minimum"),
        pytest.param(Put("slices", 11), id="slices.near_maximum"),
        pytest.param(Drop("comments"), id="comments.absent"),
        pytest.param(Put("comments", ""), id="comments.empty"),
        pytest.param(Put("comments", "a" * 200), id="comments.maximum_length"),
        pytest.param(Put("comments", "a" * 199), id="comments.near_maximum_length"),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(order_pizza, body=change(BODY)), 200, Anything)


@obligation("order_pizza.survives", "specs/httpbin.bts:146")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("custname", "'\"`;--%s\\"), id="custname.quotes"),
        pytest.param(Put("custname", "a\x00b"), id="custname.nul"),
        pytest.param(
            Put("custname", "\u202ea\u202c\ufeff"), id="custname.bidi_override"
        ),
        pytest.param(Put("custname", "e" + "\u0301" * 60), id="custname.stacked_marks"),
        pytest.param(Put("custname", "\ud800"), id="custname.not_utf8"),
        pytest.param(Put("comments", "'\"`;--%s\\"), id="comments.quotes"),
        pytest.param(Put("comments", "a\x00b"), id="comments.nul"),
        pytest.param(
            Put("comments", "\u202ea\u202c\ufeff"), id="comments.bidi_override"
        ),
        pytest.param(Put("comments", "e" + "\u0301" * 60), id="comments.stacked_marks"),
        pytest.param(Put("comments", "\ud800"), id="comments.not_utf8"),
        pytest.param(Drop("custname"), id="custname.missing"),
        pytest.param(Put("custname", ""), id="custname.too_short"),
        pytest.param(Put("custname", "a" * 81), id="custname.too_long"),
        pytest.param(Drop("size"), id="size.missing"),
        pytest.param(Put("size", "no_such_value"), id="size.not_in_enum"),
        pytest.param(Put("size", "SMALL"), id="size.other_case"),
        pytest.param(Put("topping", ["bacon", "bacon"]), id="topping.repeated_item"),
        pytest.param(Put("topping", ["no_such_value"]), id="topping[].not_in_enum"),
        pytest.param(Put("topping", ["BACON"]), id="topping[].other_case"),
        pytest.param(Put("slices", Raw("text")), id="slices.wrong_type"),
        pytest.param(Put("slices", Raw("NaN")), id="slices.not_a_number"),
        pytest.param(Put("slices", Raw("Infinity")), id="slices.infinite"),
        pytest.param(Put("slices", Decimal("1.5")), id="slices.fraction"),
        pytest.param(Put("slices", 0), id="slices.below_minimum"),
        pytest.param(Put("slices", 13), id="slices.above_maximum"),
        pytest.param(Put("slices", 9223372036854775808), id="slices.beyond_64_bits"),
        pytest.param(Put("comments", "a" * 201), id="comments.too_long"),
    ],
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(order_pizza, body=change(BODY)))

"""POST /post keeps what specs/httpbin.bts:119 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    expect,
    obligation,
    survived,
    uuid,
)

from .contracts import PostParcel200
from .endpoints import post_parcel


@obligation("post_parcel.conforms", "specs/httpbin.bts:122")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(
        anonymous.call(
            post_parcel,
            body={
                "reference": uuid(),
                "recipient": "Ada",
                "weight": Decimal("2.5"),
                "contents": [{"sku": "AB123", "quantity": 2}],
            },
        ),
        200,
        PostParcel200,
    )


@obligation("post_parcel.accepts", "specs/httpbin.bts:122")
@pytest.mark.parametrize(
    "change",
    [
        Put("recipient", "a", "minimum_length"),
        Put("recipient", "a" * 60, "maximum_length"),
        Put("recipient", "aa", "near_minimum_length"),
        Put("recipient", "a" * 59, "near_maximum_length"),
        Put("recipient", "é" * 60, "maximum_length_not_ascii"),
        Put("recipient", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("recipient", "שלום عالم", "right_to_left"),
        Put("recipient", "éñü", "composed"),
        Put("recipient", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("recipient", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("weight", 0, "minimum"),
        Put("weight", 100, "maximum"),
        Put("weight", Decimal("0.01"), "near_minimum"),
        Put("weight", Decimal("99.99"), "near_maximum"),
        Put("express", True, "present"),
        Put("express", False, "false"),
        Put("notes", "text", "present"),
        Put("notes", None, "null"),
        Put("notes", "", "empty"),
        Put("notes", "a" * 200, "maximum_length"),
        Put("notes", "a" * 199, "near_maximum_length"),
        Put("notes", "é" * 200, "maximum_length_not_ascii"),
        Put("notes", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("notes", "שלום عالم", "right_to_left"),
        Put("notes", "éñü", "composed"),
        Put("notes", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("notes", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put("contents", [{"sku": "AB123", "quantity": 2}], "minimum"),
        Put("contents", [{"sku": "AB123", "quantity": 2}] * 5, "maximum"),
        Put(
            "contents",
            [{"sku": "AB123", "quantity": 2}, {"sku": "AB123", "quantity": 2}],
            "near_minimum",
        ),
        Put("contents", [{"sku": "AB123", "quantity": 2}] * 4, "near_maximum"),
        Put("contents[0].sku", "AA111", "shortest"),
        Put("contents[0].quantity", 1, "minimum"),
        Put("contents[0].quantity", 99, "maximum"),
        Put("contents[0].quantity", 2, "near_minimum"),
        Put("contents[0].quantity", 98, "near_maximum"),
    ],
    ids=str,
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        anonymous.call(
            post_parcel,
            body=change(
                {
                    "reference": uuid(),
                    "recipient": "Ada",
                    "weight": Decimal("2.5"),
                    "contents": [{"sku": "AB123", "quantity": 2}],
                }
            ),
        ),
        200,
        PostParcel200,
    )


@obligation("post_parcel.survives", "specs/httpbin.bts:119")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("recipient", "'\"`;--%s\\", "quotes"),
        Put("recipient", "a\x00b", "nul"),
        Put("recipient", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("recipient", "e" + "\u0301" * 60, "stacked_marks"),
        Put("recipient", "\ud800", "lone_surrogate"),
        Put("recipient", " ", "blank"),
        Put("weight", Decimal("1E-400"), "tiny"),
        Put(
            "weight",
            Decimal(
                "1.0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            ),
            "many_digits",
        ),
        Put("notes", "'\"`;--%s\\", "quotes"),
        Put("notes", "a\x00b", "nul"),
        Put("notes", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("notes", "e" + "\u0301" * 60, "stacked_marks"),
        Put("notes", "\ud800", "lone_surrogate"),
        Put("notes", " ", "blank"),
        Put("contents[0].specc_unknown", "text", id="contents[].unknown_field"),
        Repeat("reference", id="body.repeated_key"),
        Drop("reference", "missing"),
        Put("reference", None, "null"),
        Put("reference", 12345, "wrong_type"),
        Put("reference", "not a uuid", "malformed"),
        Drop("recipient", "missing"),
        Put("recipient", None, "null"),
        Put("recipient", 12345, "wrong_type"),
        Put("recipient", "", "too_short"),
        Put("recipient", "a" * 61, "too_long"),
        Put("recipient", "a" * 100000, "much_too_long"),
        Drop("weight", "missing"),
        Put("weight", None, "null"),
        Put("weight", "text", "wrong_type"),
        Put("weight", "1", "number_as_text"),
        Put("weight", Decimal("-0.01"), "below_minimum"),
        Put("weight", Decimal("100.01"), "above_maximum"),
        Put("weight", 9223372036854775808, "beyond_64_bits"),
        Put("weight", Decimal("1E+400"), "huge"),
        Put("express", None, "null"),
        Put("express", "maybe", "wrong_type"),
        Put("notes", 12345, "wrong_type"),
        Put("notes", "a" * 201, "too_long"),
        Put("notes", "a" * 100000, "much_too_long"),
        Drop("contents", "missing"),
        Put("contents", None, "null"),
        Put("contents", "text", "wrong_type"),
        Put("contents", [], "too_few"),
        Put("contents", [{"sku": "AB123", "quantity": 2}] * 6, "too_many"),
        Put("contents", [{"sku": "AB123", "quantity": 2}, None], "invalid_second_item"),
        Put("contents[0]", None, "null"),
        Put("contents[0]", "text", "wrong_type"),
        Drop("contents[0].sku", "missing"),
        Put("contents[0].sku", None, "null"),
        Put("contents[0].sku", 12345, "wrong_type"),
        Put("contents[0].sku", "no match ☃!", "pattern_mismatch"),
        Put("contents[0].sku", "AA11", "pattern_too_short"),
        Put("contents[0].sku", "AA1111", "pattern_too_long"),
        Put("contents[0].sku", "aa111", "pattern_other_case"),
        Put("contents[0].sku", "!AA111", "pattern_prefix"),
        Put("contents[0].sku", "AA111!", "pattern_suffix"),
        Put("contents[0].sku", "AA111\n", "pattern_newline"),
        Put("contents[0].sku", "AA١١١", "pattern_other_digits"),
        Drop("contents[0].quantity", "missing"),
        Put("contents[0].quantity", None, "null"),
        Put("contents[0].quantity", "text", "wrong_type"),
        Put("contents[0].quantity", "1", "number_as_text"),
        Put("contents[0].quantity", Decimal("1.5"), "fraction"),
        Put("contents[0].quantity", 0, "below_minimum"),
        Put("contents[0].quantity", 100, "above_maximum"),
        Put("contents[0].quantity", 9223372036854775808, "beyond_64_bits"),
        Put("contents[0].quantity", Decimal("1E+400"), "huge"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        anonymous.call(
            post_parcel,
            body=change(
                {
                    "reference": uuid(),
                    "recipient": "Ada",
                    "weight": Decimal("2.5"),
                    "contents": [{"sku": "AB123", "quantity": 2}],
                }
            ),
        ),
        413,
    )

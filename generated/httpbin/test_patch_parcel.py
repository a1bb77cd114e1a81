"""PATCH /patch keeps what specs/httpbin.bts:133 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, Repeat, expect, obligation, survived

from .contracts import PatchParcel200
from .endpoints import patch_parcel

BODY = {"express": True}


@obligation("patch_parcel.conforms", "specs/httpbin.bts:136")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(patch_parcel, body=BODY), 200, PatchParcel200)


@obligation("patch_parcel.accepts", "specs/httpbin.bts:136")
@pytest.mark.parametrize(
    "change",
    [
        Put("reference", "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45", "present"),
        Put("recipient", "text", "present"),
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
        Put("weight", 1, "present"),
        Put("weight", 0, "minimum"),
        Put("weight", 100, "maximum"),
        Put("weight", Decimal("0.01"), "near_minimum"),
        Put("weight", Decimal("99.99"), "near_maximum"),
        Drop("express", "absent"),
        Put("express", True, "true"),
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
        Put("contents", [{"sku": "AA111", "quantity": 1}], "present"),
        Put("contents", [{"sku": "AA111", "quantity": 1}] * 5, "maximum"),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 1}, {"sku": "AA111", "quantity": 1}],
            "near_minimum",
        ),
        Put("contents", [{"sku": "AA111", "quantity": 1}] * 4, "near_maximum"),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 99}],
            id="contents[].quantity.maximum",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 2}],
            id="contents[].quantity.near_minimum",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 98}],
            id="contents[].quantity.near_maximum",
        ),
    ],
    ids=str,
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(patch_parcel, body=change(BODY)), 200, PatchParcel200)


@obligation("patch_parcel.survives", "specs/httpbin.bts:133")
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
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 1, "specc_unknown": "text"}],
            id="contents[].unknown_field",
        ),
        Repeat("express", id="body.repeated_key"),
        Put("", b"", id="body.empty"),
        Put("reference", None, "null"),
        Put("reference", 12345, "wrong_type"),
        Put("reference", "not a uuid", "malformed"),
        Put("recipient", None, "null"),
        Put("recipient", 12345, "wrong_type"),
        Put("recipient", "", "too_short"),
        Put("recipient", "a" * 61, "too_long"),
        Put("recipient", "a" * 100000, "much_too_long"),
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
        Put("contents", None, "null"),
        Put("contents", "text", "wrong_type"),
        Put("contents", [], "too_few"),
        Put("contents", [{"sku": "AA111", "quantity": 1}] * 6, "too_many"),
        Put("contents", [{"sku": "AA111", "quantity": 1}, None], "invalid_second_item"),
        Put("contents", [None], id="contents[].null"),
        Put("contents", ["text"], id="contents[].wrong_type"),
        Put("contents", [{"quantity": 1}], id="contents[].sku.missing"),
        Put("contents", [{"sku": None, "quantity": 1}], id="contents[].sku.null"),
        Put(
            "contents", [{"sku": 12345, "quantity": 1}], id="contents[].sku.wrong_type"
        ),
        Put(
            "contents",
            [{"sku": "no match ☃!", "quantity": 1}],
            id="contents[].sku.pattern_mismatch",
        ),
        Put(
            "contents",
            [{"sku": "AA11", "quantity": 1}],
            id="contents[].sku.pattern_too_short",
        ),
        Put(
            "contents",
            [{"sku": "AA1111", "quantity": 1}],
            id="contents[].sku.pattern_too_long",
        ),
        Put(
            "contents",
            [{"sku": "aa111", "quantity": 1}],
            id="contents[].sku.pattern_other_case",
        ),
        Put(
            "contents",
            [{"sku": "!AA111", "quantity": 1}],
            id="contents[].sku.pattern_prefix",
        ),
        Put(
            "contents",
            [{"sku": "AA111!", "quantity": 1}],
            id="contents[].sku.pattern_suffix",
        ),
        Put(
            "contents",
            [{"sku": "AA111\n", "quantity": 1}],
            id="contents[].sku.pattern_newline",
        ),
        Put(
            "contents",
            [{"sku": "AA١١١", "quantity": 1}],
            id="contents[].sku.pattern_other_digits",
        ),
        Put("contents", [{"sku": "AA111"}], id="contents[].quantity.missing"),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": None}],
            id="contents[].quantity.null",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": "text"}],
            id="contents[].quantity.wrong_type",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": "1"}],
            id="contents[].quantity.number_as_text",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": Decimal("1.5")}],
            id="contents[].quantity.fraction",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 0}],
            id="contents[].quantity.below_minimum",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 100}],
            id="contents[].quantity.above_maximum",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": 9223372036854775808}],
            id="contents[].quantity.beyond_64_bits",
        ),
        Put(
            "contents",
            [{"sku": "AA111", "quantity": Decimal("1E+400")}],
            id="contents[].quantity.huge",
        ),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
    ],
    ids=str,
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(patch_parcel, body=change(BODY)), 413)

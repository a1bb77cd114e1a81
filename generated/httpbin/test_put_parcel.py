"""PUT /put keeps what specs/httpbin.bts:126 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, Repeat, expect, obligation, survived

from .contracts import PutParcel200
from .endpoints import put_parcel

BODY = {
    "recipient": "Zoë",
    "weight": Decimal("0.1"),
    "notes": None,
    "contents": [{"sku": "AB123", "quantity": 1}, {"sku": "ZZ999", "quantity": 99}],
    "reference": "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
}


@obligation("put_parcel.conforms", "specs/httpbin.bts:129")
def test_conforms(anonymous: Actor) -> None:
    """A valid call is answered 200 as declared."""
    expect(anonymous.call(put_parcel, body=BODY), 200, PutParcel200)


@obligation("put_parcel.accepts", "specs/httpbin.bts:129")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("recipient", "a"), id="recipient.minimum_length"),
        pytest.param(Put("recipient", "a" * 60), id="recipient.maximum_length"),
        pytest.param(Put("recipient", "aa"), id="recipient.near_minimum_length"),
        pytest.param(Put("recipient", "a" * 59), id="recipient.near_maximum_length"),
        pytest.param(
            Put("recipient", "é" * 60), id="recipient.maximum_length_not_ascii"
        ),
        pytest.param(Put("recipient", "👩\u200d👩\u200d👧 🇪🇺"), id="recipient.emoji"),
        pytest.param(Put("recipient", "שלום عالم"), id="recipient.right_to_left"),
        pytest.param(Put("recipient", "éñü"), id="recipient.composed"),
        pytest.param(
            Put("recipient", "e\u0301n\u0303u\u0308"), id="recipient.decomposed"
        ),
        pytest.param(Put("weight", 0), id="weight.minimum"),
        pytest.param(Put("weight", 100), id="weight.maximum"),
        pytest.param(Put("weight", Decimal("0.01")), id="weight.near_minimum"),
        pytest.param(Put("weight", Decimal("99.99")), id="weight.near_maximum"),
        pytest.param(Put("express", True), id="express.present"),
        pytest.param(Put("express", False), id="express.false"),
        pytest.param(Drop("notes"), id="notes.absent"),
        pytest.param(Put("notes", None), id="notes.null"),
        pytest.param(Put("notes", ""), id="notes.empty"),
        pytest.param(Put("notes", "a" * 200), id="notes.maximum_length"),
        pytest.param(Put("notes", "a" * 199), id="notes.near_maximum_length"),
        pytest.param(Put("notes", "é" * 200), id="notes.maximum_length_not_ascii"),
        pytest.param(Put("notes", "👩\u200d👩\u200d👧 🇪🇺"), id="notes.emoji"),
        pytest.param(Put("notes", "שלום عالم"), id="notes.right_to_left"),
        pytest.param(Put("notes", "éñü"), id="notes.composed"),
        pytest.param(Put("notes", "e\u0301n\u0303u\u0308"), id="notes.decomposed"),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 1}]), id="contents.minimum"
        ),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 1}] * 5),
            id="contents.maximum",
        ),
        pytest.param(
            Put(
                "contents",
                [{"sku": "AB123", "quantity": 1}, {"sku": "AB123", "quantity": 1}],
            ),
            id="contents.near_minimum",
        ),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 1}] * 4),
            id="contents.near_maximum",
        ),
        pytest.param(Put("contents[0].sku", "AA111"), id="contents[].sku.shortest"),
        pytest.param(Put("contents[0].quantity", 1), id="contents[].quantity.minimum"),
        pytest.param(Put("contents[0].quantity", 99), id="contents[].quantity.maximum"),
        pytest.param(
            Put("contents[0].quantity", 2), id="contents[].quantity.near_minimum"
        ),
        pytest.param(
            Put("contents[0].quantity", 98), id="contents[].quantity.near_maximum"
        ),
    ],
)
def test_accepts(anonymous: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(anonymous.call(put_parcel, body=change(BODY)), 200, PutParcel200)


@obligation("put_parcel.survives", "specs/httpbin.bts:126")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("recipient", "'\"`;--%s\\"), id="recipient.quotes"),
        pytest.param(Put("recipient", "a\x00b"), id="recipient.nul"),
        pytest.param(
            Put("recipient", "\u202ea\u202c\ufeff"), id="recipient.bidi_override"
        ),
        pytest.param(
            Put("recipient", "e" + "\u0301" * 60), id="recipient.stacked_marks"
        ),
        pytest.param(Put("recipient", "\ud800"), id="recipient.lone_surrogate"),
        pytest.param(Put("recipient", " "), id="recipient.blank"),
        pytest.param(Put("weight", Decimal("1E-400")), id="weight.tiny"),
        pytest.param(
            Put(
                "weight",
                Decimal(
                    "1.0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                ),
            ),
            id="weight.many_digits",
        ),
        pytest.param(Put("notes", "'\"`;--%s\\"), id="notes.quotes"),
        pytest.param(Put("notes", "a\x00b"), id="notes.nul"),
        pytest.param(Put("notes", "\u202ea\u202c\ufeff"), id="notes.bidi_override"),
        pytest.param(Put("notes", "e" + "\u0301" * 60), id="notes.stacked_marks"),
        pytest.param(Put("notes", "\ud800"), id="notes.lone_surrogate"),
        pytest.param(Put("notes", " "), id="notes.blank"),
        pytest.param(
            Put("contents[0].specc_unknown", "text"), id="contents[].unknown_field"
        ),
        pytest.param(Repeat("recipient"), id="body.repeated_key"),
        pytest.param(Drop("reference"), id="reference.missing"),
        pytest.param(Put("reference", None), id="reference.null"),
        pytest.param(Put("reference", 12345), id="reference.wrong_type"),
        pytest.param(Put("reference", "not a uuid"), id="reference.malformed"),
        pytest.param(Drop("recipient"), id="recipient.missing"),
        pytest.param(Put("recipient", None), id="recipient.null"),
        pytest.param(Put("recipient", 12345), id="recipient.wrong_type"),
        pytest.param(Put("recipient", ""), id="recipient.too_short"),
        pytest.param(Put("recipient", "a" * 61), id="recipient.too_long"),
        pytest.param(Put("recipient", "a" * 100000), id="recipient.much_too_long"),
        pytest.param(Drop("weight"), id="weight.missing"),
        pytest.param(Put("weight", None), id="weight.null"),
        pytest.param(Put("weight", "text"), id="weight.wrong_type"),
        pytest.param(Put("weight", "1"), id="weight.number_as_text"),
        pytest.param(Put("weight", Decimal("-0.01")), id="weight.below_minimum"),
        pytest.param(Put("weight", Decimal("100.01")), id="weight.above_maximum"),
        pytest.param(Put("weight", 9223372036854775808), id="weight.beyond_64_bits"),
        pytest.param(Put("weight", Decimal("1E+400")), id="weight.huge"),
        pytest.param(Put("express", None), id="express.null"),
        pytest.param(Put("express", "maybe"), id="express.wrong_type"),
        pytest.param(Put("notes", 12345), id="notes.wrong_type"),
        pytest.param(Put("notes", "a" * 201), id="notes.too_long"),
        pytest.param(Put("notes", "a" * 100000), id="notes.much_too_long"),
        pytest.param(Drop("contents"), id="contents.missing"),
        pytest.param(Put("contents", None), id="contents.null"),
        pytest.param(Put("contents", "text"), id="contents.wrong_type"),
        pytest.param(Put("contents", []), id="contents.too_few"),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 1}] * 6),
            id="contents.too_many",
        ),
        pytest.param(
            Put("contents", [{"sku": "AB123", "quantity": 1}, None]),
            id="contents.invalid_second_item",
        ),
        pytest.param(Put("contents[0]", None), id="contents[].null"),
        pytest.param(Put("contents[0]", "text"), id="contents[].wrong_type"),
        pytest.param(Drop("contents[0].sku"), id="contents[].sku.missing"),
        pytest.param(Put("contents[0].sku", None), id="contents[].sku.null"),
        pytest.param(Put("contents[0].sku", 12345), id="contents[].sku.wrong_type"),
        pytest.param(
            Put("contents[0].sku", "no match ☃!"), id="contents[].sku.pattern_mismatch"
        ),
        pytest.param(
            Put("contents[0].sku", "AA11"), id="contents[].sku.pattern_too_short"
        ),
        pytest.param(
            Put("contents[0].sku", "AA1111"), id="contents[].sku.pattern_too_long"
        ),
        pytest.param(
            Put("contents[0].sku", "aa111"), id="contents[].sku.pattern_other_case"
        ),
        pytest.param(
            Put("contents[0].sku", "!AA111"), id="contents[].sku.pattern_prefix"
        ),
        pytest.param(
            Put("contents[0].sku", "AA111!"), id="contents[].sku.pattern_suffix"
        ),
        pytest.param(
            Put("contents[0].sku", "AA111\n"), id="contents[].sku.pattern_newline"
        ),
        pytest.param(
            Put("contents[0].sku", "AA١١١"), id="contents[].sku.pattern_other_digits"
        ),
        pytest.param(Drop("contents[0].quantity"), id="contents[].quantity.missing"),
        pytest.param(Put("contents[0].quantity", None), id="contents[].quantity.null"),
        pytest.param(
            Put("contents[0].quantity", "text"), id="contents[].quantity.wrong_type"
        ),
        pytest.param(
            Put("contents[0].quantity", "1"), id="contents[].quantity.number_as_text"
        ),
        pytest.param(
            Put("contents[0].quantity", Decimal("1.5")),
            id="contents[].quantity.fraction",
        ),
        pytest.param(
            Put("contents[0].quantity", 0), id="contents[].quantity.below_minimum"
        ),
        pytest.param(
            Put("contents[0].quantity", 100), id="contents[].quantity.above_maximum"
        ),
        pytest.param(
            Put("contents[0].quantity", 9223372036854775808),
            id="contents[].quantity.beyond_64_bits",
        ),
        pytest.param(
            Put("contents[0].quantity", Decimal("1E+400")),
            id="contents[].quantity.huge",
        ),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
)
def test_survives(anonymous: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(anonymous.call(put_parcel, body=change(BODY)), 413)


@obligation("put_parcel.again", "specs/httpbin.bts:129")
def test_again(anonymous: Actor) -> None:
    """The same call a second time succeeds as well."""
    expect(anonymous.call(put_parcel, body=BODY), 200, PutParcel200)
    expect(anonymous.call(put_parcel, body=BODY), 200, PutParcel200)

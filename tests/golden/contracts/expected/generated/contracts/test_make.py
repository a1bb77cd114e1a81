"""POST /things keeps what contracts.bts:61 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Append,
    Change,
    Drop,
    Fill,
    Put,
    Repeat,
    expect,
    forged,
    obligation,
    server_decides,
    survived,
    unique,
)

from .contracts import Everything, Problem
from .endpoints import make


@obligation("make.conforms", "contracts.bts:64")
def test_conforms(ann: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        ann.call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
        ),
        201,
        Everything,
    )


@obligation("make.accepts", "contracts.bts:64")
@pytest.mark.parametrize(
    "change",
    [
        Put("password", "aaaaaaaa", "minimum_length"),
        Fill("password", 40, "maximum_length"),
        Put("password", "aaaaaaaaa", "near_minimum_length"),
        Fill("password", 39, "near_maximum_length"),
        Append("password", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Append("password", "שלום عالم", "right_to_left"),
        Append("password", "éñü", "composed"),
        Append("password", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("name", "aa", "minimum_length"),
        Put("name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "maximum_length"),
        Put("size", "small", "value_small"),
        Put("size", "large", "value_large"),
        Put("level", 1, "value_1"),
        Put("level", 2, "value_2"),
        Put("level", 3, "value_3"),
        Put("price", 0, "minimum"),
        Put("price", 1000, "maximum"),
        Put("price", Decimal("0.01"), "near_minimum"),
        Put("price", Decimal("999.99"), "near_maximum"),
        Put("ratio", 1, "present"),
        Put("flag", True, "true"),
        Put("flag", False, "false"),
        Put("day", "2020-01-01", "present"),
        Put("day", "2030-12-31", "maximum"),
        Put("at", "08:00:00Z", "present"),
        Put("at", "18:00:00Z", "maximum"),
        Put("due", "2020-01-01T00:00:00Z", "present"),
        Put("due", "2030-01-01T10:30:00Z", "maximum"),
        Put("lasting", "PT1H", "present"),
        Put("site", "https://host.example/path", "present"),
        Put("v4", "192.0.2.1", "present"),
        Put("v6", "2001:db8::1", "present"),
        Put("host", "host.example", "present"),
        Put("blob", "c3BlY2M=", "present"),
        Put("extra", "text", "present"),
        Put("tags", [{"name": "text", "color": "#aaaaaa"}], "minimum"),
        Put("tags", [{"name": "text", "color": "#aaaaaa"}] * 5, "maximum"),
        Put(
            "tags",
            [
                {"name": "text", "color": "#aaaaaa"},
                {"name": "text", "color": "#aaaaaa"},
            ],
            "near_minimum",
        ),
        Put("tags", [{"name": "text", "color": "#aaaaaa"}] * 4, "near_maximum"),
        Put("tags[0].name", "a", "minimum_length"),
        Put("tags[0].name", "aaaaaaaaaaaaaaaaaaaa", "maximum_length"),
        Put("tags[0].name", "aa", "near_minimum_length"),
        Put("tags[0].name", "aaaaaaaaaaaaaaaaaaa", "near_maximum_length"),
        Put("tags[0].name", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("tags[0].name", "שלום عالم", "right_to_left"),
        Put("tags[0].name", "éñü", "composed"),
        Put("tags[0].name", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("tags[0].color", "#aaaaaa", "shortest"),
        Put("codes", [1], "present"),
        Put("codes", [], "minimum"),
        Put("codes", [0], id="codes[].minimum"),
        Put("codes", [9], id="codes[].maximum"),
        Put("codes", [8], id="codes[].near_maximum"),
        Put("labels", {}, "present"),
        Put("labels", {"one": "text", "two words": "text"}, "two_entries"),
        Put("labels", {"key": ""}, id="labels.*.empty"),
        Put("labels", {"key": "aaaaaaaaaa"}, id="labels.*.maximum_length"),
        Put("labels", {"key": "aaaaaaaaa"}, id="labels.*.near_maximum_length"),
        Put("labels", {"key": "👩\u200d👩\u200d👧 🇪🇺"}, id="labels.*.emoji"),
        Put("labels", {"key": "שלום عالم"}, id="labels.*.right_to_left"),
        Put("labels", {"key": "éñü"}, id="labels.*.composed"),
        Put("labels", {"key": "e\u0301n\u0303u\u0308"}, id="labels.*.decomposed"),
        Put("shape", {"kind": "circle", "radius": 1}, "as_circle"),
        Put("shape", {"kind": "square", "side": 1}, "as_square"),
        Put("shape.radius", 0, id="shape.circle.radius.minimum"),
        Put("shape.radius", Decimal("0.01"), id="shape.circle.radius.near_minimum"),
        Put("shape", {"kind": "square", "side": 9}, id="shape.square.side.maximum"),
        Put(
            "shape", {"kind": "square", "side": 2}, id="shape.square.side.near_minimum"
        ),
        Put(
            "shape", {"kind": "square", "side": 8}, id="shape.square.side.near_maximum"
        ),
        Put("inner.deep.value", None, "null"),
        Put("body", "text", "present"),
        Put("body", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("body", "שלום عالم", "right_to_left"),
        Put("body", "éñü", "composed"),
        Put("body", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("body", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put('["x-total"]', 1, "present"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        ann.call(
            make,
            body=change(
                {
                    "password": unique("text"),
                    "name": "AA",
                    "size": "small",
                    "level": 1,
                    "price": 1,
                    "flag": True,
                    "mail": unique("person") + "@host.example",
                    "tags": [{"name": "text", "color": "#aaaaaa"}],
                    "shape": {"kind": "circle", "radius": 1},
                    "inner": {"deep": {"value": 1}},
                }
            ),
        ),
        201,
        Everything,
    )


@obligation("make.rejects", "contracts.bts:66")
@pytest.mark.parametrize(
    "change",
    [
        Drop("password", "missing"),
        Put("password", None, "null"),
        Put("password", 12345, "wrong_type"),
        Put("password", "", "empty"),
        Put("password", "aaaaaaa", "too_short"),
        Put("password", "a" * 41, "too_long"),
        Put("password", "a" * 100000, "much_too_long"),
        Drop("name", "missing"),
        Put("name", None, "null"),
        Put("name", 12345, "wrong_type"),
        Put("name", "", "empty"),
        Put("name", "a", "too_short"),
        Put("name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "too_long"),
        Put("name", "a" * 100000, "much_too_long"),
        Put("name", "no match ☃!", "pattern_mismatch"),
        Put("name", "A\n", "pattern_newline"),
        Drop("size", "missing"),
        Put("size", None, "null"),
        Put("size", "no_such_value", "not_in_enum"),
        Put("size", "SMALL", "other_case"),
        Drop("level", "missing"),
        Put("level", None, "null"),
        Put("level", 4, "not_in_enum"),
        Put("level", "", "other_case"),
        Drop("price", "missing"),
        Put("price", None, "null"),
        Put("price", "text", "wrong_type"),
        Put("price", "1", "number_as_text"),
        Put("price", Decimal("-0.01"), "below_minimum"),
        Put("price", Decimal("1000.01"), "above_maximum"),
        Put("price", 9223372036854775808, "beyond_64_bits"),
        Put("price", Decimal("1E+400"), "huge"),
        Put("ratio", None, "null"),
        Put("ratio", "text", "wrong_type"),
        Put("ratio", "1", "number_as_text"),
        Drop("flag", "missing"),
        Put("flag", None, "null"),
        Put("flag", "maybe", "wrong_type"),
        Put("day", None, "null"),
        Put("day", 12345, "wrong_type"),
        Put("day", "not a date", "malformed"),
        Put("day", "2019-12-31", "below_minimum"),
        Put("day", "2031-01-01", "above_maximum"),
        Put("day", "2030-02-30", "impossible"),
        Put("at", None, "null"),
        Put("at", 12345, "wrong_type"),
        Put("at", "not a time", "malformed"),
        Put("at", "07:59:59Z", "below_minimum"),
        Put("at", "18:00:01Z", "above_maximum"),
        Put("at", "25:00:00Z", "impossible"),
        Put("due", None, "null"),
        Put("due", 12345, "wrong_type"),
        Put("due", "not a datetime", "malformed"),
        Put("due", "2019-12-31T23:59:59Z", "below_minimum"),
        Put("due", "2030-01-01T10:30:01Z", "above_maximum"),
        Put("due", "2030-02-30T12:00:00Z", "impossible"),
        Put("lasting", None, "null"),
        Put("lasting", 12345, "wrong_type"),
        Put("lasting", "not a duration", "malformed"),
        Drop("mail", "missing"),
        Put("mail", None, "null"),
        Put("mail", 12345, "wrong_type"),
        Put("mail", "not a email", "malformed"),
        Put("site", None, "null"),
        Put("site", 12345, "wrong_type"),
        Put("site", "not a uri", "malformed"),
        Put("v4", None, "null"),
        Put("v4", 12345, "wrong_type"),
        Put("v4", "not a ipv4", "malformed"),
        Put("v6", None, "null"),
        Put("v6", 12345, "wrong_type"),
        Put("v6", "not a ipv6", "malformed"),
        Put("host", None, "null"),
        Put("host", 12345, "wrong_type"),
        Put("host", "not a hostname", "malformed"),
        Put("blob", None, "null"),
        Put("blob", 12345, "wrong_type"),
        Drop("tags", "missing"),
        Put("tags", None, "null"),
        Put("tags", "text", "wrong_type"),
        Put("tags", [], "too_few"),
        Put("tags", [{"name": "text", "color": "#aaaaaa"}] * 6, "too_many"),
        Put(
            "tags", [{"name": "text", "color": "#aaaaaa"}, None], "invalid_second_item"
        ),
        Put("tags[0]", None, "null"),
        Put("tags[0]", "text", "wrong_type"),
        Drop("tags[0].name", "missing"),
        Put("tags[0].name", None, "null"),
        Put("tags[0].name", 12345, "wrong_type"),
        Put("tags[0].name", "", "too_short"),
        Put("tags[0].name", "aaaaaaaaaaaaaaaaaaaaa", "too_long"),
        Put("tags[0].name", "a" * 100000, "much_too_long"),
        Drop("tags[0].color", "missing"),
        Put("tags[0].color", None, "null"),
        Put("tags[0].color", 12345, "wrong_type"),
        Put("tags[0].color", "no match ☃!", "pattern_mismatch"),
        Put("tags[0].color", "#aaaaa", "pattern_too_short"),
        Put("tags[0].color", "#aaaaaaa", "pattern_too_long"),
        Put("tags[0].color", "#AAAAAA", "pattern_other_case"),
        Put("tags[0].color", "!#aaaaaa", "pattern_prefix"),
        Put("tags[0].color", "#aaaaaa!", "pattern_suffix"),
        Put("tags[0].color", "#aaaaaa\n", "pattern_newline"),
        Put("codes", None, "null"),
        Put("codes", "text", "wrong_type"),
        Put("codes", [1, 1], "repeated_item"),
        Put("codes", [1, None], "invalid_second_item"),
        Put("codes", [None], id="codes[].null"),
        Put("codes", ["text"], id="codes[].wrong_type"),
        Put("codes", ["1"], id="codes[].number_as_text"),
        Put("codes", [Decimal("0.5")], id="codes[].fraction"),
        Put("codes", [-1], id="codes[].below_minimum"),
        Put("codes", [10], id="codes[].above_maximum"),
        Put("codes", [9223372036854775808], id="codes[].beyond_64_bits"),
        Put("codes", [Decimal("1E+400")], id="codes[].huge"),
        Put("labels", None, "null"),
        Put("labels", "text", "wrong_type"),
        Put("labels", {"key": None}, id="labels.*.null"),
        Put("labels", {"key": 12345}, id="labels.*.wrong_type"),
        Put("labels", {"key": "aaaaaaaaaaa"}, id="labels.*.too_long"),
        Put("labels", {"key": "a" * 100000}, id="labels.*.much_too_long"),
        Drop("shape", "missing"),
        Put("shape", None, "null"),
        Put("shape", "no such value", "not_allowed"),
        Put("shape.kind", "square", "other_variant"),
        Put("shape", "text", id="shape.circle.wrong_type"),
        Drop("shape.kind", id="shape.circle.kind.missing"),
        Put("shape.kind", None, id="shape.circle.kind.null"),
        Put("shape.kind", "no_such_value", id="shape.circle.kind.not_allowed"),
        Put("shape.kind", "CIRCLE", id="shape.circle.kind.other_case"),
        Drop("shape.radius", id="shape.circle.radius.missing"),
        Put("shape.radius", None, id="shape.circle.radius.null"),
        Put("shape.radius", "text", id="shape.circle.radius.wrong_type"),
        Put("shape.radius", "1", id="shape.circle.radius.number_as_text"),
        Put("shape.radius", Decimal("-0.01"), id="shape.circle.radius.below_minimum"),
        Put("shape", {"side": 1}, id="shape.square.kind.missing"),
        Put("shape", {"kind": None, "side": 1}, id="shape.square.kind.null"),
        Put(
            "shape",
            {"kind": "no_such_value", "side": 1},
            id="shape.square.kind.not_allowed",
        ),
        Put("shape", {"kind": "SQUARE", "side": 1}, id="shape.square.kind.other_case"),
        Put("shape", {"kind": "square"}, id="shape.square.side.missing"),
        Put("shape", {"kind": "square", "side": None}, id="shape.square.side.null"),
        Put(
            "shape",
            {"kind": "square", "side": "text"},
            id="shape.square.side.wrong_type",
        ),
        Put(
            "shape",
            {"kind": "square", "side": "1"},
            id="shape.square.side.number_as_text",
        ),
        Put(
            "shape",
            {"kind": "square", "side": Decimal("1.5")},
            id="shape.square.side.fraction",
        ),
        Put(
            "shape", {"kind": "square", "side": 0}, id="shape.square.side.below_minimum"
        ),
        Put(
            "shape",
            {"kind": "square", "side": 10},
            id="shape.square.side.above_maximum",
        ),
        Put(
            "shape",
            {"kind": "square", "side": 9223372036854775808},
            id="shape.square.side.beyond_64_bits",
        ),
        Put(
            "shape",
            {"kind": "square", "side": Decimal("1E+400")},
            id="shape.square.side.huge",
        ),
        Drop("inner", "missing"),
        Put("inner", None, "null"),
        Put("inner", "text", "wrong_type"),
        Drop("inner.deep", "missing"),
        Put("inner.deep", None, "null"),
        Put("inner.deep", "text", "wrong_type"),
        Drop("inner.deep.value", "missing"),
        Put("inner.deep.value", "text", "wrong_type"),
        Put("inner.deep.value", "1", "number_as_text"),
        Put("inner.deep.value", Decimal("1.5"), "fraction"),
        Put("body", None, "null"),
        Put("body", 12345, "wrong_type"),
        Put('["x-total"]', None, "null"),
        Put('["x-total"]', "text", "wrong_type"),
        Put('["x-total"]', "1", "number_as_text"),
        Put('["x-total"]', Decimal("1.5"), "fraction"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", "text", id="body.wrong_type-2"),
        Put("", None, id="body.null-2"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(ann: Actor, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        ann.call(
            make,
            body=change(
                {
                    "password": unique("text"),
                    "name": "AA",
                    "size": "small",
                    "level": 1,
                    "price": 1,
                    "flag": True,
                    "mail": unique("person") + "@host.example",
                    "tags": [{"name": "text", "color": "#aaaaaa"}],
                    "shape": {"kind": "circle", "radius": 1},
                    "inner": {"deep": {"value": 1}},
                }
            ),
        ),
        422,
        Problem,
    )


@obligation("make.rejects.body.wrong_media_type", "contracts.bts:66")
def test_rejects_media_type(ann: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        ann.call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
            media="text/plain",
        ),
        (422, 415),
    )


@obligation("make.survives", "contracts.bts:61")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("password", "'\"`;--%s\\", "quotes"),
        Put("password", "a\x00b", "nul"),
        Put("password", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("password", "e" + "\u0301" * 60, "stacked_marks"),
        Put("password", "\ud800", "lone_surrogate"),
        Put("password", " ", "blank"),
        Put("price", Decimal("1E-400"), "tiny"),
        Put(
            "price",
            Decimal(
                "1.0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            ),
            "many_digits",
        ),
        Put("ratio", 9007199254740993, "beyond_doubles"),
        Put("ratio", 9223372036854775808, "beyond_64_bits"),
        Put("ratio", Decimal("1E+400"), "huge"),
        Put("ratio", -9223372036854775809, "below_64_bits"),
        Put("ratio", Decimal("1E-400"), "tiny"),
        Put(
            "ratio",
            Decimal(
                "1.0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            ),
            "many_digits",
        ),
        Put("day", "20300101", "other_form"),
        Put("due", "2030-01-01T12:00:00", "without_zone"),
        Put("due", "2030-01-01", "without_time"),
        Put("tags[0].specc_unknown", "text", id="tags[].unknown_field"),
        Put("tags[0].name", "'\"`;--%s\\", "quotes"),
        Put("tags[0].name", "a\x00b", "nul"),
        Put("tags[0].name", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("tags[0].name", "e" + "\u0301" * 60, "stacked_marks"),
        Put("tags[0].name", "\ud800", "lone_surrogate"),
        Put("tags[0].name", " ", "blank"),
        Put(
            "labels",
            {
                "": "text",
                "__proto__": "text",
                "a.b": "text",
                "$set": "text",
                "\u202e": "text",
                "a\x00b": "text",
            },
            "odd_keys",
        ),
        Put("labels", {"key": "'\"`;--%s\\"}, id="labels.*.quotes"),
        Put("labels", {"key": "a\x00b"}, id="labels.*.nul"),
        Put("labels", {"key": "\u202ea\u202c\ufeff"}, id="labels.*.bidi_override"),
        Put("labels", {"key": "e" + "\u0301" * 60}, id="labels.*.stacked_marks"),
        Put("labels", {"key": "\ud800"}, id="labels.*.lone_surrogate"),
        Put("labels", {"key": " "}, id="labels.*.blank"),
        Put("shape.side", 1, "other_variants_field"),
        Put("shape.specc_unknown", "text", id="shape.circle.unknown_field"),
        Put("shape.radius", 9007199254740993, id="shape.circle.radius.beyond_doubles"),
        Put(
            "shape.radius", 9223372036854775808, id="shape.circle.radius.beyond_64_bits"
        ),
        Put("shape.radius", Decimal("1E+400"), id="shape.circle.radius.huge"),
        Put("shape.radius", Decimal("1E-400"), id="shape.circle.radius.tiny"),
        Put(
            "shape.radius",
            Decimal(
                "1.0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            ),
            id="shape.circle.radius.many_digits",
        ),
        Put(
            "shape",
            {"kind": "square", "side": 1, "specc_unknown": "text"},
            id="shape.square.unknown_field",
        ),
        Put("inner.specc_unknown", "text", id="inner.unknown_field"),
        Put("inner.deep.specc_unknown", "text", id="inner.deep.unknown_field"),
        Put("inner.deep.value", 9007199254740993, "beyond_doubles"),
        Put("inner.deep.value", 9223372036854775808, "beyond_64_bits"),
        Put("inner.deep.value", Decimal("1E+400"), "huge"),
        Put("inner.deep.value", -9223372036854775809, "below_64_bits"),
        Put("body", "a" * 100000, "very_long"),
        Put("body", "", "empty"),
        Put("body", "'\"`;--%s\\", "quotes"),
        Put("body", "a\x00b", "nul"),
        Put("body", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("body", "e" + "\u0301" * 60, "stacked_marks"),
        Put("body", "\ud800", "lone_surrogate"),
        Put("body", " ", "blank"),
        Put('["x-total"]', 9007199254740993, "beyond_doubles"),
        Put('["x-total"]', 9223372036854775808, "beyond_64_bits"),
        Put('["x-total"]', Decimal("1E+400"), "huge"),
        Put('["x-total"]', -9223372036854775809, "below_64_bits"),
        Repeat("password", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(ann: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(
            make,
            body=change(
                {
                    "password": unique("text"),
                    "name": "AA",
                    "size": "small",
                    "level": 1,
                    "price": 1,
                    "flag": True,
                    "mail": unique("person") + "@host.example",
                    "tags": [{"name": "text", "color": "#aaaaaa"}],
                    "shape": {"kind": "circle", "radius": 1},
                    "inner": {"deep": {"value": 1}},
                }
            ),
        ),
        413,
    )


@obligation("make.ignores", "contracts.bts:67")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("made_at", "2001-01-01T00:00:00Z", id="made_at"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        ann.call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
        ),
        201,
        Everything,
    )
    claimed = survived(
        ann.call(
            make,
            body=change(
                {
                    "password": unique("text"),
                    "name": "AA",
                    "size": "small",
                    "level": 1,
                    "price": 1,
                    "flag": True,
                    "mail": unique("person") + "@host.example",
                    "tags": [{"name": "text", "color": "#aaaaaa"}],
                    "shape": {"kind": "circle", "radius": 1},
                    "inner": {"deep": {"value": 1}},
                }
            ),
        )
    )
    server_decides(usual, claimed, ["id", "made_at", "specc_unknown"])


@obligation("make.refuses.anonymous", "contracts.bts:65")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
        ),
        401,
        Problem,
    )


@obligation("make.refuses.made_up_credential", "contracts.bts:65")
def test_refuses_made_up_credential(ann: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
        ),
        401,
        Problem,
    )

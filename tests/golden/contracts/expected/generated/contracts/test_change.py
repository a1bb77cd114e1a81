"""PATCH /things/{id} keeps what contracts.bts:70 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    Response,
    expect,
    forged,
    obligation,
    server_decides,
    survived,
    unique,
    uuid,
)

from .contracts import Everything, Problem
from .endpoints import change_2, make

BODY = {
    "password": "texttext",
    "name": "AA",
    "size": "small",
    "level": 1,
    "price": 1,
    "ratio": 1,
    "flag": True,
    "day": "2020-01-01",
    "at": "08:00:00Z",
    "due": "2020-01-01T00:00:00Z",
    "lasting": "PT1H",
    "mail": "person@host.example",
    "site": "https://host.example/path",
    "v4": "192.0.2.1",
    "v6": "2001:db8::1",
    "host": "host.example",
    "blob": "c3BlY2M=",
    "extra": "text",
    "tags": [{"name": "text", "color": "#aaaaaa"}],
    "codes": [1],
    "labels": {},
    "shape": {"kind": "circle", "radius": 1},
    "inner": {"deep": {"value": 1}},
    "body": "text",
    "x-total": 1,
}


@obligation("change.conforms", "contracts.bts:73")
def test_conforms(ann: Actor, new_everything: Response) -> None:
    """A valid call is answered 200 as declared."""
    expect(ann.call(change_2, {"id": new_everything["id"]}, body=BODY), 200, Everything)


@obligation("change.accepts", "contracts.bts:73")
@pytest.mark.parametrize(
    "change",
    [
        Drop("name", "absent"),
        Put("name", "aa", "minimum_length"),
        Put("name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "maximum_length"),
        Drop("size", "absent"),
        Put("size", "small", "value_small"),
        Put("size", "large", "value_large"),
        Drop("level", "absent"),
        Put("level", 1, "value_1"),
        Put("level", 2, "value_2"),
        Put("level", 3, "value_3"),
        Drop("price", "absent"),
        Put("price", 0, "minimum"),
        Put("price", 1000, "maximum"),
        Put("price", Decimal("0.01"), "near_minimum"),
        Put("price", Decimal("999.99"), "near_maximum"),
        Drop("ratio", "absent"),
        Drop("flag", "absent"),
        Put("flag", True, "true"),
        Put("flag", False, "false"),
        Drop("day", "absent"),
        Put("day", "2020-01-01", "minimum"),
        Put("day", "2030-12-31", "maximum"),
        Drop("at", "absent"),
        Put("at", "08:00:00Z", "minimum"),
        Put("at", "18:00:00Z", "maximum"),
        Drop("due", "absent"),
        Put("due", "2020-01-01T00:00:00Z", "minimum"),
        Put("due", "2030-01-01T10:30:00Z", "maximum"),
        Drop("lasting", "absent"),
        Drop("mail", "absent"),
        Drop("site", "absent"),
        Drop("v4", "absent"),
        Drop("v6", "absent"),
        Drop("host", "absent"),
        Drop("blob", "absent"),
        Drop("extra", "absent"),
        Drop("tags", "absent"),
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
        Drop("codes", "absent"),
        Put("codes", [], "minimum"),
        Put("codes[0]", 0, "minimum"),
        Put("codes[0]", 9, "maximum"),
        Put("codes[0]", 1, "near_minimum"),
        Put("codes[0]", 8, "near_maximum"),
        Drop("labels", "absent"),
        Put("labels", {}, "empty"),
        Put("labels", {"one": "text", "two words": "text"}, "two_entries"),
        Put("labels", {"key": ""}, id="labels.*.empty"),
        Put("labels", {"key": "aaaaaaaaaa"}, id="labels.*.maximum_length"),
        Put("labels", {"key": "aaaaaaaaa"}, id="labels.*.near_maximum_length"),
        Put("labels", {"key": "👩\u200d👩\u200d👧 🇪🇺"}, id="labels.*.emoji"),
        Put("labels", {"key": "שלום عالم"}, id="labels.*.right_to_left"),
        Put("labels", {"key": "éñü"}, id="labels.*.composed"),
        Put("labels", {"key": "e\u0301n\u0303u\u0308"}, id="labels.*.decomposed"),
        Drop("shape", "absent"),
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
        Drop("inner", "absent"),
        Put("inner.deep.value", None, "null"),
        Drop("body", "absent"),
        Put("body", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("body", "שלום عالم", "right_to_left"),
        Put("body", "éñü", "composed"),
        Put("body", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("body", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Drop('["x-total"]', "absent"),
    ],
    ids=str,
)
def test_accepts(ann: Actor, new_everything: Response, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        ann.call(change_2, {"id": new_everything["id"]}, body=change(BODY)),
        200,
        Everything,
    )


@obligation("change.conforms.filled", "contracts.bts:77")
def test_conforms_filled(ann: Actor) -> None:
    """The answer about a Everything with all that it may have is as declared."""
    made = expect(
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
                "ratio": 1,
                "day": "2020-01-01",
                "at": "08:00:00Z",
                "due": "2020-01-01T00:00:00Z",
                "lasting": "PT1H",
                "site": "https://host.example/path",
                "v4": "192.0.2.1",
                "v6": "2001:db8::1",
                "host": "host.example",
                "blob": "c3BlY2M=",
                "extra": "text",
                "codes": [1],
                "labels": {"one": "text"},
                "body": unique("text"),
                "x-total": 1,
            },
        ),
        201,
        Everything,
    )
    expect(ann.call(change_2, {"id": made["id"]}, body=BODY), 200, Everything)


@obligation("change.rejects", "contracts.bts:76")
@pytest.mark.parametrize(
    "change",
    [
        Put("password", None, "null"),
        Put("password", 12345, "wrong_type"),
        Put("password", "", "empty"),
        Put("password", "aaaaaaa", "too_short"),
        Put("password", "a" * 41, "too_long"),
        Put("password", "a" * 100000, "much_too_long"),
        Put("name", None, "null"),
        Put("name", 12345, "wrong_type"),
        Put("name", "", "empty"),
        Put("name", "a", "too_short"),
        Put("name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "too_long"),
        Put("name", "a" * 100000, "much_too_long"),
        Put("name", "no match ☃!", "pattern_mismatch"),
        Put("name", "A\n", "pattern_newline"),
        Put("size", None, "null"),
        Put("size", "no_such_value", "not_in_enum"),
        Put("size", "SMALL", "other_case"),
        Put("level", None, "null"),
        Put("level", 4, "not_in_enum"),
        Put("level", "", "other_case"),
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
        Put("codes[0]", None, "null"),
        Put("codes[0]", "text", "wrong_type"),
        Put("codes[0]", "1", "number_as_text"),
        Put("codes[0]", Decimal("0.5"), "fraction"),
        Put("codes[0]", -1, "below_minimum"),
        Put("codes[0]", 10, "above_maximum"),
        Put("codes[0]", 9223372036854775808, "beyond_64_bits"),
        Put("codes[0]", Decimal("1E+400"), "huge"),
        Put("labels", None, "null"),
        Put("labels", "text", "wrong_type"),
        Put("labels", {"key": None}, id="labels.*.null"),
        Put("labels", {"key": 12345}, id="labels.*.wrong_type"),
        Put("labels", {"key": "aaaaaaaaaaa"}, id="labels.*.too_long"),
        Put("labels", {"key": "a" * 100000}, id="labels.*.much_too_long"),
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
    ],
    ids=str,
)
def test_rejects(ann: Actor, new_everything: Response, change: Change) -> None:
    """An invalid body is answered 422."""
    expect(
        ann.call(change_2, {"id": new_everything["id"]}, body=change(BODY)),
        422,
        Problem,
    )


@obligation("change.rejects.body.wrong_media_type", "contracts.bts:76")
def test_rejects_media_type(ann: Actor, new_everything: Response) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        ann.call(change_2, {"id": new_everything["id"]}, body=BODY, media="text/plain"),
        (422, 415),
    )


@obligation("change.rejects", "contracts.bts:70")
@pytest.mark.parametrize(
    "change", [Put("id", "not a uuid", id="path.id.malformed")], ids=str
)
def test_rejects_params(ann: Actor, new_everything: Response, change: Change) -> None:
    """An invalid parameter is answered 4xx."""
    expect(ann.call(change_2, change({"id": new_everything["id"]}), body=BODY), "4xx")


@obligation("change.survives", "contracts.bts:70")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
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
        Put("", b"", id="body.empty-2"),
    ],
    ids=str,
)
def test_survives(ann: Actor, new_everything: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(ann.call(change_2, {"id": new_everything["id"]}, body=change(BODY)), 413)


@obligation("change.survives", "contracts.bts:70")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "a" * 4000, id="path.id.very_long"),
        Put("id", "'\"`;--%s\\", id="path.id.quotes"),
        Put("id", "a\x00b", id="path.id.nul"),
        Put("id", "\u202ea\u202c\ufeff", id="path.id.bidi_override"),
        Put("id", "e" + "\u0301" * 60, id="path.id.stacked_marks"),
        Put("id", "\ud800", id="path.id.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(ann: Actor, new_everything: Response, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        ann.call(change_2, change({"id": new_everything["id"]}), body=BODY),
        414,
        431,
        400,
    )


@obligation("change.ignores", "contracts.bts:77")
@pytest.mark.parametrize(
    "change",
    [
        Put("id", "00000000-0000-4000-8000-00000000c1a1", id="id"),
        Put("made_at", "2001-01-01T00:00:00Z", id="made_at"),
        Put("specc_unknown", "text", id="unknown_field"),
    ],
    ids=str,
)
def test_ignores(ann: Actor, new_everything: Response, change: Change) -> None:
    """What is readonly or unknown is not taken from the client."""
    usual = expect(
        ann.call(change_2, {"id": new_everything["id"]}, body=BODY), 200, Everything
    )
    claimed = survived(
        ann.call(change_2, {"id": new_everything["id"]}, body=change(BODY))
    )
    server_decides(usual, claimed, ["id", "made_at", "specc_unknown"])


@obligation("change.refuses.anonymous", "contracts.bts:74")
def test_refuses_anonymous(anonymous: Actor, new_everything: Response) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(change_2, {"id": new_everything["id"]}, body=BODY), 401, Problem
    )


@obligation("change.refuses.made_up_credential", "contracts.bts:74")
def test_refuses_made_up_credential(ann: Actor, new_everything: Response) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(ann).call(change_2, {"id": new_everything["id"]}, body=BODY),
        401,
        Problem,
    )


@obligation("change.unknown.id", "contracts.bts:75")
def test_unknown_id(ann: Actor) -> None:
    """An unknown id is answered 404."""
    expect(ann.call(change_2, {"id": uuid()}, body=BODY), 404, Problem)

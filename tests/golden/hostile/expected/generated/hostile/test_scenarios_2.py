"""POST /class/{lambda}/import keeps what hostile.bts:22 says."""

from decimal import Decimal

import pytest
from specc.runtime import (
    Actor,
    Change,
    Drop,
    Put,
    Repeat,
    expect,
    forged,
    obligation,
    survived,
)

from .contracts import Class
from .endpoints import scenarios

BODY = {"__class__": "text", "a b": "it's"}


@obligation("scenarios.conforms", "hostile.bts:27")
def test_conforms(import_: Actor) -> None:
    """A valid call is answered 201 as declared."""
    expect(
        import_.call(scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=BODY),
        201,
        Class,
    )


@obligation("scenarios.accepts", "hostile.bts:27")
@pytest.mark.parametrize(
    "change",
    [
        Put("__class__", "👩\u200d👩\u200d👧 🇪🇺", "emoji"),
        Put("__class__", "שלום عالم", "right_to_left"),
        Put("__class__", "éñü", "composed"),
        Put("__class__", "e\u0301n\u0303u\u0308", "decomposed"),
        Put("__class__", "a < b & c > 'd' \"e\" \\ 100%", "punctuation"),
        Put('["a b"]', "it's", "value_it_s"),
        Put('["a b"]', '"quoted"', "value__quoted_"),
        Put('["a b"]', "", "value_"),
        Put('["a b"]', "# noqa", "value___noqa"),
        Put('["a b"]', "line\nbreak", "value_line_break"),
        Put("def", '"', "shortest"),
        Put('["naïve-ß"]', "text", id="na_ve-_.present"),
        Put('["naïve-ß"]', "", id="na_ve-_.empty"),
        Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaaa", id="na_ve-_.maximum_length"),
        Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaa", id="na_ve-_.near_maximum_length"),
        Put('["naïve-ß"]', "👩\u200d👩\u200d👧 🇪🇺", id="na_ve-_.emoji"),
        Put('["naïve-ß"]', "שלום عالم", id="na_ve-_.right_to_left"),
        Put('["naïve-ß"]', "éñü", id="na_ve-_.composed"),
        Put('["naïve-ß"]', "e\u0301n\u0303u\u0308", id="na_ve-_.decomposed"),
        Put('["\\"\\"\\""]', 1, "present"),
        Put('["{0}"]', 1, "present"),
    ],
    ids=str,
)
def test_accepts(import_: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        import_.call(
            scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=change(BODY)
        ),
        201,
        Class,
    )


@obligation("scenarios.accepts", "hostile.bts:27")
@pytest.mark.parametrize(
    "change",
    [
        Put('["x[]"]', '"', id="query.x[].value__"),
        Put('["x[]"]', "'", id="query.x[].value__-2"),
    ],
    ids=str,
)
def test_accepts_params(import_: Actor, change: Change) -> None:
    """Values at the very edge of what is declared are accepted."""
    expect(
        import_.call(
            scenarios, change({"lambda": "x'y", "from": "a&b=c#d"}), body=BODY
        ),
        201,
        Class,
    )


@obligation("scenarios.rejects", "hostile.bts:28")
@pytest.mark.parametrize(
    "change",
    [
        Drop("__class__", "missing"),
        Put("__class__", None, "null"),
        Put("__class__", 12345, "wrong_type"),
        Drop('["a b"]', "missing"),
        Put('["a b"]', None, "null"),
        Put('["a b"]', "no_such_value", "not_in_enum"),
        Put('["a b"]', "IT'S", "other_case"),
        Put("def", None, "null"),
        Put("def", 12345, "wrong_type"),
        Put("def", "no match ☃!", "pattern_mismatch"),
        Put("def", "", "pattern_too_short"),
        Put("def", '!"', "pattern_prefix"),
        Put("def", '"!', "pattern_suffix"),
        Put("def", '"\n', "pattern_newline"),
        Put('["naïve-ß"]', None, id="na_ve-_.null"),
        Put('["naïve-ß"]', 12345, id="na_ve-_.wrong_type"),
        Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaaaa", id="na_ve-_.too_long"),
        Put('["naïve-ß"]', "a" * 100000, id="na_ve-_.much_too_long"),
        Put('["\\"\\"\\""]', None, "null"),
        Put('["\\"\\"\\""]', "text", "wrong_type"),
        Put('["\\"\\"\\""]', "1", "number_as_text"),
        Put('["\\"\\"\\""]', Decimal("1.5"), "fraction"),
        Put('["{0}"]', None, "null"),
        Put('["{0}"]', "text", "wrong_type"),
        Put('["{0}"]', "1", "number_as_text"),
        Put('["{0}"]', Decimal("1.5"), "fraction"),
        Put("", b'{"', id="body.malformed"),
        Put("", b'{"text": "\xff"}', id="body.not_utf8"),
        Put("", b"[" * 1000 + b"]" * 1000, id="body.nested"),
        Put("", "text", id="body.wrong_type"),
        Put("", None, id="body.null"),
        Put("", [], id="body.list"),
        Put("", {}, id="body.object"),
        Put("", b"", id="body.empty"),
    ],
    ids=str,
)
def test_rejects(import_: Actor, change: Change) -> None:
    """An invalid body is answered 400."""
    expect(
        import_.call(
            scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=change(BODY)
        ),
        400,
    )


@obligation("scenarios.rejects.body.wrong_media_type", "hostile.bts:28")
def test_rejects_media_type(import_: Actor) -> None:
    """A body that calls itself text/plain is rejected."""
    expect(
        import_.call(
            scenarios,
            {"lambda": "x'y", "from": "a&b=c#d"},
            body=BODY,
            media="text/plain",
        ),
        (400, 415),
    )


@obligation("scenarios.rejects", "hostile.bts:28")
@pytest.mark.parametrize(
    "change",
    [
        Drop("from", id="query.from.missing"),
        Put('["x[]"]', "no_such_value", id="query.x[].not_in_enum"),
    ],
    ids=str,
)
def test_rejects_query(import_: Actor, change: Change) -> None:
    """An invalid query is answered 400."""
    expect(
        import_.call(
            scenarios, change({"lambda": "x'y", "from": "a&b=c#d"}), body=BODY
        ),
        400,
    )


@obligation("scenarios.survives", "hostile.bts:22")
@pytest.mark.parametrize(
    "change",
    [
        Put("specc_unknown", "text", id="unknown_field"),
        Put("__class__", "a" * 100000, "very_long"),
        Put("__class__", "", "empty"),
        Put("__class__", "'\"`;--%s\\", "quotes"),
        Put("__class__", "a\x00b", "nul"),
        Put("__class__", "\u202ea\u202c\ufeff", "bidi_override"),
        Put("__class__", "e" + "\u0301" * 60, "stacked_marks"),
        Put("__class__", "\ud800", "lone_surrogate"),
        Put("__class__", " ", "blank"),
        Put('["naïve-ß"]', "'\"`;--%s\\", id="na_ve-_.quotes"),
        Put('["naïve-ß"]', "a\x00b", id="na_ve-_.nul"),
        Put('["naïve-ß"]', "\u202ea\u202c\ufeff", id="na_ve-_.bidi_override"),
        Put('["naïve-ß"]', "e" + "\u0301" * 60, id="na_ve-_.stacked_marks"),
        Put('["naïve-ß"]', "\ud800", id="na_ve-_.lone_surrogate"),
        Put('["naïve-ß"]', " ", id="na_ve-_.blank"),
        Put('["\\"\\"\\""]', 9007199254740993, "beyond_doubles"),
        Put('["\\"\\"\\""]', 9223372036854775808, "beyond_64_bits"),
        Put('["\\"\\"\\""]', Decimal("1E+400"), "huge"),
        Put('["\\"\\"\\""]', -9223372036854775809, "below_64_bits"),
        Put('["{0}"]', 9007199254740993, "beyond_doubles"),
        Put('["{0}"]', 9223372036854775808, "beyond_64_bits"),
        Put('["{0}"]', Decimal("1E+400"), "huge"),
        Put('["{0}"]', -9223372036854775809, "below_64_bits"),
        Repeat("__class__", id="body.repeated_key"),
    ],
    ids=str,
)
def test_survives(import_: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        import_.call(
            scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=change(BODY)
        ),
        413,
    )


@obligation("scenarios.survives", "hostile.bts:22")
@pytest.mark.parametrize(
    "change",
    [
        Put("lambda", "a" * 4000, id="path.lambda.very_long"),
        Put("lambda", "'\"`;--%s\\", id="path.lambda.quotes"),
        Put("lambda", "a\x00b", id="path.lambda.nul"),
        Put("lambda", "\u202ea\u202c\ufeff", id="path.lambda.bidi_override"),
        Put("lambda", "e" + "\u0301" * 60, id="path.lambda.stacked_marks"),
        Put("lambda", "\ud800", id="path.lambda.not_utf8"),
        Put("from", "a" * 4000, id="query.from.very_long"),
        Put("from", "", id="query.from.empty"),
        Put("from", "'\"`;--%s\\", id="query.from.quotes"),
        Put("from", "a\x00b", id="query.from.nul"),
        Put("from", "\u202ea\u202c\ufeff", id="query.from.bidi_override"),
        Put("from", "e" + "\u0301" * 60, id="query.from.stacked_marks"),
        Put("from", "\ud800", id="query.from.not_utf8"),
    ],
    ids=str,
)
def test_survives_params(import_: Actor, change: Change) -> None:
    """What is neither valid nor invalid is answered as declared."""
    survived(
        import_.call(
            scenarios, change({"lambda": "x'y", "from": "a&b=c#d"}), body=BODY
        ),
        414,
        431,
        404,
    )


@obligation("scenarios.refuses.anonymous", "hostile.bts:29")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=BODY), 401
    )


@obligation("scenarios.refuses.made_up_credential", "hostile.bts:29")
def test_refuses_made_up_credential(import_: Actor) -> None:
    """A made-up credential is refused with 401."""
    expect(
        forged(import_).call(
            scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=BODY
        ),
        401,
    )

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
        pytest.param(Put("__class__", "👩\u200d👩\u200d👧 🇪🇺"), id="__class__.emoji"),
        pytest.param(Put("__class__", "שלום عالم"), id="__class__.right_to_left"),
        pytest.param(Put("__class__", "éñü"), id="__class__.composed"),
        pytest.param(
            Put("__class__", "e\u0301n\u0303u\u0308"), id="__class__.decomposed"
        ),
        pytest.param(Put('["a b"]', "it's"), id="a b.value_it_s"),
        pytest.param(Put('["a b"]', '"quoted"'), id="a b.value__quoted_"),
        pytest.param(Put('["a b"]', ""), id="a b.value_"),
        pytest.param(Put('["a b"]', "# noqa"), id="a b.value___noqa"),
        pytest.param(Put('["a b"]', "line\nbreak"), id="a b.value_line_break"),
        pytest.param(Put("def", '"'), id="def.shortest"),
        pytest.param(Put('["naïve-ß"]', "text"), id="na_ve-_.present"),
        pytest.param(Put('["naïve-ß"]', ""), id="na_ve-_.empty"),
        pytest.param(
            Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaaa"), id="na_ve-_.maximum_length"
        ),
        pytest.param(
            Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaa"), id="na_ve-_.near_maximum_length"
        ),
        pytest.param(Put('["naïve-ß"]', "👩\u200d👩\u200d👧 🇪🇺"), id="na_ve-_.emoji"),
        pytest.param(Put('["naïve-ß"]', "שלום عالم"), id="na_ve-_.right_to_left"),
        pytest.param(Put('["naïve-ß"]', "éñü"), id="na_ve-_.composed"),
        pytest.param(
            Put('["naïve-ß"]', "e\u0301n\u0303u\u0308"), id="na_ve-_.decomposed"
        ),
        pytest.param(Put('["\\"\\"\\""]', 1), id='""".present'),
        pytest.param(Put('["{0}"]', 1), id="{0}.present"),
    ],
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
        pytest.param(Put('["x[]"]', '"'), id="query.x[].value__"),
        pytest.param(Put('["x[]"]', "'"), id="query.x[].value__-2"),
    ],
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
        pytest.param(Drop("__class__"), id="__class__.missing"),
        pytest.param(Put("__class__", None), id="__class__.null"),
        pytest.param(Put("__class__", 12345), id="__class__.wrong_type"),
        pytest.param(Drop('["a b"]'), id="a b.missing"),
        pytest.param(Put('["a b"]', None), id="a b.null"),
        pytest.param(Put('["a b"]', "no_such_value"), id="a b.not_in_enum"),
        pytest.param(Put('["a b"]', "IT'S"), id="a b.other_case"),
        pytest.param(Put("def", None), id="def.null"),
        pytest.param(Put("def", 12345), id="def.wrong_type"),
        pytest.param(Put("def", "no match ☃!"), id="def.pattern_mismatch"),
        pytest.param(Put("def", ""), id="def.pattern_too_short"),
        pytest.param(Put("def", '!"'), id="def.pattern_prefix"),
        pytest.param(Put("def", '"!'), id="def.pattern_suffix"),
        pytest.param(Put("def", '"\n'), id="def.pattern_newline"),
        pytest.param(Put('["naïve-ß"]', None), id="na_ve-_.null"),
        pytest.param(Put('["naïve-ß"]', 12345), id="na_ve-_.wrong_type"),
        pytest.param(
            Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaaaa"), id="na_ve-_.too_long"
        ),
        pytest.param(Put('["naïve-ß"]', "a" * 100000), id="na_ve-_.much_too_long"),
        pytest.param(Put('["\\"\\"\\""]', None), id='""".null'),
        pytest.param(Put('["\\"\\"\\""]', "text"), id='""".wrong_type'),
        pytest.param(Put('["\\"\\"\\""]', "1"), id='""".number_as_text'),
        pytest.param(Put('["\\"\\"\\""]', Decimal("1.5")), id='""".fraction'),
        pytest.param(Put('["{0}"]', None), id="{0}.null"),
        pytest.param(Put('["{0}"]', "text"), id="{0}.wrong_type"),
        pytest.param(Put('["{0}"]', "1"), id="{0}.number_as_text"),
        pytest.param(Put('["{0}"]', Decimal("1.5")), id="{0}.fraction"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", b'{"text": "\xff"}'), id="body.not_utf8"),
        pytest.param(Put("", b"[" * 1000 + b"]" * 1000), id="body.nested"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
        pytest.param(Put("", None), id="body.null"),
        pytest.param(Put("", []), id="body.list"),
        pytest.param(Put("", {}), id="body.object"),
        pytest.param(Put("", b""), id="body.empty"),
    ],
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
        pytest.param(Drop("from"), id="query.from.missing"),
        pytest.param(Put('["x[]"]', "no_such_value"), id="query.x[].not_in_enum"),
    ],
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
        pytest.param(Put("specc_unknown", "text"), id="unknown_field"),
        pytest.param(Put("__class__", "a" * 100000), id="__class__.very_long"),
        pytest.param(Put("__class__", ""), id="__class__.empty"),
        pytest.param(Put("__class__", "'\"`;--%s\\"), id="__class__.quotes"),
        pytest.param(Put("__class__", "a\x00b"), id="__class__.nul"),
        pytest.param(
            Put("__class__", "\u202ea\u202c\ufeff"), id="__class__.bidi_override"
        ),
        pytest.param(
            Put("__class__", "e" + "\u0301" * 60), id="__class__.stacked_marks"
        ),
        pytest.param(Put("__class__", "\ud800"), id="__class__.lone_surrogate"),
        pytest.param(Put("__class__", " "), id="__class__.blank"),
        pytest.param(Put('["naïve-ß"]', "'\"`;--%s\\"), id="na_ve-_.quotes"),
        pytest.param(Put('["naïve-ß"]', "a\x00b"), id="na_ve-_.nul"),
        pytest.param(
            Put('["naïve-ß"]', "\u202ea\u202c\ufeff"), id="na_ve-_.bidi_override"
        ),
        pytest.param(
            Put('["naïve-ß"]', "e" + "\u0301" * 60), id="na_ve-_.stacked_marks"
        ),
        pytest.param(Put('["naïve-ß"]', "\ud800"), id="na_ve-_.lone_surrogate"),
        pytest.param(Put('["naïve-ß"]', " "), id="na_ve-_.blank"),
        pytest.param(Put('["\\"\\"\\""]', 9007199254740993), id='""".beyond_doubles'),
        pytest.param(
            Put('["\\"\\"\\""]', 9223372036854775808), id='""".beyond_64_bits'
        ),
        pytest.param(Put('["\\"\\"\\""]', Decimal("1E+400")), id='""".huge'),
        pytest.param(
            Put('["\\"\\"\\""]', -9223372036854775809), id='""".below_64_bits'
        ),
        pytest.param(Put('["{0}"]', 9007199254740993), id="{0}.beyond_doubles"),
        pytest.param(Put('["{0}"]', 9223372036854775808), id="{0}.beyond_64_bits"),
        pytest.param(Put('["{0}"]', Decimal("1E+400")), id="{0}.huge"),
        pytest.param(Put('["{0}"]', -9223372036854775809), id="{0}.below_64_bits"),
        pytest.param(Repeat("__class__"), id="body.repeated_key"),
    ],
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
        pytest.param(Put("lambda", "a" * 4000), id="path.lambda.very_long"),
        pytest.param(Put("lambda", "'\"`;--%s\\"), id="path.lambda.quotes"),
        pytest.param(Put("lambda", "a\x00b"), id="path.lambda.nul"),
        pytest.param(
            Put("lambda", "\u202ea\u202c\ufeff"), id="path.lambda.bidi_override"
        ),
        pytest.param(
            Put("lambda", "e" + "\u0301" * 60), id="path.lambda.stacked_marks"
        ),
        pytest.param(Put("lambda", "\ud800"), id="path.lambda.not_utf8"),
        pytest.param(Put("from", "a" * 4000), id="query.from.very_long"),
        pytest.param(Put("from", ""), id="query.from.empty"),
        pytest.param(Put("from", "'\"`;--%s\\"), id="query.from.quotes"),
        pytest.param(Put("from", "a\x00b"), id="query.from.nul"),
        pytest.param(Put("from", "\u202ea\u202c\ufeff"), id="query.from.bidi_override"),
        pytest.param(Put("from", "e" + "\u0301" * 60), id="query.from.stacked_marks"),
        pytest.param(Put("from", "\ud800"), id="query.from.not_utf8"),
    ],
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
    """Made_up_credential is refused with 401."""
    expect(
        forged(import_).call(
            scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=BODY
        ),
        401,
    )

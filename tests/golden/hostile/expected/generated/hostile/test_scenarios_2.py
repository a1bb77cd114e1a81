"""POST /class/{lambda}/import keeps what hostile.bts:22 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation

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
        pytest.param(Put('["a b"]', "it's"), id="a b.value_it_s"),
        pytest.param(Put('["a b"]', '"quoted"'), id="a b.value__quoted_"),
        pytest.param(Put('["a b"]', ""), id="a b.value_"),
        pytest.param(Put('["a b"]', "# noqa"), id="a b.value___noqa"),
        pytest.param(Put('["a b"]', "line\nbreak"), id="a b.value_line_break"),
        pytest.param(
            Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaaa"), id="na_ve-_.maximum_length"
        ),
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
        pytest.param(Put("def", None), id="def.null"),
        pytest.param(Put("def", 12345), id="def.wrong_type"),
        pytest.param(Put("def", "no match ☃!"), id="def.pattern_mismatch"),
        pytest.param(Put("def", ""), id="def.pattern_too_short"),
        pytest.param(Put('["naïve-ß"]', None), id="na_ve-_.null"),
        pytest.param(Put('["naïve-ß"]', 12345), id="na_ve-_.wrong_type"),
        pytest.param(
            Put('["naïve-ß"]', "aaaaaaaaaaaaaaaaaaaaa"), id="na_ve-_.too_long"
        ),
        pytest.param(Put('["\\"\\"\\""]', None), id='""".null'),
        pytest.param(Put('["\\"\\"\\""]', "text"), id='""".wrong_type'),
        pytest.param(Put('["\\"\\"\\""]', "1"), id='""".number_as_text'),
        pytest.param(Put('["\\"\\"\\""]', Decimal("1.5")), id='""".fraction'),
        pytest.param(Put('["{0}"]', None), id="{0}.null"),
        pytest.param(Put('["{0}"]', "text"), id="{0}.wrong_type"),
        pytest.param(Put('["{0}"]', "1"), id="{0}.number_as_text"),
        pytest.param(Put('["{0}"]', Decimal("1.5")), id="{0}.fraction"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type"),
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


@obligation("scenarios.refuses.anonymous", "hostile.bts:29")
def test_refuses_anonymous(anonymous: Actor) -> None:
    """Anonymous is refused with 401."""
    expect(
        anonymous.call(scenarios, {"lambda": "x'y", "from": "a&b=c#d"}, body=BODY), 401
    )

"""POST /things keeps what contracts.bts:60 says."""

from decimal import Decimal

import pytest
from specc.runtime import Actor, Change, Drop, Put, expect, obligation, unique

from .contracts import Everything, Problem
from .endpoints import make


@obligation("make.conforms", "contracts.bts:63")
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


@obligation("make.accepts", "contracts.bts:63")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Put("size", "small"), id="size.value_small"),
        pytest.param(Put("size", "large"), id="size.value_large"),
        pytest.param(Put("level", 1), id="level.value_1"),
        pytest.param(Put("level", 2), id="level.value_2"),
        pytest.param(Put("level", 3), id="level.value_3"),
        pytest.param(Put("price", 0), id="price.minimum"),
        pytest.param(Put("price", 1000), id="price.maximum"),
        pytest.param(Put("flag", True), id="flag.true"),
        pytest.param(Put("flag", False), id="flag.false"),
        pytest.param(Put("day", "2020-01-01"), id="day.minimum"),
        pytest.param(Put("day", "2030-12-31"), id="day.maximum"),
        pytest.param(
            Put("tags", [{"name": "text", "color": "#aaaaaa"}]), id="tags.minimum"
        ),
        pytest.param(
            Put("tags", [{"name": "text", "color": "#aaaaaa"}] * 5), id="tags.maximum"
        ),
        pytest.param(Put("tags[0].name", "a"), id="tags[].name.minimum_length"),
        pytest.param(
            Put("tags[0].name", "aaaaaaaaaaaaaaaaaaaa"), id="tags[].name.maximum_length"
        ),
        pytest.param(Put("codes", []), id="codes.minimum"),
        pytest.param(Put("codes", [0]), id="codes[].minimum"),
        pytest.param(Put("codes", [9]), id="codes[].maximum"),
        pytest.param(Put("inner.deep.value", None), id="inner.deep.value.null"),
    ],
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


@obligation("make.rejects", "contracts.bts:65")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Drop("password"), id="password.missing"),
        pytest.param(Put("password", None), id="password.null"),
        pytest.param(Put("password", 12345), id="password.wrong_type"),
        pytest.param(Put("password", "aaaaaaa"), id="password.too_short"),
        pytest.param(Put("password", "a" * 41), id="password.too_long"),
        pytest.param(Drop("name"), id="name.missing"),
        pytest.param(Put("name", None), id="name.null"),
        pytest.param(Put("name", 12345), id="name.wrong_type"),
        pytest.param(Put("name", "a"), id="name.too_short"),
        pytest.param(
            Put("name", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), id="name.too_long"
        ),
        pytest.param(Put("name", "no match ☃!"), id="name.pattern_mismatch"),
        pytest.param(Drop("size"), id="size.missing"),
        pytest.param(Put("size", None), id="size.null"),
        pytest.param(Put("size", "no_such_value"), id="size.not_in_enum"),
        pytest.param(Drop("level"), id="level.missing"),
        pytest.param(Put("level", None), id="level.null"),
        pytest.param(Put("level", 4), id="level.not_in_enum"),
        pytest.param(Drop("price"), id="price.missing"),
        pytest.param(Put("price", None), id="price.null"),
        pytest.param(Put("price", "text"), id="price.wrong_type"),
        pytest.param(Put("price", "1"), id="price.number_as_text"),
        pytest.param(Put("price", Decimal("-0.01")), id="price.below_minimum"),
        pytest.param(Put("price", Decimal("1000.01")), id="price.above_maximum"),
        pytest.param(Put("ratio", None), id="ratio.null"),
        pytest.param(Put("ratio", "text"), id="ratio.wrong_type"),
        pytest.param(Put("ratio", "1"), id="ratio.number_as_text"),
        pytest.param(Drop("flag"), id="flag.missing"),
        pytest.param(Put("flag", None), id="flag.null"),
        pytest.param(Put("flag", "maybe"), id="flag.wrong_type"),
        pytest.param(Put("day", None), id="day.null"),
        pytest.param(Put("day", 12345), id="day.wrong_type"),
        pytest.param(Put("day", "not a date"), id="day.malformed"),
        pytest.param(Put("at", None), id="at.null"),
        pytest.param(Put("at", 12345), id="at.wrong_type"),
        pytest.param(Put("at", "not a time"), id="at.malformed"),
        pytest.param(Put("lasting", None), id="lasting.null"),
        pytest.param(Put("lasting", 12345), id="lasting.wrong_type"),
        pytest.param(Put("lasting", "not a duration"), id="lasting.malformed"),
        pytest.param(Drop("mail"), id="mail.missing"),
        pytest.param(Put("mail", None), id="mail.null"),
        pytest.param(Put("mail", 12345), id="mail.wrong_type"),
        pytest.param(Put("mail", "not a email"), id="mail.malformed"),
        pytest.param(Put("site", None), id="site.null"),
        pytest.param(Put("site", 12345), id="site.wrong_type"),
        pytest.param(Put("site", "not a uri"), id="site.malformed"),
        pytest.param(Put("v4", None), id="v4.null"),
        pytest.param(Put("v4", 12345), id="v4.wrong_type"),
        pytest.param(Put("v4", "not a ipv4"), id="v4.malformed"),
        pytest.param(Put("v6", None), id="v6.null"),
        pytest.param(Put("v6", 12345), id="v6.wrong_type"),
        pytest.param(Put("v6", "not a ipv6"), id="v6.malformed"),
        pytest.param(Put("host", None), id="host.null"),
        pytest.param(Put("host", 12345), id="host.wrong_type"),
        pytest.param(Put("host", "not a hostname"), id="host.malformed"),
        pytest.param(Put("blob", None), id="blob.null"),
        pytest.param(Put("blob", 12345), id="blob.wrong_type"),
        pytest.param(Drop("tags"), id="tags.missing"),
        pytest.param(Put("tags", None), id="tags.null"),
        pytest.param(Put("tags", "text"), id="tags.wrong_type"),
        pytest.param(Put("tags", []), id="tags.too_few"),
        pytest.param(
            Put("tags", [{"name": "text", "color": "#aaaaaa"}] * 6), id="tags.too_many"
        ),
        pytest.param(Put("tags[0]", None), id="tags[].null"),
        pytest.param(Put("tags[0]", "text"), id="tags[].wrong_type"),
        pytest.param(Drop("tags[0].name"), id="tags[].name.missing"),
        pytest.param(Put("tags[0].name", None), id="tags[].name.null"),
        pytest.param(Put("tags[0].name", 12345), id="tags[].name.wrong_type"),
        pytest.param(Put("tags[0].name", ""), id="tags[].name.too_short"),
        pytest.param(
            Put("tags[0].name", "aaaaaaaaaaaaaaaaaaaaa"), id="tags[].name.too_long"
        ),
        pytest.param(Drop("tags[0].color"), id="tags[].color.missing"),
        pytest.param(Put("tags[0].color", None), id="tags[].color.null"),
        pytest.param(Put("tags[0].color", 12345), id="tags[].color.wrong_type"),
        pytest.param(
            Put("tags[0].color", "no match ☃!"), id="tags[].color.pattern_mismatch"
        ),
        pytest.param(
            Put("tags[0].color", "#aaaaa"), id="tags[].color.pattern_too_short"
        ),
        pytest.param(
            Put("tags[0].color", "#aaaaaaa"), id="tags[].color.pattern_too_long"
        ),
        pytest.param(Put("codes", None), id="codes.null"),
        pytest.param(Put("codes", "text"), id="codes.wrong_type"),
        pytest.param(Put("codes", [1, 1]), id="codes.repeated_item"),
        pytest.param(Put("codes", [None]), id="codes[].null"),
        pytest.param(Put("codes", ["text"]), id="codes[].wrong_type"),
        pytest.param(Put("codes", ["1"]), id="codes[].number_as_text"),
        pytest.param(Put("codes", [Decimal("0.5")]), id="codes[].fraction"),
        pytest.param(Put("codes", [-1]), id="codes[].below_minimum"),
        pytest.param(Put("codes", [10]), id="codes[].above_maximum"),
        pytest.param(Put("labels", None), id="labels.null"),
        pytest.param(Put("labels", "text"), id="labels.wrong_type"),
        pytest.param(Drop("shape"), id="shape.missing"),
        pytest.param(Put("shape", None), id="shape.null"),
        pytest.param(Drop("inner"), id="inner.missing"),
        pytest.param(Put("inner", None), id="inner.null"),
        pytest.param(Put("inner", "text"), id="inner.wrong_type"),
        pytest.param(Drop("inner.deep"), id="inner.deep.missing"),
        pytest.param(Put("inner.deep", None), id="inner.deep.null"),
        pytest.param(Put("inner.deep", "text"), id="inner.deep.wrong_type"),
        pytest.param(Drop("inner.deep.value"), id="inner.deep.value.missing"),
        pytest.param(Put("inner.deep.value", "text"), id="inner.deep.value.wrong_type"),
        pytest.param(
            Put("inner.deep.value", "1"), id="inner.deep.value.number_as_text"
        ),
        pytest.param(
            Put("inner.deep.value", Decimal("1.5")), id="inner.deep.value.fraction"
        ),
        pytest.param(Put("body", None), id="body.null"),
        pytest.param(Put("body", 12345), id="body.wrong_type"),
        pytest.param(Put('["x-total"]', None), id="x-total.null"),
        pytest.param(Put('["x-total"]', "text"), id="x-total.wrong_type"),
        pytest.param(Put('["x-total"]', "1"), id="x-total.number_as_text"),
        pytest.param(Put('["x-total"]', Decimal("1.5")), id="x-total.fraction"),
        pytest.param(Put("", b'{"'), id="body.malformed"),
        pytest.param(Put("", "text"), id="body.wrong_type-2"),
    ],
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


@obligation("make.refuses.anonymous", "contracts.bts:64")
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

"""Contracts, fields and types."""

from decimal import Decimal

import pytest

from specc.syntax.nodes.declarations import Contract
from specc.syntax.nodes.expressions import Date, Number, Quantity, Regex
from specc.syntax.nodes.types import (
    ListType,
    LiteralType,
    MapType,
    NamedType,
    ObjectType,
    OnlyType,
    PartialType,
    RangeLimit,
    TaggedType,
    UnionType,
    WithoutType,
    WithType,
)
from tests.syntax.reading import codes, declaration, type_of


def test_a_contract_with_fields() -> None:
    contract = declaration(
        '''
        """What is bought."""
        contract Order open {
          readonly id: uuid
          """Never shown."""
          secret writeonly password: string(8..72) = "wonderland"
          note?: string | null, "x-total": int
          readonly: bool
        }
        '''
    )
    assert isinstance(contract, Contract)
    assert (contract.open, contract.doc, contract.definition) == (True, "What is bought.", None)
    assert contract.fields is not None
    names = [(field.name.text, field.optional, field.modifiers) for field in contract.fields]
    assert names == [
        ("id", False, ("readonly",)),
        ("password", False, ("secret", "writeonly")),
        ("note", True, ()),
        ("x-total", False, ()),
        ("readonly", False, ()),
    ]
    assert contract.fields[1].doc == "Never shown."
    assert contract.fields[1].example is not None


def test_a_contract_that_is_another_type() -> None:
    contract = declaration("contract PaidOrder = Order with { paid_at: datetime }")
    assert contract.fields is None
    assert isinstance(contract.definition, WithType)
    assert [field.name.text for field in contract.definition.fields] == ["paid_at"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("int(1..80)", 1, 80),
        ("int(..80)", None, 80),
        ("int(0..)", 0, None),
        ("string(16)", 16, 16),
        ("int(-5..-1)", -5, -1),
        ("decimal(0.5..1.5)", Decimal("0.5"), Decimal("1.5")),
    ],
)
def test_ranges(text: str, low: object, high: object) -> None:
    (limit,) = type_of(text).limits
    assert isinstance(limit, RangeLimit)
    ends = [end.value if isinstance(end, Number) else end for end in (limit.low, limit.high)]
    assert ends == [low, high]


def test_limits_of_other_kinds() -> None:
    assert isinstance(type_of("file(..5MB)").limits[0].high, Quantity)
    assert isinstance(type_of("date(2030-01-01..)").limits[0].low, Date)
    length, pattern = type_of(r"string(1..80, /^\S+\/$/,)").limits
    assert isinstance(length, RangeLimit)
    assert isinstance(pattern, Regex)
    assert pattern.pattern == r"^\S+/$"


def test_names_and_fields_of_others() -> None:
    for name in ("uuid", "Order", "Order.status", "auth.User", "auth.User.id"):
        made = type_of(name)
        assert isinstance(made, NamedType)
        assert (made.ref.text, made.limits) == (name, ())


def test_lists() -> None:
    plain, limited = type_of("[Line]"), type_of("[Line](1..50, unique)")
    assert isinstance(plain, ListType)
    assert (plain.limits, plain.unique) == ((), False)
    assert (len(limited.limits), limited.unique) == (1, True)
    assert type_of("[Line](unique)").limits == ()


def test_unions_and_literals() -> None:
    union = type_of('"a" | 1 | -2 | true | null\n  | Order')
    assert isinstance(union, UnionType)
    assert [type(option) for option in union.options] == [LiteralType] * 5 + [NamedType]


@pytest.mark.parametrize(
    "text", ["{string: T}", "{ string : T, }", "{Order.id: T}", "{int(1..): T}"]
)
def test_maps(text: str) -> None:
    assert isinstance(type_of(text), MapType)


@pytest.mark.parametrize(
    "text", ['{"string": T}', "{string?: T}", "{string: T, x: T}", "{text: T}"]
)
def test_objects_that_could_be_taken_for_maps(text: str) -> None:
    assert isinstance(type_of(text), ObjectType)


def test_objects() -> None:
    closed, opened = type_of("{ token: string(16..), n?: int }"), type_of("open { a: int }")
    assert isinstance(closed, ObjectType)
    assert (len(closed.fields), closed.open, opened.open) == (2, False, True)
    assert type_of("{}").fields == ()


def test_what_follows_a_type_binds_closer_than_a_bar() -> None:
    union = type_of("Order only id, status | Order without note | Order partial | null")
    assert [type(option) for option in union.options] == [
        *(OnlyType, WithoutType, PartialType, LiteralType)
    ]
    assert [name.text for name in union.options[0].fields] == ["id", "status"]
    assert isinstance(type_of("(A | B) partial"), PartialType)


def test_a_tag_is_for_the_whole_union() -> None:
    tagged = type_of("Cat | Dog by kind")
    assert isinstance(tagged, TaggedType)
    assert isinstance(tagged.base, UnionType)
    assert tagged.tag.text == "kind"


def test_the_names_after_only_end_where_the_next_field_starts() -> None:
    made = type_of("{ a: Order only id, status, b: int, c: Order without note,\n d?: int }")
    assert [field.name.text for field in made.fields] == ["a", "b", "c", "d"]
    assert [name.text for name in made.fields[0].type.fields] == ["id", "status"]
    assert isinstance(type_of("[Order only id]").item, OnlyType)


def test_the_file_may_not_end_in_the_middle() -> None:
    assert codes("contract X =") == ["BTS001"]
    assert codes("contract X = A |\n") == ["BTS001"]

"""Types: limits, derived types, unions, recursion."""

from decimal import Decimal

import pytest

from specc.frontend import compile_front, loader
from specc.semantics.types import ContractType, FieldType, ListOf, Literal, Record, Scalar, Union
from tests.semantics.shop import codes


def resolved(text: str, name: str) -> object:
    """What a contract of a module is."""
    checked = compile_front("main.bts", loader({"main.bts": text}), {}.get)
    assert checked.program is not None
    assert checked.diagnostics == ()
    symbol = checked.program.find(checked.program.root, name)
    assert symbol is not None
    return checked.program.definitions[symbol]


def field(type_: str, more: str = "") -> list[str]:
    """The codes of a field's type."""
    return codes(f"contract X {{\n  f: {type_}\n}}\n{more}")


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("int(1..100)", []),
        ("int(1..)", []),
        ("int(..100)", []),
        ("int(-5..5)", []),
        ("int(5)", []),
        ("int(5..1)", ["BTS202"]),
        ("int(1.5..2)", ["BTS204"]),
        ("int(2030-01-01..)", ["BTS204"]),
        ("int(/1/)", ["BTS204"]),
        ("int(1..2, 3..4)", ["BTS204"]),
        ("decimal(0.01..)", []),
        ("string(1..80, /^[a-z]+$/)", []),
        ("string(-1..)", ["BTS204"]),
        ("string(..5MB)", ["BTS204"]),
        ("string(/(/)", ["BTS205"]),
        ("string(/^\\p{L}+$/)", []),
        ("string(/^(?<year>[0-9]{4})$/)", []),
        ("string(/(?P<year>x)/)", ["BTS205"]),
        ("bytes(..5MB)", []),
        ("bytes(5MB..1KB)", ["BTS202"]),
        ("date(2030-01-01..2030-12-31)", []),
        ("date(2030-12-31..2030-01-01)", ["BTS202"]),
        ("date(2030-02-30..)", ["BTS212"]),
        ("date(1..)", ["BTS204"]),
        ('datetime("2030-01-01T08:00:00Z".."2030-01-01T09:00:00+02:00")', ["BTS202"]),
        ('datetime(2030-01-01.."2030-01-01T08:00:00Z")', []),
        ('datetime("soon"..)', ["BTS204"]),
        ('time("08:00".."18:00")', []),
        ('time("25:00"..)', ["BTS204"]),
        ('string("a"..)', ["BTS204"]),
        ("duration(1s..5m)", []),
        ("duration(5m..1s)", ["BTS202"]),
        ("uuid(1..2)", ["BTS204"]),
        ("bool(1..2)", ["BTS204"]),
        ("[int](1..3, unique)", []),
        ("[int](3..1)", ["BTS202"]),
        ("[int](1.5..)", ["BTS204"]),
        ("{string: int}", []),
        ("{int(1..): int}", ["BTS210"]),
        ('"a" | "b" | "a"', ["BTS213"]),
        ("strin", ["BTS112"]),
        ("Y(1..2)", ["BTS204"]),
        ("Y.b", []),
        ("Y.c", ["BTS203"]),
        ("Y.b.c", ["BTS203"]),
        ("Y only b", []),
        ("Y only c", ["BTS203"]),
        ("Y without b, c", ["BTS203"]),
        ("Y partial", []),
        ("Y with { c: int }", []),
        ("[Y] partial", ["BTS208"]),
        ("int partial", ["BTS208"]),
        ("null", []),
    ],
)
def test_types(type_: str, expected: list[str]) -> None:
    more = "contract Y {\n  b: int\n}\n" if "Y" in type_ else ""
    assert field(type_, more) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("contract A {\n  a: A\n}", ["BTS206"]),
        ("contract A {\n  b: B\n}\ncontract B {\n  a: A\n}", ["BTS206"]),
        ("contract A {\n  a?: A\n}", []),
        ("contract A {\n  a: A | null\n}", []),
        ("contract A {\n  a: [A]\n}", []),
        ("contract A {\n  a: [A](1..)\n}", ["BTS206"]),
        ("contract A {\n  a: {string: A}\n}", []),
        ("contract A {\n  b: B\n}\ncontract B {\n  b: B\n}", ["BTS206"]),
        ("contract A = A", ["BTS207"]),
        ("contract A = B\ncontract B = A", ["BTS207"]),
        ("contract A = B | null\ncontract B = A | int", ["BTS207"]),
        ("contract A = A partial", ["BTS207"]),
        ("contract A {\n  x: A.x\n}", ["BTS207"]),
        ("contract A {\n  x: A.y\n  y: int\n}", []),
        ("contract A {\n  id: int\n  parent?: A only id\n}", []),
        ("contract A {\n  a: int\n  a: int\n}", ["BTS201"]),
        ("contract A {\n  a: { b: int, b: int }\n}", ["BTS201"]),
        ("contract A {\n  readonly readonly a: int\n}", ["BTS214"]),
        ("contract A {\n  secret writeonly a: string\n}", []),
        ("contract A {\n  a: int(1..9) = 5\n}", []),
        ("contract A {\n  a: int(1..9) = 10\n}", ["BTS211"]),
        ('contract A {\n  a: int(1..9) = "5"\n}', ["BTS211"]),
        ('contract A {\n  a: [string] = ["x"]\n}', []),
        ('contract A {\n  a: uuid = "x"\n}', ["BTS211"]),
    ],
)
def test_contracts(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("card", "cash", "expected"),
    [
        ('kind: "card"', 'kind: "cash"', []),
        ('kind: "card"', 'kind: "card"', ["BTS209"]),
        ('kind: "card"', "kind: string", ["BTS209"]),
        ('kind: "card"', 'kind?: "cash"', ["BTS209"]),
        ('kind: "card" | "debit"', 'kind: "cash"', []),
    ],
)
def test_tags(card: str, cash: str, expected: list[str]) -> None:
    text = (
        f"contract Card {{\n  {card}\n}}\ncontract Cash {{\n  {cash}\n}}\n"
        "contract Payment = (Card | Cash) by kind\n"
    )
    assert codes(text) == expected


def test_a_resolved_contract() -> None:
    text = (
        "contract Line {\n  sku: string(1..8)\n}\n"
        "contract Order open {\n  readonly id: uuid\n  lines: [Line](1..)\n"
        '  state?: "a" | null\n  first: Line.sku\n  price: decimal(0.5..)\n}\n'
    )
    order = resolved(text, "Order")
    assert isinstance(order, Record)
    assert order.open
    by_name = {item.name: item for item in order.properties}
    assert by_name["id"].readonly
    lines = by_name["lines"].type
    assert isinstance(lines, ListOf)
    assert isinstance(lines.item, ContractType)
    assert lines.item.symbol.name == "Line"
    assert lines.low == 1
    assert by_name["state"].optional
    assert by_name["state"].type == Union((Literal("a"), Literal(None)))
    first = by_name["first"].type
    assert isinstance(first, FieldType)
    assert (first.contract.name, first.field, first.type) == ("Line", "sku", Scalar("string", 1, 8))
    assert by_name["price"].type == Scalar("decimal", Decimal("0.5"))


def test_derived_contracts_keep_the_order_of_fields() -> None:
    base = "contract A {\n  x: int\n  y: int\n  z: int\n}\n"
    for definition, names in (
        ("A only z, x", ["x", "z"]),
        ("A without y", ["x", "z"]),
        ("A with { y: string }", ["x", "z", "y"]),
        ("A partial", ["x", "y", "z"]),
    ):
        found = resolved(f"{base}contract B = {definition}", "B")
        assert isinstance(found, Record)
        assert [item.name for item in found.properties] == names

"""Expressions."""

from decimal import Decimal

import pytest

from specc.syntax.nodes.expressions import (
    Between,
    Binary,
    Call,
    Date,
    Expr,
    Index,
    IsType,
    ListExpr,
    Member,
    Number,
    ObjectExpr,
    Quantity,
    Regex,
    Text,
    Unary,
    Variable,
)
from specc.syntax.nodes.types import UnionType
from tests.syntax.reading import codes, expression, shown, step


def grouped(made: Expr) -> str:
    """An expression with all its brackets."""
    match made:
        case Binary(operator, left, right):
            return f"({grouped(left)} {operator} {grouped(right)})"
        case Unary(operator, operand):
            return f"({operator} {grouped(operand)})"
        case Variable(name):
            return name
        case Number(value):
            return str(value)
    raise AssertionError(made)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a or b and not c == d", "(a or (b and (not (c == d))))"),
        ("a + b * c - d", "((a + (b * c)) - d)"),
        ("a / b / c % d", "(((a / b) / c) % d)"),
        ("(a + b) * c", "((a + b) * c)"),
        ("-a * b", "((- a) * b)"),
        ("a - -1", "(a - -1)"),
        ("a -1", "(a - 1)"),
        ("a < b + 1 and c >= d", "((a < (b + 1)) and (c >= d))"),
        ("not not a", "(not (not a))"),
        ("a not in b", "(a not in b)"),
        ("a in b or c contains d", "((a in b) or (c contains d))"),
        ("- -1", "(- -1)"),
    ],
)
def test_what_binds_closer(text: str, meant: str) -> None:
    assert grouped(expression(text)) == meant


def test_comparisons_do_not_chain() -> None:
    assert codes("flow x { expect a < b < c }") == ["BTS001"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("2", 2), ("-1", -1), ("19.98", Decimal("19.98")), ("-0.5", Decimal("-0.5")), ("007", 7)],
)
def test_numbers(text: str, value: int | Decimal) -> None:
    assert expression(text).value == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        *(
            (f"5{unit}", "5", unit)
            for unit in ["ms", "s", "m", "h", "d", "B", "KB", "MB", "GB", "%", "/s", "/min", "/h"]
        ),
        ("0.1%", "0.1", "%"),
        ("5MB/h", "5", "MB/h"),
    ],
)
def test_quantities(text: str, value: str, unit: str) -> None:
    made = expression(text)
    assert isinstance(made, Quantity)
    assert (str(made.value), made.unit) == (value, unit)
    assert made.base > 0


@pytest.mark.parametrize(
    ("text", "dimension", "base"),
    [
        ("200ms", "duration", Decimal("0.2")),
        ("30/min", "rate", Decimal("0.5")),
        ("5MB", "size", Decimal(5_000_000)),
        ("0.1%", "percent", Decimal("0.001")),
        ("2KB/s", "growth", Decimal(2000)),
    ],
)
def test_what_quantities_measure(text: str, dimension: str, base: Decimal) -> None:
    made = expression(text)
    assert made.dimension == dimension
    assert round(made.base, 9) == base


def test_what_could_be_taken_for_a_quantity() -> None:
    assert isinstance(expression("5 % s"), Binary)
    assert isinstance(expression("5 / s"), Binary)
    assert isinstance(expression("5 * m"), Binary)


def test_other_literals() -> None:
    assert isinstance(expression("2030-01-01"), Date)
    assert expression("true").value is True
    assert isinstance(expression(r"/^[A-Z]{3}\/$/"), Regex)
    assert expression("[1, 2,]").items[1].value == 2
    assert isinstance(expression("[]"), ListExpr)
    assert isinstance(expression("{}"), ObjectExpr)


def test_a_slash_divides_behind_a_value_and_starts_an_expression_elsewhere() -> None:
    assert grouped(expression("a / b / c")) == "((a / b) / c)"
    matches = expression("a matches /b/ and c / d == 1")
    assert isinstance(matches.left.right, Regex)
    assert [type(one) for one in expression("[/a/, b / c]").items] == [Regex, Binary]


def test_keys_of_objects_are_any_word_or_string() -> None:
    made = expression(
        '{ body: 1, load: 2, "x y": 3, null: 4, true: 5,\n as: 6, "a\\u0041{": 7, with: { in: 8 } }'
    )
    keys = [entry.key for entry in made.entries]
    assert keys == ["body", "load", "x y", "null", "true", "as", "aA{", "with"]


def test_members_and_items() -> None:
    made = expression('order.items[0]."a b"[*].body["k"]')
    seen: list[object] = []
    while not isinstance(made, Variable):
        match made:
            case Member(subject, name):
                seen.append(name)
            case Index(subject, at):
                seen.append(None if at is None else type(at))
        made = subject
    assert seen == [Text, "body", None, "a b", Number, "items"]


def test_calls() -> None:
    made = expression('len(sorted(x.items)) == env("N", 5)')
    assert isinstance(made.left, Call)
    assert (made.left.function, made.left.arguments[0].function) == ("len", "sorted")
    assert len(made.right.arguments) == 2
    assert expression("now()").arguments == ()
    for name in ("header", "cookie", "all", "min", "request", "file"):
        assert expression(f"{name}(x)").function == name


def test_types_in_expressions() -> None:
    made = expression("x is Order only id | null and y")
    assert isinstance(made.left, IsType)
    assert isinstance(made.left.type, UnionType)


@pytest.mark.parametrize(
    ("text", "open_ends"),
    [("x in 1..5", (False, False)), ("x in 1..", (False, True)), ("x in ..5", (True, False))],
)
def test_between(text: str, open_ends: tuple[bool, bool]) -> None:
    made = expression(text).right
    assert isinstance(made, Between)
    assert (made.low is None, made.high is None) == open_ends


def test_newlines_are_free_in_brackets_of_values() -> None:
    made = step("x(\n a:\n 1,\n b: [\n 1,\n\n # c\n 2]\n) with {\n a: (1\n + 2),\n} -> y")
    assert len(made.arguments) == 2
    assert made.capture is not None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a + b * c", "b * c"),
        ("a.b.c", "a.b"),
        ("a[0].b", "a[0]"),
        ("not a == b", "a == b"),
        ("len(a)", "len"),
    ],
)
def test_spans_cover_what_they_are_of(text: str, part: str) -> None:
    whole = f"flow x {{ expect {text} }}"
    made = expression(text)
    offset = len("flow x {\nexpect ") - len("flow x { expect ")
    assert offset == 0
    assert shown(whole, made.span) == text
    match made:
        case Binary(right=inner) | Unary(operand=inner) | Member(subject=inner):
            assert shown(whole, inner.span) == part
        case Call():
            assert shown(whole, made.function_span) == part

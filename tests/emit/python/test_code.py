"""Trees keep their shape when they are printed."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given, settings

from specc.emit.python.code import (
    Attribute,
    Call,
    Code,
    Comprehension,
    DictOf,
    Infix,
    ListOf,
    Prefix,
    Raw,
    Subscript,
    TupleOf,
    literal,
)
from tests.emit.python.trees import codes

A, B, C = Raw("a"), Raw("b"), Raw("c")


def enclosed(code: Code) -> str:
    """The code with parentheses around everything that may have them."""
    match code:
        case Raw(text):
            return f"({text})"
        case Call():
            inside = [enclosed(argument) for argument in code.arguments]
            inside += [f"{name}={enclosed(value)}" for name, value in code.keywords]
            return f"({enclosed(code.function)}({', '.join(inside)}))"
        case ListOf(items):
            return f"[{', '.join(map(enclosed, items))}]"
        case TupleOf(items):
            return f"({''.join(f'{enclosed(item)}, ' for item in items)})"
        case DictOf(entries):
            return f"{{{', '.join(f'{enclosed(k)}: {enclosed(v)}' for k, v in entries)}}}"
        case Subscript(value, index):
            return f"({enclosed(value)}[{enclosed(index)}])"
        case Attribute(value, name):
            return f"({enclosed(value)}.{name})"
        case Prefix(operator, operand):
            return f"({operator} {enclosed(operand)})"
        case Infix("and" | "or" as operator, Infix(inner, _, _) as left, right) if (
            inner == operator
        ):
            # Python reads a chain of these as one node.
            return f"({enclosed(left)[1:-1]} {operator} {enclosed(right)})"
        case Infix(operator, left, right):
            return f"({enclosed(left)} {operator} {enclosed(right)})"
        case Comprehension():
            conditions = "".join(f" if {enclosed(condition)}" for condition in code.conditions)
            source = f"for {code.target} in {enclosed(code.iterable)}"
            return f"[{enclosed(code.element)} {source}{conditions}]"


def parsed(text: str) -> str:
    return ast.dump(ast.parse(text, mode="eval"))


@settings(deadline=None)
@given(codes)
def test_parentheses_are_where_they_must_be(code: Code) -> None:
    assert parsed(code.flat) == parsed(enclosed(code))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (Infix("*", Infix("+", A, B), C), "(a + b) * c"),
        (Infix("+", Infix("*", A, B), C), "a * b + c"),
        (Infix("-", A, Infix("-", B, C)), "a - (b - c)"),
        (Infix("-", Infix("-", A, B), C), "a - b - c"),
        (Infix("==", Infix("==", A, B), C), "(a == b) == c"),
        (Infix("and", A, Infix("or", B, C)), "a and (b or c)"),
        (Infix("==", Prefix("not", A), B), "(not a) == b"),
        (Prefix("not", Infix("in", A, B)), "not a in b"),
        (Prefix("-", Prefix("-", A)), "--a"),
        (Attribute(literal(1), "real"), "(1).real"),
        (Attribute(literal(-1), "real"), "(-1).real"),
        (Attribute(literal("a"), "upper"), '"a".upper'),
        (Subscript(Infix("|", A, B), C), "(a | b)[c]"),
        (Call("a.b", (A,), (("key", TupleOf((B,))),)), "a.b(a, key=(b,))"),
        (DictOf(((A, B),)), "{a: b}"),
        (Comprehension(A, "a", B, (C,)), "[a for a in b if c]"),
    ],
)
def test_what_it_looks_like(code: Code, expected: str) -> None:
    assert code.flat == expected


def test_an_operator_that_python_does_not_have() -> None:
    with pytest.raises(KeyError):
        Infix("; import os #", A, B)
    with pytest.raises(KeyError):
        Prefix("not (a) or", A)

"""Statements of any code, at any indent, are what ruff makes of the same code on one line."""

from __future__ import annotations

import ast
import time
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specc.emit.python.code import (
    Attribute,
    Call,
    Code,
    Comprehension,
    Infix,
    ListOf,
    Prefix,
    Raw,
    Subscript,
    TupleOf,
    literal,
)
from specc.emit.python.layout import expression
from specc.emit.python.statements import (
    assignment,
    call_statement,
    decorator,
    for_statement,
    function_signature,
    listing,
    returned,
    with_statement,
)
from tests.emit.python.formatter import formatted, without_blank_lines
from tests.emit.python.trees import codes, names


class Statement(NamedTuple):
    """One statement as it is laid out, and on one line; `body` follows either."""

    indent: int
    laid_out: str
    one_line: str
    body: str = ""

    def nested(self, text: str) -> str:
        """A text of the statement under as many `if` as its indent takes."""
        pad = " " * self.indent
        heads = "".join(f"{' ' * column}if a:\n" for column in range(0, self.indent, 4))
        body = "".join(f"{pad}{line}\n" for line in self.body.splitlines())
        return f"{heads}{text}\n{body}"


BLOCK = "    pass"


def _assignments(code: Code, indent: int, name: str) -> Statement:
    return Statement(indent, assignment(name, code, indent), f"{name} = {code.flat}")


def _calls(code: Code, indent: int, _: str) -> Statement:
    return Statement(indent, call_statement(code, indent), code.flat)


def _returns(code: Code, indent: int, _: str) -> Statement:
    return Statement(indent, returned(code, indent), f"return {code.flat}")


def _decorators(code: Code, indent: int, name: str) -> Statement:
    body = f"def {name}():\n{BLOCK}"
    return Statement(indent, decorator(code, indent), f"@{code.flat}", body)


def _withs(code: Code, indent: int, _: str) -> Statement:
    # `with (a, b):` are two items, not a tuple, which isn't a context manager anyway.
    code = Raw("a") if isinstance(code, TupleOf) else code
    return Statement(indent, with_statement(code, indent), f"with {code.flat}:", BLOCK)


def _targeted_withs(code: Code, indent: int, name: str) -> Statement:
    return Statement(
        indent, with_statement(code, indent, name), f"with {code.flat} as {name}:", BLOCK
    )


def _fors(code: Code, indent: int, name: str) -> Statement:
    return Statement(
        indent, for_statement(name, code, indent), f"for {name} in {code.flat}:", BLOCK
    )


def _asserts(code: Code, indent: int, _: str) -> Statement:
    text = expression(code, indent, len("assert "))
    return Statement(indent, f"{' ' * indent}assert {text}", f"assert {code.flat}")


@st.composite
def _signatures(draw: st.DrawFn) -> Statement:
    indent = draw(st.sampled_from([0, 4, 60]))
    name = draw(names)
    parameters = draw(st.lists(st.builds("{}: {}".format, names, names), max_size=4))
    result = draw(
        st.one_of(
            st.just(Raw("None")),
            names.map(Raw),
            st.builds(Subscript, names.map(Raw), names.map(Raw)),
            st.builds(Infix, st.just("|"), names.map(Raw), names.map(Raw)),
        )
    )
    return Statement(
        indent,
        function_signature(name, parameters, result, indent),
        f"def {name}({', '.join(parameters)}) -> {result.flat}:",
        BLOCK,
    )


statements = st.one_of(
    st.builds(
        lambda kind, code, indent, name: kind(code, indent, name),
        st.sampled_from(
            [
                _assignments,
                _calls,
                _returns,
                _decorators,
                _withs,
                _targeted_withs,
                _fors,
                _asserts,
            ]
        ),
        codes,
        st.sampled_from([0, 4, 8, 20, 60, 76]),
        names,
    ),
    _signatures(),
)


modules = st.lists(statements, min_size=10, max_size=30)
unhurried = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def assert_laid_out_as_by_ruff(module: list[Statement]) -> None:
    laid_out = "".join(one.nested(one.laid_out) for one in module)
    one_line = "".join(one.nested(f"{' ' * one.indent}{one.one_line}") for one in module)
    assert ast.dump(ast.parse(laid_out)) == ast.dump(ast.parse(one_line))
    # One run for both: what ruff makes of the long lines, and whether it leaves ours alone.
    assert without_blank_lines(formatted(one_line + laid_out)) == laid_out + laid_out


@settings(unhurried, max_examples=12)
@given(modules)
def test_ruff_would_lay_it_out_like_this(module: list[Statement]) -> None:
    assert_laid_out_as_by_ruff(module)


@pytest.mark.slow
@settings(unhurried, max_examples=200)
@given(modules)
def test_ruff_would_lay_much_of_it_out_like_this(module: list[Statement]) -> None:
    assert_laid_out_as_by_ruff(module)


A, B = "a" * 41, "b" * 41
LONG = "c" * 83


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param(
            ListOf((Raw(A), Raw(B))), f"x = [\n    {A},\n    {B},\n]", id="one item a line"
        ),
        pytest.param(ListOf((Raw(LONG),)), f"x = [\n    {LONG}\n]", id="a lone item has no comma"),
        pytest.param(TupleOf((Raw(LONG),)), f"x = (\n    {LONG},\n)", id="a tuple of one has"),
        pytest.param(
            Call("f", (Raw(A), Raw(B))), f"x = f(\n    {A}, {B}\n)", id="arguments share a line"
        ),
        pytest.param(
            Call("f", (Raw(A), Raw(B)), (("c", Raw("d")),)),
            f"x = f(\n    {A},\n    {B},\n    c=d,\n)",
            id="or have one each",
        ),
        pytest.param(
            Call("f", (ListOf((Raw(A), Raw(B), Raw("c"))),)),
            f"x = f(\n    [\n        {A},\n        {B},\n        c,\n    ]\n)",
            id="a sole list isn't hugged",
        ),
        pytest.param(
            Infix("+", Raw(A), Raw(B)), f"x = (\n    {A}\n    + {B}\n)", id="operators lead"
        ),
        pytest.param(
            Infix("+", Raw(A), Call("f", (Raw(B),))),
            f"x = {A} + f(\n    {B}\n)",
            id="unless brackets at the end can open",
        ),
        pytest.param(
            literal({"k": Infix("+", Raw(A), Raw(B))}),
            f'x = {{\n    "k": {A}\n    + {B}\n}}',
            id="values of a dict get no parentheses",
        ),
        pytest.param(literal("s" * 90), f'x = "{"s" * 90}"', id="what never fits stays"),
        pytest.param(
            Call(Attribute(Call(Attribute(Call("f", (Raw(A),)), "g"), (Raw(B),)), "h")),
            f"x = (\n    f({A})\n    .g({B})\n    .h()\n)",
            id="chains break before dots",
        ),
        pytest.param(
            Subscript(Raw(A), Raw(f"{B}b")), f"x = {A}[\n    {B}b\n]", id="an index is opened"
        ),
        pytest.param(
            Prefix("not", Infix("and", Raw(A), Raw(B))),
            f"x = not (\n    {A}\n    and {B}\n)",
            id="parentheses that are there open",
        ),
        pytest.param(
            Comprehension(Raw(A), "b", Raw(B), (Raw("c"),)),
            f"x = [\n    {A}\n    for b in {B}\n    if c\n]",
            id="each clause has a line",
        ),
    ],
)
def test_what_is_too_long(code: Code, expected: str) -> None:
    assert assignment("x", code) == expected
    assert formatted(f"{expected}\n") == f"{expected}\n"


@settings(deadline=None)
@given(st.data(), names)
def test_a_list_item_by_item_is_the_list(data: st.DataObject, name: str) -> None:
    items = [data.draw(codes) for _ in range(data.draw(st.integers(0, 4)))]
    assert listing(name, iter(items)) == assignment(name, ListOf(tuple(items)))


def test_what_fits_just_about() -> None:
    assert assignment("x", Raw("a" * 84)) == f"x = {'a' * 84}"
    assert assignment("long_name", Raw("a" * 77)) == f"long_name = (\n    {'a' * 77}\n)"
    assert expression(Raw("a" * 80), 4, 4) == "a" * 80
    call = Call("f", (Raw("a" * 77),))
    assert expression(call, 4, 4) == call.flat
    assert expression(call, 4, 4, 1) == f"f(\n        {'a' * 77}\n    )"


def test_ten_thousand_endpoints_take_about_a_second() -> None:
    def endpoint(number: int) -> list[str]:
        order = {"lines": [{"sku": f"A{number}", "quantity": 2}], "note": "n" * 40, "total": None}
        actor = (("actor", Raw("alice")),)
        sent = Call("client.send", (Raw("CREATE_ORDER"), literal(order)), actor)
        status = Attribute(Raw("response"), "status")
        return [
            function_signature(f"test_create_order_{number}", ["client: Client", "alice: Actor"]),
            *(assignment("response", sent, 4) for _ in range(5)),
            *(call_statement(Call("equal", (status, literal(201))), 4) for _ in range(4)),
        ]

    endpoint(0)
    start = time.process_time()
    lines = sum(text.count("\n") + 1 for number in range(500) for text in endpoint(number))
    spent = time.process_time() - start
    assert lines >= 500 * 50
    # A machine that is ten times slower than today's may pass.
    assert spent < 1, f"{spent:.2f} s for {lines:,} lines"

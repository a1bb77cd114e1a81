"""Texts that are not formatted, and trees that were not read from a text."""

from decimal import Decimal

import attrs
import pytest

from specc.format import formatting
from specc.format.formatting import (
    FormatterDefectError,
    MistakesFoundError,
    format_text,
    print_module,
)
from specc.source import SourceFile, Span
from specc.syntax.dump import dump
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.declarations import Contract, Flow, Module, Role
from specc.syntax.nodes.expressions import Binary, Member, Number, Regex, Text, Variable
from specc.syntax.nodes.steps import CallStep, ExpectStep, RawRequest, StatusPattern
from specc.syntax.nodes.types import (
    Field,
    LiteralType,
    NamedType,
    ObjectType,
    RangeLimit,
    UnionType,
)

from .formatted import read

NOWHERE = Span(0, 0)


def test_a_text_with_mistakes_is_reported() -> None:
    with pytest.raises(MistakesFoundError) as raised:
        format_text(SourceFile("a.bts", "role a\nrle b\nflow { }\n"))
    assert [found.primary.span.start for found in raised.value.diagnostics] == [7, 18]


SOURCE = SourceFile("a.bts", "# first\nrole   a # second\n")


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("role {", "line 1 of the result cannot be parsed"),
        ("# first\nrole b    # second\n", "does not mean the same"),
        ("# first\nrole a\n", "a comment would be lost"),
        ("# second\nrole a    # first\n", "in another way again"),
    ],
)
def test_a_defect_of_the_formatter_is_no_change(
    printed: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = iter([printed, "something else"])
    monkeypatch.setattr(formatting, "print_module", lambda _: next(results))
    with pytest.raises(FormatterDefectError, match=why):
        format_text(SOURCE)


def name(text: str) -> Name:
    return Name(text, NOWHERE)


def field(called: str, type_: object, *modifiers: str, optional: bool = False) -> Field:
    return Field(name(called), optional, type_, modifiers, None, None, span=NOWHERE)  # type: ignore[arg-type]


def test_a_text_that_was_made_with_something_filled_in() -> None:
    order = Member(Variable("order", NOWHERE), "id", NOWHERE, NOWHERE)
    path = Text(("/a/", order), NOWHERE)
    request = RawRequest("GET", path, NOWHERE)
    expected = (StatusPattern(404, NOWHERE),)
    call = CallStep(request, (), None, None, False, expected, name("seen"), NOWHERE)
    same = ExpectStep(Binary("==", path, path, NOWHERE), NOWHERE)
    flow = Flow(name("f"), None, (call, same), None, NOWHERE)
    made = Module(SourceFile("made.bts", ""), None, (flow,), ())
    text = print_module(made)
    assert text == (
        'flow f {\n  GET "/a/{order.id}" expects 404 -> seen\n'
        '  expect "/a/{order.id}" == "/a/{order.id}"\n}\n'
    )
    assert dump(read(text).module) == dump(made)


def test_a_tree_that_was_made() -> None:
    bound = Number(Decimal("0.0000001"), NOWHERE)
    limits = (RangeLimit(bound, None, NOWHERE), Regex("^a/b$", NOWHERE))
    texts = (LiteralType(Text(('say "{hi}"\n\x00',), NOWHERE), NOWHERE),)
    inner = ObjectType((field("a b", NamedType(Ref("int", NOWHERE), (), NOWHERE)),), False, NOWHERE)
    fields = (
        field("id", NamedType(Ref("string", NOWHERE), limits, NOWHERE), "readonly"),
        field("kind", UnionType((*texts, inner), NOWHERE), optional=True),
    )
    made = Module(
        SourceFile("made.bts", ""),
        "What it is.",
        (
            Role(name("a"), None, NOWHERE),
            Role(name("b"), None, NOWHERE),
            Contract(name("C"), True, fields, None, "Two\nlines.", NOWHERE),
        ),
        (),
    )
    text = print_module(made)
    assert text == (
        '"""What it is."""\n\nrole a\nrole b\n\n"""Two\nlines.\n"""\ncontract C open {\n'
        "  readonly id: string(0.0000001.., /^a\\/b$/)\n"
        '  kind?:       "say \\"\\{hi}\\"\\n\\u0000" | { "a b": int }\n}\n'
    )
    parsed = read(text)
    assert not parsed.diagnostics
    assert dump(attrs.evolve(parsed.module, source=made.source)) == dump(made)

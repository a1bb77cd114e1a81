"""Tests and steps."""

import pytest

from specc.syntax.dump import dump
from specc.syntax.nodes import declarations
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.credentials import BasicCredential
from specc.syntax.nodes.expressions import Member, Text, Variable
from specc.syntax.nodes.steps import (
    CallStep,
    Escape,
    EventuallyStep,
    FinallyStep,
    PauseStep,
    RawRequest,
)
from tests.syntax.reading import codes, declaration, step


def test_a_call_with_everything() -> None:
    made = step("pay(id: order.id,) with { card: 1 } as bob expects 200, 4xx, code -> paid")
    assert isinstance(made, CallStep)
    assert isinstance(made.target, Ref)
    assert made.target.text == "pay"
    assert [argument.key for argument in made.arguments] == ["id"]
    assert made.body is not None
    assert made.actor is not None
    assert made.capture is not None
    assert (made.actor.text, made.capture.text, made.follow) == ("bob", "paid", False)
    first, second, third = (pattern.status for pattern in made.expects)
    assert (first, second) == (200, "4xx")
    assert isinstance(third, Variable)


def test_clauses_stand_in_any_order() -> None:
    one = step("x with { a: 1 } as bob expects 404 -> y following redirects")
    other = step("x following redirects -> y expects 404 as bob with { a: 1 }")
    assert dump(one) == dump(other)
    assert one.follow


def test_a_clause_stands_once() -> None:
    assert codes("flow x {\n a as b as c\n a expects 1 -> b expects 2\n}") == ["BTS047", "BTS047"]


def test_a_step_may_have_a_credential_of_its_own() -> None:
    made = step('x as basic "ann", "wrong" expects 401')
    assert made.actor is None
    assert isinstance(made.credential, BasicCredential)
    assert step("x as bearer token").credential is not None
    assert step('x as digest "a", "b" -> y').capture is not None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GET /debug", ["/debug"]),
        ("GET /debug/{x.id}?a=1 as bob", ["/debug/", Member, "?a=1"]),
        ('GET "/a b"', ["/a b"]),
        ('GET "/a/{x}"', ["/a/", Variable]),
        ("DELETE /{a}{b} expects 404, 410", ["/", Variable, Variable]),
    ],
)
def test_raw_requests(text: str, parts: list[object]) -> None:
    made = step(text)
    assert isinstance(made.target, RawRequest)
    assert [p if isinstance(p, str) else type(p) for p in made.target.path.parts] == parts


def test_host_code() -> None:
    made = step('call "shop.helpers:seed"(a: 1) -> x')
    assert isinstance(made.target, Escape)
    assert made.target.target.plain == "shop.helpers:seed"
    assert made.arguments[0].key == "a"


def test_steps_with_steps() -> None:
    made = step("eventually within 10s every 250ms {\n a\n expect b\n}")
    assert isinstance(made, EventuallyStep)
    assert made.within is not None
    assert made.every is not None
    assert (made.within.unit, made.every.unit, len(made.steps)) == ("s", "ms", 2)
    assert step("eventually { a }").within is None
    assert isinstance(step("finally { a }"), FinallyStep)
    assert isinstance(step("pause 1s"), PauseStep)


def test_a_test() -> None:
    made = declaration('test "it works" as alice tagged smoke, pricing {\n a\n}')
    assert isinstance(made, declarations.Test)
    assert made.actor is not None
    assert (made.title.plain, made.actor.text) == ("it works", "alice")
    assert ([tag.text for tag in made.tags], len(made.steps)) == (["smoke", "pricing"], 1)
    assert declaration('test "x" {}').actor is None


def test_cases() -> None:
    made = declaration(
        'test "x" {\n cases quantity, code: (0, 422), (-1.5, "a"),\n   ([1], { b: null },)\n a\n}'
    )
    assert [column.text for column in made.cases.columns] == ["quantity", "code"]
    assert [len(row.values) for row in made.cases.rows] == [2, 2, 2]
    assert declaration('test "x" { cases from "x.csv" }').cases.table.plain == "x.csv"


@pytest.mark.parametrize("steps", ["a\ncases b: (1)", "cases b: (1)\ncases b: (2)\na"])
def test_cases_come_first_and_once(steps: str) -> None:
    assert codes(f'test "x" {{\n{steps}\n}}') == ["BTS046"]


def test_values_in_a_step_end_where_its_next_clause_starts() -> None:
    made = step('x with a.b["c"] + 1 as bob')
    assert made.actor is not None
    assert isinstance(step("x with y -> z").body, Variable)
    assert isinstance(step('x with "a {b}"').body, Text)

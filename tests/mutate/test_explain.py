"""Why a mutant survives is told by what would have noticed it."""

from __future__ import annotations

import pytest

from specc.mutate.explain import explanation
from specc.mutate.mutant import Mutant
from specc.mutate.registry import mutants_of
from specc.plan.nodes import Plan
from tests.compilation import plan_of

from .test_mutants import SMALL

ALONE = SMALL.replace('actor ben is user { bearer "b" }\n', "")


def mutant(plan: Plan, name: str) -> Mutant:
    return next(each for each in mutants_of(plan.suite) if each.id == name)


def why(text: str, name: str, aside: set[str], ran: int = 5, *, reached: bool = True) -> str:
    plan = plan_of(text)
    return explanation(mutant(plan, name), plan, aside, ran, reached)


def test_an_obligation_that_is_not_put_to_the_test() -> None:
    said = why(ALONE, "one.ignores_owner", set())
    assert said.startswith(
        "one.refuses.stranger would notice, and is not put to the test: user has"
    )


def test_an_obligation_that_the_healthy_mock_breaks() -> None:
    said = why(SMALL, "one.ignores_owner", {"one.refuses.stranger"})
    assert said == (
        "one.refuses.stranger would notice, and is set aside: the healthy mock breaks it too"
    )


def test_what_no_call_comes_to() -> None:
    said = why(SMALL, "one.retypes_field.rank", set(), reached=False)
    assert "none has rank" in said


def test_an_endpoint_that_nothing_calls() -> None:
    assert why(SMALL, "one.ignores_owner", set(), ran=0).startswith("no test calls one")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("one.ignores_owner", "5 obligations call one, and none looks at this"),
    ],
)
def test_what_nothing_looks_at(name: str, said: str) -> None:
    assert why(SMALL, name, set()) == said

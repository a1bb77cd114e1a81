"""Mutants: found from the spec, each of one thing, and each a deviation that shows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from specc.driver.stages import plans
from specc.ir.nodes import Suite
from specc.mock.defects import Quirk
from specc.mutate.mutant import Mutant
from specc.mutate.registry import mutants_of
from tests.compilation import suite_of

BLOG = Path(__file__).parent.parent / "mock" / "specs" / "blog.bts"

SMALL = """
service s { url "http://127.0.0.1:1" }
role user
actor ann is user { bearer "a" }
actor ben is user { bearer "b" }
contract Problem { status: int(400..599) }
contract Task {
  readonly id: uuid
  title:       string(2..20)
  rank?:       int(0..5) | null
}
endpoint add POST /tasks {
  as      user
  body    Task
  returns 201 Task
  returns 401 Problem when anonymous
  returns 422 Problem when body invalid
  creates Task
  except  rejects.title.too_long because "known" until 2099-01-01
}
endpoint one GET /tasks/{id: Task.id} {
  as      owner of Task
  returns 200 Task
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown
  reads   Task
}
"""


@pytest.fixture(scope="module")
def blog() -> Suite:
    return plans([str(BLOG)]).suites[0].suite


def by_id(suite: Suite) -> dict[str, Mutant]:
    return {mutant.id: mutant for mutant in mutants_of(suite)}


def test_what_a_small_spec_has() -> None:
    found = by_id(suite_of(SMALL))
    for name in (
        "add.ignores_authentication",
        "add.loses_write",
        "add.body_accepts.title.low",
        "add.body_accepts.title.missing",
        "add.body_accepts.rank.high",
        "add.body_refuses.title.high",
        "add.body_refuses.rank.null",
        "add.drops_field.id",
        "add.adds_field.body",
        "add.swaps_status.422_as_500",
        "one.ignores_owner",
        "one.makes_up_unknown.id",
        "one.nulls_field.title",
    ):
        assert name in found, name
    assert found["one.ignores_owner"].expected == ("one.refuses.stranger",)
    assert found["add.body_accepts.title.low"].place == "spec.bts:17"


def test_what_the_spec_does_not_promise_has_no_mutant() -> None:
    found = by_id(suite_of(SMALL))
    assert "add.body_accepts.title.high" not in found  # it is waived
    assert "add.nulls_field.rank" not in found  # it may be null
    assert not any(name.startswith("one.body_") for name in found)
    unpromised = by_id(
        suite_of(
            SMALL.replace("  returns 422 Problem when body invalid\n", "").replace(
                '  except  rejects.title.too_long because "known" until 2099-01-01\n', ""
            )
        )
    )
    assert not any(".body_accepts." in name for name in unpromised)


def test_ids_are_stable_and_told_apart(blog: Suite) -> None:
    first = [mutant.id for mutant in mutants_of(blog)]
    assert len(first) > 500
    assert max(Counter(first).values()) == 1
    assert first == [mutant.id for mutant in mutants_of(blog)]


def test_each_mutant_says_what_it_is_and_what_would_notice(blog: Suite) -> None:
    for mutant in mutants_of(blog):
        assert mutant.text, mutant.id
        assert ".bts:" in mutant.place, mutant.id
        assert mutant.expected, mutant.id
        assert all(name.startswith(f"{mutant.endpoint}.") for name in mutant.expected), mutant.id
        defect = mutant.defect
        ways = [way for way in (defect.spec, defect.quirk, defect.reply) if way is not None]
        assert len(ways) == 1, mutant.id


def test_each_quirk_is_one_of_a_mutant() -> None:
    specs = [str(BLOG), str(BLOG.with_name("counter.bts"))]
    root = Path(__file__).parent.parent.parent / "specs"
    suites = [
        *plans(specs).suites,
        *plans([str(root / "shop.bts"), str(root / "kinto.bts")]).suites,
        *plans([str(root.parent / "tests" / "golden" / "desk" / "desk.bts")]).suites,
    ]
    found = {mutant.defect.quirk for each in suites for mutant in mutants_of(each.suite)}
    assert set(Quirk) <= found

"""Pools: two of their members are strangers to each other."""

from __future__ import annotations

import pytest

from specc.plan.nodes import Call
from specc.plan.planning import make_plan
from tests.compilation import derived, files_of, suite_in

SPEC = """
service notes {{
  url "http://127.0.0.1:8321"
}}

role writer

{actor}

contract Session {{
  token: string
}}

contract Note {{
  readonly id: uuid
  text:        string(1..80)
}}

endpoint sign_up POST /users {{
  as      anyone
  body    {{ email: email }}
  returns 201 Session
}}

endpoint add POST /notes {{
  as      writer
  body    Note
  returns 201 Note
  creates Note
}}

endpoint get GET /notes/{{id: Note.id}} {{
  as      owner of Note
  returns 200 Note
  returns 404 when id unknown
  reads   Note
}}
"""

MADE = """actor writers is writer times 20 {
  sign_up with { email: unique("w") } -> session
  bearer session.token
}"""
FED = """actor writers is writer from "writers.csv" {
  sign_up with { email: email } -> session
  bearer session.token
}"""
TABLE = "email\na@example.com\nb@example.com\n"


@pytest.mark.parametrize(
    ("actor", "table", "second"),
    [(MADE, "", "actors.writers()"), (FED, TABLE, "actors.writers(1)")],
)
def test_the_next_member_is_the_stranger(actor: str, table: str, second: str) -> None:
    files = {"s.bts": SPEC.format(actor=actor), "writers.csv": table}
    plan = make_plan(suite_in(files, "s.bts"))
    [call, *_] = [
        step for step in derived(plan, "get.refuses.stranger").steps if isinstance(step, Call)
    ]
    assert call.actor == "new_writers"
    conftest = files_of(plan)["suite/conftest.py"]
    assert "def new_writers() -> Actor:" in conftest
    assert f"return {second}" in conftest


@pytest.mark.parametrize("table", ["email\na@example.com\n"])
def test_a_pool_of_one_has_no_stranger(table: str) -> None:
    files = {"s.bts": SPEC.format(actor=FED), "writers.csv": table}
    plan = make_plan(suite_in(files, "s.bts"))
    stranger = next(item for item in plan.obligations if item.id == "get.refuses.stranger")
    assert stranger.test is None

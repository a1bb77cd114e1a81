"""What a security block has put to the test, on what, and by whom."""

from __future__ import annotations

import attrs
from compilation import plan_of, suite_in

from plan.specs import WHOLE
from specc.ir.expressions import Fields
from specc.plan.nodes import Plan
from specc.plan.planning import make_plan
from specc.plan.security import SecurityTest, Who


def planned(*lines: str) -> Plan:
    return plan_of(
        "\n".join([WHOLE, "security rules {", *(f"  {line}" for line in lines), "}", ""])
    )


def by_id(plan: Plan) -> dict[str, SecurityTest]:
    return {
        ".".join(filter(None, [test.endpoint or "service", rule, test.who])): test
        for test in plan.security.tests
        for rule in test.rules
    }


def test_without_a_block_there_is_nothing() -> None:
    assert attrs.asdict(plan_of(WHOLE).security, recurse=False)["tests"] == ()


def test_a_selection_is_about_its_rules_and_endpoints_alone() -> None:
    found = by_id(planned("bola.read on show", "auth.missing on show, change"))
    assert set(found) == {"show.bola.read", "show.auth.missing", "change.auth.missing"}


def test_a_spec_without_endpoints_is_about_those_that_it_imports() -> None:
    block = 'import "whole.bts"\n\nsecurity deep {\n  bola.read on %s\n}\n'
    own = "endpoint ping GET /ping {\n  as anyone\n  returns 204\n}\n"
    for selected, more, expected in (
        ("all", "", True),
        ("show", "", True),
        ("show", own, True),
        ("all", own, False),
    ):
        files = {"whole.bts": WHOLE, "apart.bts": block % selected + more}
        found = by_id(make_plan(suite_in(files, "apart.bts")))
        assert ("show.bola.read" in found) == expected, (selected, more)


def test_a_stranger_takes_part_and_the_owner_looks_again() -> None:
    found = by_id(planned("ownership on all"))
    test = found["change.bola.write"]
    others = dict(test.others)
    intruder = others["intruder"]
    assert isinstance(intruder, Who)
    assert intruder.name != test.attempt.actor
    assert others["reread"].actor == test.attempt.actor  # type: ignore[union-attr]
    assert "reread" not in dict(found["show.bola.read"].others)


def test_what_is_excepted_is_waived_with_its_reason() -> None:
    plan = planned(
        "ownership on all", 'except bola.read on show because "by design" until 2999-01-01'
    )
    [waived] = [item for item in plan.security.obligations if item.waived]
    assert waived.id == "show.bola.read"
    assert waived.reason == "until 2999-01-01: by design"
    assert waived.test is None
    assert "show.bola.read" not in by_id(plan)


def test_what_nothing_puts_to_the_test_is_said() -> None:
    plan = planned("everything on all")
    reasons = {item.id: item.reason for item in plan.security.obligations if item.test is None}
    assert reasons["rules.upstream.hostile"]


def test_two_blocks_do_not_repeat_each_other() -> None:
    once = planned("ownership on all")
    twice = plan_of(
        f"{WHOLE}\nsecurity a {{\n  ownership on all\n}}\nsecurity b {{\n  bola.read on all\n}}\n"
    )
    assert by_id(twice).keys() == by_id(once).keys()


def test_a_scan_is_a_test_that_looks_at_files() -> None:
    plan = planned('source in "src" fail on medium', 'secrets in "."')
    scan, secrets = plan.security.scans
    assert (scan.obligation, scan.path, scan.fail_on) == ("rules.source", "src", "medium")
    found = {item.id: item for item in plan.security.obligations}
    assert found["rules.source"].test == f"test_security.py::{scan.function}"
    assert found["rules.secrets"].test == f"test_security.py::{secrets.function}"
    assert secrets.also == (".env", plan.suite.spec)


def test_what_a_client_sets_elsewhere_is_no_claim() -> None:
    rename = """
endpoint rename PATCH /notes/{id: Note.id} {
  as      owner of Note
  body    { text: string(1..20) }
  returns 200 Note
  returns 401 Problem when anonymous
  returns 404 Problem when id unknown
  updates Note
}
"""
    plan = plan_of(f"{WHOLE}{rename}\nsecurity rules {{\n  mass_assignment on rename\n}}\n")
    [test] = plan.security.tests
    claims = dict(test.others)["claims"]
    assert isinstance(claims, Fields)
    assert "size" not in dict(claims.entries)
    assert "is_admin" in dict(claims.entries)


def test_what_an_administrator_sets_elsewhere_is_one() -> None:
    weigh = """
endpoint rename PATCH /notes/{id: Note.id} {
  as      owner of Weighed
  body    { text: string(1..20) }
  returns 200 Weighed
  returns 401 Problem when anonymous
  updates Weighed
}
contract Weighed { readonly id: uuid, text: string(1..20), weight: int }
endpoint weigh PUT /weighed/{id: Weighed.id} {
  as      admin
  body    { weight: int }
  returns 200 Weighed
  returns 401 Problem when anonymous
  returns 403 Problem when forbidden
  updates Weighed
}
endpoint put_up POST /weighed {
  as      user
  body    { text: string(1..20) }
  returns 201 Weighed
  returns 401 Problem when anonymous
  creates Weighed
}
""".replace("/notes/{id: Note.id}", "/weighed/{id: Weighed.id}")
    plan = plan_of(f"{WHOLE}{weigh}\nsecurity rules {{\n  mass_assignment on rename\n}}\n")
    [test] = plan.security.tests
    claims = dict(test.others)["claims"]
    assert isinstance(claims, Fields)
    assert "weight" in dict(claims.entries)

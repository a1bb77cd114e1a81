"""The ledger has each rule on each endpoint, with its reason where it was not tested."""

from __future__ import annotations

import pytest
from compilation import plan_of

from plan.specs import WHOLE
from specc.plan.nodes import Plan
from specc.plan.security.ledger import Cell, Ended, ledger
from specc.rules import RULES


def planned(*lines: str) -> Plan:
    return plan_of(
        "\n".join([WHOLE, "security rules {", *(f"  {line}" for line in lines), "}", ""])
    )


def cells(plan: Plan, **ended: Ended) -> dict[tuple[str, str, str], Cell]:
    return {(cell.endpoint, cell.rule, cell.role): cell for cell in ledger(plan, ended)}


def test_each_endpoint_has_each_rule() -> None:
    plan = planned("everything on all")
    found = ledger(plan, {})
    for endpoint in plan.suite.endpoints:
        if endpoint.covered:
            assert {cell.rule for cell in found if cell.endpoint == endpoint.name} == set(RULES)
    said = [cell for cell in found if cell.state != "tested" and not cell.why]
    assert not said
    assert not [cell for cell in found if cell.state in ("tested", "inconclusive")]
    left_out = {cell.rule for cell in found if cell.state == "opted out"}
    assert left_out == {rule.name for rule in RULES.values() if rule.opt_in}


def test_each_test_is_in_it_once() -> None:
    plan = planned("everything on all")
    tested = [item.id for item in plan.security.obligations if item.test is not None]
    found = [cell.obligation for cell in ledger(plan, {}) if cell.obligation]
    for name in tested:
        assert found.count(name) == 1, name


@pytest.mark.parametrize(
    ("ended", "state", "outcome", "why"),
    [
        (Ended("held"), "tested", "held", ""),
        (Ended("broken", "not read"), "tested", "broken", ""),
        (Ended("not_run", "inconclusive: bob is answered 401"), "inconclusive", "", "bob is"),
        (Ended("not_run", "not applicable: it is no token"), "not applicable", "", "it is no"),
        (Ended("not_run", "the host is neither"), "not run", "", "the host"),
        (Ended("not_run"), "not run", "", "left it out"),
        (Ended("error", "set-up: no answer"), "inconclusive", "", "set-up: no answer"),
    ],
)
def test_an_outcome_becomes_a_state(ended: Ended, state: str, outcome: str, why: str) -> None:
    plan = planned("bola.read on show")
    [cell] = [each for each in ledger(plan, {"show.bola.read": ended}) if each.obligation]
    assert (cell.state, cell.outcome) == (state, outcome)
    assert why in cell.why
    assert cell.role


def test_what_no_block_selects_is_opted_out() -> None:
    found = [cell for cell in ledger(planned("bola.read on show"), {}) if not cell.obligation]
    assert found
    assert {cell.state for cell in found} == {"opted out"}


def test_what_is_excepted_is_waived() -> None:
    plan = planned(
        "everything on all", 'except bola.read on show because "by design" until 2999-01-01'
    )
    [cell] = [c for c in ledger(plan, {}) if (c.endpoint, c.rule) == ("show", "bola.read")]
    assert cell.state == "waived"
    assert "by design" in cell.why


def test_roles_that_may_call_are_not_applicable() -> None:
    plan = planned("roles on all")
    found = [cell for cell in ledger(plan, {}) if cell.rule == "bfla.matrix"]
    roles = {role for role, _ in plan.suite.roles}
    for endpoint in plan.suite.endpoints:
        if endpoint.covered:
            assert {cell.role for cell in found if cell.endpoint == endpoint.name} == roles
    assert {cell.why for cell in found if cell.state == "not applicable"} >= {
        "the role may call it"
    }


def test_without_a_block_all_is_opted_out() -> None:
    assert {cell.state for cell in ledger(plan_of(WHOLE), {})} == {"opted out"}

"""From which severity on findings fail, and waivers of an endpoint's own."""

from __future__ import annotations

import pytest
from compilation import plan_of

from plan.specs import WHOLE
from specc.plan.nodes import Plan


def planned(*lines: str, endpoint: str = "") -> Plan:
    spec = WHOLE
    if endpoint:
        head, start, rest = spec.partition("endpoint show ")
        first, brace, rest = rest.partition("{\n")
        spec = f"{head}{start}{first}{brace}  {endpoint}\n{rest}"
    return plan_of("\n".join([spec, "security rules {", *(f"  {line}" for line in lines), "}", ""]))


def thresholds(plan: Plan, endpoint: str = "show") -> dict[str, str | None]:
    return {
        rule: test.fail_on
        for test in plan.security.tests
        for rule in test.rules
        if test.endpoint == endpoint
    }


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("headers on all",), {"misconf.nosniff": None, "misconf.cookie": None}),
        (("headers on all fail on high",), {"misconf.nosniff": "high", "misconf.cookie": "high"}),
        (("headers on all fail on medium",), {"misconf.nosniff": "medium", "misconf.cookie": None}),
        (("fail on high", "headers on all"), {"misconf.nosniff": "high", "misconf.cookie": "high"}),
        (
            ("fail on high", "headers on all", "misconf.cookie on show fail on low"),
            {"misconf.nosniff": "high", "misconf.cookie": None},
        ),
        (
            ("headers on all", "misconf.nosniff on all fail on critical"),
            {"misconf.nosniff": "critical", "misconf.cookie": None},
        ),
    ],
)
def test_what_says_most_decides(lines: tuple[str, ...], expected: dict[str, str | None]) -> None:
    found = thresholds(planned(*lines))
    assert {rule: found[rule] for rule in expected} == expected


def test_what_is_bad_enough_always_fails() -> None:
    found = thresholds(planned("fail on high", "everything on all"))
    assert found["bola.read"] is None
    assert found["error.disclosure"] == "high"


def test_a_test_has_rules_of_one_threshold() -> None:
    plan = planned("everything on all fail on medium")
    functions = [test.function for test in plan.security.tests]
    assert len(set(functions)) == len(functions)
    both = [test for test in plan.security.tests if test.endpoint == "show"]
    [nosniff] = [test for test in both if "misconf.nosniff" in test.rules]
    [cors] = [test for test in both if "cors.origin" in test.rules]
    assert nosniff is not cors


def test_an_endpoint_waives_a_rule_by_its_id() -> None:
    plan = planned(
        "everything on all",
        endpoint='except bola.read because "shown to all, API-9" until 2999-01-01',
    )
    found = {item.id: item for item in plan.obligations}
    assert found["show.bola.read"].waived
    assert found["show.bola.read"].reason == "until 2999-01-01: shown to all, API-9"
    assert found["show.bola.read"].test is None
    assert "show.waiver.bola.read" not in found
    assert not found["show.auth.missing"].waived


def test_a_waiver_of_no_rule_is_told() -> None:
    plan = planned("everything on all", endpoint='except bola.raed because "a slip"')
    found = {item.id: item for item in plan.obligations}
    assert "did you mean `bola.read`?" in (found["show.waiver.bola.raed"].reason or "")

"""What a run found, as SARIF: findings keep their fingerprints, and levels follow severity."""

from __future__ import annotations

import json
from typing import Any

from specc.driver.running.results import Outcome, Result, RunResult, SuiteResult
from specc.driver.running.sarif import render


def breach(rule: str, severity: str, **more: object) -> dict[str, Any]:
    return {
        "rule": rule,
        "severity": severity,
        "message": "it is so",
        "remedy": "Do better.",
        "fingerprint": f"{rule}-print",
        "again": ["curl -sS http://127.0.0.1:1/"],
        **more,
    }


def result(name: str, outcome: Outcome = "broken", line: int = 3, **more: Any) -> Result:
    return Result(name, name.partition(".")[0], f"specs/a b.bts:{line}", outcome, **more)


def rendered(*results: Result) -> dict[str, Any]:
    log = json.loads(render(RunResult(1, (SuiteResult("a", "specs/a b.bts", results),))))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert isinstance(run, dict)
    return run


def test_findings_and_promises_have_rules_levels_and_places() -> None:
    run = rendered(
        result("get.bola.read", breach=breach("bola.read", "critical")),
        result("get.misconf.nosniff", breach=breach("misconf.nosniff", "low")),
        result("get.conforms", message="it does not"),
        result("get.deleted", outcome="held"),
    )
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["bola.read", "misconf.nosniff", "obligation"]
    assert "external/cwe/cwe-639" in rules[0]["properties"]["tags"]
    assert "external/owasp/API1:2023" in rules[0]["properties"]["tags"]
    found = run["results"]
    assert [(each["ruleId"], each["level"]) for each in found] == [
        ("bola.read", "error"),
        ("misconf.nosniff", "note"),
        ("obligation", "error"),
    ]
    for each in found:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        place = each["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "specs/a%20b.bts"
        assert place["region"] == {"startLine": 3}
        assert each["message"]["text"]


def test_a_fingerprint_stays_while_lines_and_messages_change() -> None:
    def print_of(**more: Any) -> str:
        line = more.pop("line", 3)
        facts = breach("bola.read", "critical", **more)
        [found] = rendered(result("get.bola.read", line=line, breach=facts))["results"]
        return str(found["partialFingerprints"]["obligation/v1"])

    assert print_of() == print_of(line=9, message="by another id this time")
    assert print_of() != print_of(fingerprint="another place")


def test_a_run_without_findings_is_a_log_without_results() -> None:
    run = rendered(result("get.conforms", outcome="held"))
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []

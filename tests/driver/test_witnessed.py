"""What runs have seen, and how long it is known."""

from __future__ import annotations

from pathlib import Path

from specc.driver.running.results import Result, SuiteResult
from specc.driver.running.witnessed import recall, remember, seen_in


def suite(name: str, outcomes: dict[str, str], *events: dict[str, object]) -> SuiteResult:
    results = tuple(
        Result(key, "e", "a.bts:1", outcome)  # type: ignore[arg-type]
        for key, outcome in outcomes.items()
    )
    return SuiteResult(name, "a.bts", results, seen=seen_in(events))


def witnessed(status: int, *keys: str) -> dict[str, object]:
    return {
        "event": "witness",
        "endpoint": "e",
        "callers": [["ann", status, 1]],
        "sent": [["params", [[]]]],
        "answered": [[status, [["body", [list(keys)]]]]],
    }


def test_a_part_of_a_run_adds_and_a_whole_one_replaces(project: Path) -> None:
    remember("generated", [suite("a", {"e.x": "held"}, witnessed(200, "id"))], whole=True)
    remember("generated", [suite("a", {"e.y": "broken"}, witnessed(404, "title"))], whole=False)
    known = recall("generated")["a"]
    assert known["outcomes"] == {"e.x": "held", "e.y": "broken"}
    assert known["endpoints"]["e"]["callers"] == {"ann": {"200": 1, "404": 1}}
    assert set(known["endpoints"]["e"]["answered"]) == {"200", "404"}
    remember("generated", [suite("a", {"e.z": "held"})], whole=True)
    whole = {"outcomes": {"e.z": "held"}, "reasons": {}, "endpoints": {}}
    assert recall("generated")["a"] == whole


def test_suites_do_not_forget_each_other(project: Path) -> None:
    remember("generated", [suite("a", {"e.x": "held"})], whole=True)
    remember("generated", [suite("b", {"f.x": "held"})], whole=True)
    assert set(recall("generated")) == {"a", "b"}
    assert recall("elsewhere") == {}


def test_the_workers_of_a_run_are_put_together() -> None:
    seen = seen_in([witnessed(200, "id"), {"event": "end"}, witnessed(200, "id", "note")])
    assert seen["e"]["callers"] == {"ann": {"200": 2}}
    assert seen["e"]["answered"]["200"]["body"] == [["id"], ["id", "note"]]

"""Load profiles as a part of a run: which of them, and what their verdicts make of obligations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specc.driver.load_profiles import Profile, profiles_of
from specc.driver.loading import LoadOptions, LoadRun
from specc.driver.running import under_load
from specc.driver.running.results import Outcome, Result, SuiteResult
from specc.driver.running.under_load import chosen, with_load

FILE = """
raise RuntimeError("a file that is only read")


class Quick(LoadUser):
    profile = Profile(
        "quick",
        {buy: 1},
        tags=("smoke", "nightly"),
        require=(Threshold("quick.p95", "p95", "<", 0.3), Threshold("quick.errors", "errors")),
        until=(Threshold("quick.until.p95", "p95", ">", 0.5),),
    )


class Long(LoadUser):
    profile = Profile("long", {buy: 1}, regression=(Threshold("long.regression.p95", "p95"),))
"""


def test_profiles_are_read_and_not_run(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "locustfile.py").write_text(FILE)
    found = profiles_of(str(tmp_path), "s")
    assert found == (
        Profile("quick", ("smoke", "nightly"), ("quick.p95", "quick.errors")),
        Profile("long", (), ("long.regression.p95",)),
    )
    assert profiles_of(str(tmp_path), "gone") == ()


def test_which_profiles_a_run_includes() -> None:
    quick, long = Profile("quick", ("smoke",), ("quick.p95",)), Profile("long", (), ("long.max",))
    assert chosen((quick, long), "smoke", ()) == [quick]
    assert chosen((quick, long), "all", ()) == [quick, long]
    assert chosen((quick, long), "all", ("long.*",)) == [long]
    assert chosen((quick, long), "smoke", ("long.*",)) == []
    assert chosen((quick, long), "none", ()) == []
    assert chosen((quick, long), "all", (), frozenset(long.obligations)) == [long]
    assert chosen((quick, long), "all", (), frozenset(["get.conforms"])) == []


def report(folder: Path, outcome: str, **more: object) -> None:
    folder.mkdir(exist_ok=True)
    told = {
        "doubts": [],
        "ended_early": None,
        "created": None,
        "thresholds": [
            {"id": "quick.p95", "text": "p95 < 1ms", "said": "2 ms", "outcome": outcome}
            | {"reason": "it was not measured"}
        ],
    }
    (folder / "quick.json").write_text(json.dumps(told | more))


def after(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    run: LoadRun | None = None,
    before: Outcome = "not_run",
) -> SuiteResult:
    told = run or LoadRun(1, "", False, 2.0)
    monkeypatch.setattr(under_load, "run_to_report", lambda *_: told)
    suite = SuiteResult("s", "s.bts", (Result("quick.p95", "quick", "s.bts:1", before),))
    profile = Profile("quick", ("smoke",), ("quick.p95",))
    return with_load(suite, "out", [profile], LoadOptions(""), str(folder))


@pytest.mark.parametrize(
    ("verdict", "more", "outcome", "said"),
    [
        ("held", {}, "held", ""),
        ("broken", {}, "broken", "p95 < 1ms: 2 ms, under the load profile quick"),
        ("not run", {}, "not_run", "it was not measured"),
        ("held", {"doubts": ["the generator was busy"]}, "error", "the generator was busy"),
        ("broken", {"doubts": ["it was busy"]}, "broken", "the run is invalid: it was busy"),
        ("held", {"ended_early": "interrupted"}, "not_run", "quick ended early: interrupted"),
    ],
)
def test_verdicts_become_outcomes(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    verdict: str,
    more: dict[str, object],
    outcome: str,
    said: str,
) -> None:
    report(tmp_path, verdict, **more)
    (found,) = after(monkeypatch, tmp_path).results
    assert found.outcome == outcome
    assert said in found.message + found.reason


def test_the_gravest_of_several_profiles_counts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report(tmp_path, "held")
    assert after(monkeypatch, tmp_path, before="broken").results[0].outcome == "broken"
    report(tmp_path, "broken")
    assert after(monkeypatch, tmp_path, before="held").results[0].outcome == "broken"


def test_a_profile_that_gave_no_report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = LoadRun(3, "specc load: the service s is not available\n", False, 1.0)
    assert after(monkeypatch, tmp_path, gone).unreachable == ("the service s is not available",)
    defect = LoadRun(4, "Traceback: it broke\n", False, 1.0)
    assert "it broke" in after(monkeypatch, tmp_path, defect).trouble
    stopped = after(monkeypatch, tmp_path, LoadRun(1, "", True, 1.0))
    assert stopped.interrupted
    assert stopped.results[0].outcome == "not_run"


def test_what_a_profile_leaves_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    created = {"kept": False, "remaining": 3, "left": {"Order: 409": 3}, "ended": ""}
    report(tmp_path, "held", created=created)
    assert after(monkeypatch, tmp_path).left_behind == (
        "3 things of the load profile quick: Order: 409",
    )

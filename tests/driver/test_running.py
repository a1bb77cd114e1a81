"""Running suites: a pytest of their own, and what became of each obligation."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest

from specc.driver.inputs import DriverError
from specc.driver.running import session
from specc.driver.running.events import Event
from specc.driver.running.results import results_of
from specc.driver.running.selection import matching
from specc.driver.running.session import Options, Watcher

from .conftest import Write

CONFTEST = """
import json, os, pytest

def tell(**event):
    with open(os.environ["SPECC_REPORT"], "a") as file:
        file.write(json.dumps(event) + "\\n")

@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        outcome = {"passed": "held", "failed": "broken", "skipped": "not_run"}[report.outcome]
        tell(event="test", obligation=item.name.removeprefix("test_") + ".works", node=item.nodeid,
             spec="specs/a.bts:1", outcome=outcome, message=report.longreprtext, seconds=0.1)
    return report

def pytest_sessionfinish(session):
    tell(event="end", left_behind=["order 7"], unavailable=os.environ.get("NO_SERVICE"))
"""

TESTS = """
import os, time

def test_good():
    assert os.environ["SPECC_ENV"] == "staging"
    assert os.environ["SPECC_ALLOW_HOSTS"] == "one.example,two.example"

def test_bad():
    assert 1 == 2, "seed " + os.environ["SPECC_SEED"]

def test_slow():
    try:
        with open(os.environ["SPECC_REPORT"], "a") as file:
            file.write('{"event": "begun"}\\n')
        time.sleep(float(os.environ.get("SLOW", "0")))
    finally:
        open("cleaned", "w").close()
"""

NAMES = ("good", "bad", "slow")
OPTIONS = Options(environment="staging", seed=7, allow_hosts=("one.example", "two.example"))


@pytest.fixture
def suite(write: Write) -> str:
    """A suite that reports as generated ones do."""
    obligations: list[dict[str, object]] = [
        {"id": f"{name}.works", "test": f"test_it.py::test_{name}", "spec": "specs/a.bts:1"}
        for name in NAMES
    ]
    obligations.append({"id": "load.p95", "reason": "load profiles are not run", "spec": "x:2"})
    write(
        {
            "generated/a/conftest.py": CONFTEST,
            "generated/a/test_it.py": TESTS,
            "generated/a/pytest.ini": "[pytest]\n",
            "generated/a/manifest.json": json.dumps(
                {"spec": "specs/a.bts", "obligations": obligations}
            ),
        }
    )
    return "a"


def test_every_obligation_has_an_outcome(suite: str) -> None:
    heard: list[object] = []
    watcher = Watcher(hears=lambda _suite, event: heard.append(event.get("obligation")))
    result = session.run("generated", [suite], OPTIONS, watcher)
    assert {each.obligation: each.outcome for each in result.results} == {
        "good.works": "held",
        "bad.works": "broken",
        "slow.works": "held",
        "load.p95": "not_run",
    }
    assert heard == ["good.works", "bad.works", None, "slow.works", None]
    assert result.not_run[0].reason == "load profiles are not run"
    assert "seed 7" in result.broken[0].message
    assert result.left_behind == ("order 7",)
    assert list(result.by_endpoint()) == ["good", "bad", "slow", "load"]
    assert not result.interrupted
    assert not result.trouble


def test_a_selection_runs_alone(suite: str) -> None:
    result = session.run("generated", [suite], Options(only=("slow.*",)))
    assert [each.obligation for each in result.results] == ["slow.works"]


def test_a_selection_that_matches_nothing(suite: str) -> None:
    with pytest.raises(DriverError, match=r"no obligation matches `slwo\.works`") as raised:
        session.run("generated", [suite], Options(only=("slwo.works",)))
    assert raised.value.help == "did you mean `slow.works`?"


def test_stops_at_the_first(suite: str) -> None:
    result = session.run("generated", [suite], attrs.evolve(OPTIONS, stop_first=True))
    assert [each.outcome for each in result.results] == ["held", "broken", "not_run", "not_run"]
    assert result.not_run[0].reason == "the run stopped at the first that is broken"


def test_files_are_written(suite: str, project: Path) -> None:
    options = attrs.evolve(OPTIONS, junit="out/junit.xml", report="out/run.json")
    session.run("generated", [suite], options)
    tests = ElementTree.parse(project / "out/junit.xml").getroot().iter("testcase")
    assert sorted(str(each.get("name")) for each in tests) == ["test_bad", "test_good", "test_slow"]
    data = json.loads((project / "out/run.json").read_text())
    assert data["seed"] == 7
    told = {"held": 2, "waived": 0, "not_run": 1, "noted": 0, "broken": 1, "error": 0}
    assert data["totals"] == told


def test_a_service_that_cannot_be_had(suite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_SERVICE", "nothing listens on 127.0.0.1:1")
    result = session.run("generated", [suite], OPTIONS)
    assert result.unreachable == ("nothing listens on 127.0.0.1:1",)


def test_a_suite_that_cannot_be_run(suite: str, write: Write) -> None:
    write({"generated/a/test_it.py": "import nothing_of_that_name"})
    result = session.run("generated", [suite], OPTIONS)
    assert "nothing_of_that_name" in result.trouble[0].trouble
    assert {each.reason for each in result.not_run} == {
        "its test did not report an outcome",
        "load profiles are not run",
    }


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_an_interrupted_run_cleans_up(
    suite: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLOW", "60")

    def hears(_suite: str, event: Event) -> None:
        if event.get("event") == "begun":
            os.kill(os.getpid(), signal.SIGTERM)

    began = time.monotonic()
    result = session.run("generated", [suite], OPTIONS, Watcher(hears=hears))
    assert time.monotonic() - began < 30
    assert result.interrupted
    assert (project / "cleaned").exists()
    assert [each.outcome for each in result.results] == ["held", "broken", "not_run", "not_run"]
    assert result.results[2].reason == "the run was interrupted before its turn"


def test_the_worst_outcome_of_an_obligation_counts() -> None:
    events = [
        {"event": "test", "obligation": "a.b", "outcome": outcome, "message": outcome}
        for outcome in ("held", "broken", "held", "nonsense")
    ]
    (result,) = results_of({}, events, None, "")
    assert (result.outcome, result.endpoint) == ("error", "a")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("get.*", {"get.a", "get.b[].c"}),
        ("b[]", {"get.b[].c"}),
        ("*[].c", {"get.b[].c"}),
        ("a", {"get.a", "pay.a"}),
        ("nope", set()),
    ],
)
def test_patterns(pattern: str, found: set[str]) -> None:
    assert matching(["get.a", "get.b[].c", "pay.a"], [pattern]) == found

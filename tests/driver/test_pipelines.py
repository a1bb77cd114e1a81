"""Pipelines: stages in the order of their needs, side by side, and what is run on failure."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest

from specc.driver.inputs import DriverError
from specc.driver.pipelines.finding import Found, Job, find_pipeline
from specc.driver.pipelines.outcome import PipelineResult, StageResult
from specc.driver.pipelines.running import Watcher, run_pipeline
from specc.driver.running.results import Outcome, Result, SuiteResult
from specc.driver.running.session import Options
from specc.driver.stages import plans
from specc.ir.pipelines import Pipeline, Stage

from .conftest import Write
from .test_running import CONFTEST

TESTS = """
import os, pathlib, signal, time

def meets(other):
    until = time.monotonic() + 30
    while not pathlib.Path(other).exists():
        assert time.monotonic() < until, "nobody came"
        time.sleep(0.05)

def test_good():
    pass

def test_bad():
    assert 1 == 2

def test_killed():
    os.kill(os.getpid(), signal.SIGKILL)

def test_slow():
    try:
        pathlib.Path("slow").touch()
        time.sleep(60)
    finally:
        pathlib.Path("cleaned").touch()

def test_left():
    pathlib.Path("left").touch()
    meets("right")

def test_right():
    pathlib.Path("right").touch()
    meets("left")
"""
NAMES = ("good", "bad", "killed", "slow", "left", "right")
HOOK = f"{sys.executable} hook.py"


@pytest.fixture
def suite(write: Write) -> None:
    """A suite that reports as generated ones do, and a command for the case of failure."""
    obligations = [
        {"id": f"{name}.works", "test": f"test_it.py::test_{name}", "spec": "specs/a.bts:1"}
        for name in NAMES
    ]
    obligations.append({"id": "rules.headers", "reason": "nobody runs rules", "spec": "x:2"})
    write(
        {
            "generated/a/conftest.py": CONFTEST,
            "generated/a/test_it.py": TESTS,
            "generated/a/pytest.ini": "[pytest]\n",
            "generated/a/manifest.json": json.dumps(
                {"spec": "specs/a.bts", "obligations": obligations}
            ),
            "hook.py": "import os\nopen('undone', 'a').write(os.environ['SPECC_FAILED_STAGES'] + '\\n')\n"
            "print('rolled back')\n",
        }
    )


def found(*stages: tuple[str, str, tuple[str, ...]], hook: str | None = HOOK) -> Found:
    """A pipeline of stages: name, the obligation that it is about, what it needs."""
    jobs = tuple(
        Job(Stage(name, needs, (), (), (), (), "specs/a.bts:1"), frozenset([f"{what}.works"]))
        if what != "rules"
        else Job(Stage(name, needs, (), (), (), (), "x:2"), frozenset(["rules.headers"]))
        for name, what, needs in stages
    )
    pipeline = Pipeline(
        "release", tuple(job.stage for job in jobs), hook, None, None, "specs/a.bts:1"
    )
    return Found("a", "specs/a.bts", pipeline, jobs)


def states(result: PipelineResult) -> dict[str, str]:
    return {stage.name: stage.state for stage in result.stages}


def undone() -> list[str]:
    place = Path("undone")
    return place.read_text().splitlines() if place.exists() else []


def test_all_is_well(suite: None) -> None:
    result = run_pipeline(
        "generated", found(("one", "good", ()), ("two", "good", ("one",))), Options(seed=7)
    )
    assert states(result) == {"one": "passed", "two": "passed"}
    assert (result.code, result.hook, undone()) == (0, None, [])
    assert [each.obligation for each in result.run.results] == ["good.works"]
    assert result.run.seed == 7


def test_a_red_stage_blocks_what_needs_it_and_nothing_else(suite: None) -> None:
    told: list[str] = []
    result = run_pipeline(
        "generated",
        found(
            ("first", "bad", ()),
            ("other", "good", ()),
            ("second", "slow", ("first", "other")),
            ("third", "right", ("second",)),
            ("fourth", "good", ("other",)),
        ),
        Options(),
        Watcher(ends=lambda stage: told.append(stage.name)),
    )
    assert states(result) == {
        "first": "failed",
        "other": "passed",
        "second": "blocked",
        "third": "blocked",
        "fourth": "passed",
    }
    assert sorted(told) == sorted(states(result))
    assert result.code == 1
    assert result.stages[2].reason == "it needs first, which failed"
    assert undone() == ["first"]
    assert result.hook is not None
    assert (result.hook.code, result.hook.printed) == (0, "rolled back")
    assert not Path("slow").exists()
    (kept,) = [each for each in result.run.results if each.obligation == "slow.works"]
    assert (kept.outcome, kept.reason) == (
        "not_run",
        "the stage second: it needs first, which failed",
    )


def test_stages_that_do_not_need_each_other_run_side_by_side(suite: None) -> None:
    result = run_pipeline("generated", found(("one", "left", ()), ("two", "right", ())), Options())
    assert states(result) == {"one": "passed", "two": "passed"}


def test_what_is_under_load_runs_alone(suite: None) -> None:
    release = found(("one", "good", ()), ("two", "good", ()), ("three", "good", ()))
    jobs = tuple(
        attrs.evolve(job, stage=attrs.evolve(job.stage, profiles=("peak",)))
        if job.stage.name == "two"
        else job
        for job in release.jobs
    )
    at_once: set[str] = set()
    crowds: list[set[str]] = []

    def begins(stage: str) -> None:
        at_once.add(stage)
        crowds.append(set(at_once))

    result = run_pipeline(
        "generated",
        attrs.evolve(release, jobs=jobs),
        Options(),
        Watcher(begins=begins, ends=lambda stage: at_once.discard(stage.name)),
    )
    assert crowds == [{"one"}, {"one", "three"}, {"two"}]
    assert states(result) == {"one": "passed", "two": "failed", "three": "passed"}
    assert "has no load profile" in result.stages[1].reason


def test_the_outcome_that_says_more_is_told() -> None:
    def stage(name: str, outcome: Outcome) -> StageResult:
        results = (Result("get.within.p95", "get", "x:1", outcome),)
        return StageResult(name, (), "passed", suites=(SuiteResult("a", "x", results),))

    for outcomes, expected in (
        (("not_run", "held"), "held"),
        (("held", "not_run"), "held"),
        (("held", "broken"), "broken"),
        (("broken", "held"), "broken"),
    ):
        stages = tuple(stage(str(at), each) for at, each in enumerate(outcomes))
        (told,) = PipelineResult("p", "x", 1, stages).run.results
        assert told.outcome == expected


def test_a_stage_that_was_killed_has_failed(suite: None) -> None:
    result = run_pipeline(
        "generated", found(("one", "killed", ()), ("two", "good", ("one",))), Options()
    )
    assert states(result) == {"one": "failed", "two": "blocked"}
    assert result.stages[0].reason == "its tests were killed from outside (SIGKILL)"
    assert result.code == 1
    assert undone() == ["one"]


def test_ctrl_c_ends_a_pipeline_in_order(suite: None) -> None:
    def hears(stage: str) -> None:
        if stage == "slow":
            signal.signal(signal.SIGALRM, poke)
            signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)

    def poke(_signal: int, _frame: object) -> None:
        if Path("slow").exists():
            signal.setitimer(signal.ITIMER_REAL, 0)
            os.kill(os.getpid(), signal.SIGINT)

    result = run_pipeline(
        "generated",
        found(("quick", "good", ()), ("slow", "slow", ("quick",)), ("after", "good", ("slow",))),
        Options(),
        Watcher(begins=hears),
    )
    assert states(result) == {"quick": "passed", "slow": "interrupted", "after": "interrupted"}
    assert Path("cleaned").exists()
    assert result.interrupted
    assert result.code == 1
    assert undone() == ["slow,after"]


def test_what_nobody_can_run_is_said_and_keeps_nothing_back(suite: None) -> None:
    result = run_pipeline(
        "generated", found(("rules", "rules", ()), ("after", "good", ("rules",))), Options()
    )
    assert states(result) == {"rules": "not_run", "after": "passed"}
    assert result.stages[0].reason == "nobody runs rules"
    assert result.code == 0


def test_a_command_that_cannot_be_run_is_told(suite: None) -> None:
    result = run_pipeline("generated", found(("one", "bad", ()), hook="./no-such"), Options())
    assert result.hook is not None
    assert result.hook.code is None
    assert "cannot be run" in result.hook.printed
    assert json.loads(json.dumps(result.data()))["on_failure"]["code"] is None


def test_a_command_that_does_not_end_is_ended(suite: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("specc.driver.pipelines.running.HOOK_SECONDS", 1.0)
    Path("hang.py").write_text("import time\nprint('begun', flush=True)\ntime.sleep(60)\n")
    hook = f"{sys.executable} hang.py"
    result = run_pipeline("generated", found(("one", "bad", ()), hook=hook), Options())
    assert result.hook is not None
    assert result.hook.code not in (0, None)
    assert result.hook.printed.startswith("begun")
    assert result.hook.printed.endswith("it took more than 1 s, and was ended")
    assert result.code == 1


def test_a_command_that_fails_does_not_hide_the_stage(suite: None) -> None:
    hook = f"{sys.executable} -c 'import sys; print(1); sys.exit(7)'"
    result = run_pipeline("generated", found(("one", "bad", ()), hook=hook), Options())
    assert result.hook is not None
    assert (result.hook.code, result.code, states(result)) == (7, 1, {"one": "failed"})


def test_junit_has_every_stage(suite: None) -> None:
    run_pipeline(
        "generated",
        found(
            ("one", "good", ()),
            ("two", "bad", ()),
            ("three", "slow", ("two",)),
            ("four", "killed", ()),
            ("five", "rules", ()),
        ),
        Options(junit="out/junit.xml"),
    )
    tree = ElementTree.parse("out/junit.xml")
    cases = {each.get("name"): [child.tag for child in each] for each in tree.iter("testcase")}
    assert cases["test_good"] == []
    assert cases["test_bad"] == ["failure"]
    assert {name: cases[name] for name in ("one", "two", "three", "four", "five")} == {
        "one": [],
        "two": ["failure"],
        "three": ["error"],
        "four": ["failure"],
        "five": ["skipped"],
    }
    (own,) = [each for each in tree.iter("testsuite") if each.get("name") == "pipeline release"]
    assert (own.get("tests"), own.get("failures"), own.get("errors")) == ("5", "2", "1")


def test_sarif_has_every_stage(suite: None) -> None:
    run_pipeline(
        "generated",
        found(("one", "bad", ()), ("two", "good", ()), ("three", "good", ("two",))),
        Options(sarif="out/run.sarif"),
    )
    told = json.loads(Path("out/run.sarif").read_text())["runs"][0]["results"]
    assert [each["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for each in told] == [
        "bad.works"
    ]


SPEC = """
service shop {
  url "http://127.0.0.1:9"
}

endpoint health GET /healthz {
  as      anyone
  returns 200
}

endpoint other GET /other {
  as      anyone
  returns 200
}

test "it is up" as anonymous tagged smoke {
  health
}

test "rows" as anonymous tagged slow {
  cases n: (1), (2)
  expect n > 0
  health
}

security rules {
  headers on all
}

pipeline release {
  stage contract { obligations of health } needs smoke
  stage smoke { tests tagged smoke }
  stage rest {
    tests tagged slow
    security rules
  } needs contract
  on failure run "deploy/undo.sh"
  artifacts "out"
}
"""


def test_stages_are_found_in_the_order_of_their_needs(write: Write) -> None:
    write({"specs/shop.bts": SPEC})
    release = find_pipeline(["specs"], "release")
    assert [job.stage.name for job in release.jobs] == ["smoke", "contract", "rest"]
    smoke, contract, rest = (job.obligations for job in release.jobs)
    assert smoke == {"test.it_is_up"}
    assert contract
    assert all(name.startswith("health.") for name in contract)
    assert rest >= {"test.rows.1", "test.rows.2"}
    plan = plans(["specs"]).suites[0].plan
    asked = {each.id for each in plan.obligations if each.kind == "security"}
    assert rest == {"test.rows.1", "test.rows.2", *asked}
    assert any(name.startswith("health.") for name in asked)
    assert find_pipeline(["specs"], "") == attrs.evolve(release)


@pytest.mark.parametrize(
    ("files", "name", "message"),
    [
        ({"specs/shop.bts": SPEC}, "relese", "no pipeline `relese`"),
        ({"specs/shop.bts": SPEC.partition("pipeline")[0]}, "", "declare no pipeline"),
        ({"specs/a.bts": SPEC, "specs/b.bts": SPEC}, "release", "several pipelines"),
    ],
)
def test_no_pipeline_or_several(
    write: Write, files: dict[str, str], name: str, message: str
) -> None:
    write(files)
    with pytest.raises(DriverError, match=message):
        find_pipeline(["specs"], name)

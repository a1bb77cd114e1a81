"""One stage: its obligations in a pytest of its own, then its load profiles."""

from __future__ import annotations

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable
from typing import Any

import attrs

from specc.driver.inputs import DriverError
from specc.driver.load_profiles import Profile, profiles_of
from specc.driver.loading import KILLED, LoadOptions, run_profile
from specc.driver.manifest import read_manifest
from specc.driver.pipelines.finding import Found, Job
from specc.driver.pipelines.outcome import LoadRun, StageResult, State
from specc.driver.running import session
from specc.driver.running.events import Event
from specc.driver.running.results import SuiteResult, results_of
from specc.driver.running.under_load import judged

LAST_LINES = 40
_REASONS = {
    KILLED: "the run of the load profile {} was killed from outside",
    1: "the load profile {} is broken, or its run was no valid one",
    2: "the load profile {} could not be run",
    3: "the load profile {} could not reach the service",
    4: "the run of the load profile {} ended in a defect",
}


class Stop:
    """Asks stages to end: first in order, then at once. Made by one thread, heeded in others."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.insisted = threading.Event()

    def heeded(self) -> Callable[[], None]:
        """What a process is watched with: raises KeyboardInterrupt once, and once more."""
        left = [self.asked, self.insisted]

        def tick() -> None:
            if left and left[0].is_set():
                left.pop(0)
                raise KeyboardInterrupt

        return tick


@attrs.frozen
class Work:
    """What every stage of a run shares. `folder` is for files that last as long as the run."""

    output: str
    found: Found
    options: session.Options
    folder: str
    reports: str
    stop: Stop
    hears: Callable[[str, Event], None]


def run_stage(work: Work, job: Job) -> StageResult:
    """Run a stage to its end. Whatever goes wrong is told by the result."""
    began = time.monotonic()
    suites: list[SuiteResult] = []
    loads: list[LoadRun] = []
    trouble = ""
    try:
        if job.obligations:
            suites.extend(_tests(work, job))
        for profile in job.stage.profiles:
            if not work.stop.asked.is_set():
                load, judged = _load(work, job, profile)
                loads.append(load)
                suites.append(judged)
    except DriverError as error:
        trouble = f"{error}; {error.help}" if error.help else str(error)
    except OSError as error:
        trouble = str(error)
    state, reason, code = _judged(suites, loads, trouble, work.stop.asked.is_set())
    return StageResult(
        job.stage.name,
        job.stage.needs,
        state,
        job.stage.place,
        reason,
        time.monotonic() - began,
        tuple(suites),
        tuple(loads),
        code,
    )


def untested(work: Work, job: Job, state: State, reason: str) -> StageResult:
    """The result of a stage that had no turn: none of its obligations was put to the test."""
    stage = job.stage
    listed = read_manifest(work.output, work.found.suite).get("obligations") or ()
    entries = {
        entry["id"]: {**entry, "reason": entry.get("reason") or f"the stage {stage.name}: {reason}"}
        for entry in listed
        if entry["id"] in job.obligations
    }
    results = results_of(entries, (), None, reason)
    suite = SuiteResult(work.found.suite, work.found.spec, results)
    return StageResult(stage.name, stage.needs, state, stage.place, reason, suites=(suite,))


def _tests(work: Work, job: Job) -> tuple[SuiteResult, ...]:
    junit = os.path.join(work.folder, f"{job.stage.name}.xml") if work.options.junit else ""
    options = attrs.evolve(
        work.options,
        chosen={work.found.suite: job.obligations},
        remember=False,
        junit=junit,
        report="",
        sarif="",
        load="none",  # a stage runs the profiles that it names
    )
    watcher = session.Watcher(
        hears=lambda _suite, event: work.hears(job.stage.name, event), ticks=work.stop.heeded()
    )
    return session.run(work.output, [work.found.suite], options, watcher).suites


def _load(work: Work, job: Job, profile: str) -> tuple[LoadRun, SuiteResult]:
    reports = os.path.join(work.reports or work.folder, "load")
    options = LoadOptions(
        profile=profile,
        environment=work.options.environment,
        seed=work.options.seed,
        allow_hosts=work.options.allow_hosts,
        report=reports,
        rolling=work.options.rolling,
    )
    place = os.path.join(reports, f"{profile}.json")
    if os.path.exists(place):
        os.unlink(place)  # of a run before: it must not be taken for this one's
    began = time.monotonic()
    with tempfile.TemporaryFile() as printed:
        code = run_profile(work.output, work.found.suite, options, printed, work.stop.heeded())
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    seconds = time.monotonic() - began
    last = "\n".join(text.rstrip().splitlines()[-LAST_LINES:])
    figures = _figures(place)
    load = LoadRun(profile, code, last, figures, seconds)
    return load, _judged_load(work, load)


def _judged_load(work: Work, load: LoadRun) -> SuiteResult:
    """What a profile requires as obligations, as its report has judged them."""
    output, name = work.output, work.found.suite
    known = {each.name: each for each in profiles_of(output, name)}
    profile = known.get(load.profile, Profile(load.profile, (), ()))
    listed = read_manifest(output, name).get("obligations") or ()
    entries = {each["id"]: each for each in listed if each["id"] in profile.obligations}
    why = f"the load profile {load.profile} came to no report"
    before = SuiteResult(name, work.found.spec, results_of(entries, (), None, why))
    before = attrs.evolve(before, seconds=load.seconds)
    return judged(before, profile, load.figures, load.seconds) if load.figures else before


def _figures(place: str) -> dict[str, Any]:
    try:
        with open(place, encoding="utf-8") as file:
            told = json.load(file)
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _judged(
    suites: list[SuiteResult], loads: list[LoadRun], trouble: str, stopped: bool
) -> tuple[State, str, int]:
    """The state of a stage, the reason, and the code that it adds to the run's."""
    if stopped:
        return "interrupted", "the run was interrupted", 1
    if trouble:
        return "failed", trouble, 4
    for suite in suites:
        if suite.killed:
            return "failed", f"its tests were killed from outside ({suite.killed})", 1
        if suite.trouble:
            return "failed", f"pytest could not run it: {suite.trouble.splitlines()[0]}", 4
        if suite.interrupted:
            return "interrupted", "something from outside interrupted it", 1
    gone = [reason for suite in suites for reason in suite.unreachable]
    if gone:
        return "failed", gone[0], 3
    for load in loads:
        if load.code:
            doubts = [str(doubt) for doubt in load.figures.get("doubts") or ()]
            reason = _REASONS[load.code].format(load.profile)
            code = 1 if load.code == KILLED else load.code
            return "failed", ": ".join([reason, *doubts[:1]]), code
    results = [result for suite in suites for result in suite.results]
    broken = sum(result.outcome in ("broken", "error") for result in results)
    if broken:
        return "failed", f"{broken:,} of {len(results):,} obligations do not hold", 1
    if not loads and not any(result.outcome == "held" for result in results):
        reasons = dict.fromkeys(result.reason for result in results if result.reason)
        return "not_run", next(iter(reasons), "there is nothing in it to be run"), 0
    return "passed", "", 0

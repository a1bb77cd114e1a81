"""A pipeline's run: each stage once all that it needs has passed, side by side where it can be."""

from __future__ import annotations

import contextlib
import os
import queue
import secrets
import shlex
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence

import attrs

from specc.driver.inputs import DriverError
from specc.driver.pipelines.finding import Found, Job
from specc.driver.pipelines.outcome import HookResult, PipelineResult, StageResult, State
from specc.driver.pipelines.stage import LAST_LINES, Stop, Work, run_stage, untested
from specc.driver.running import junit, sarif
from specc.driver.running.environment import environment_of
from specc.driver.running.events import Event
from specc.driver.running.process import run_watched, termination_as_interrupt
from specc.driver.running.session import Options
from specc.driver.running.witnessed import remember

_POLL_SECONDS = 0.2
HOOK_SECONDS = 600.0
"""How long what is run on failure may take."""


@attrs.frozen
class Watcher:
    """Who is told of a pipeline while it runs; stages that run side by side tell in turns."""

    begins: Callable[[str], None] = lambda _stage: None
    hears: Callable[[str, Event], None] = lambda _stage, _event: None
    ends: Callable[[StageResult], None] = lambda _result: None


def run_pipeline(
    output: str, found: Found, options: Options, watcher: Watcher | None = None
) -> PipelineResult:
    """Run a pipeline. Raises DriverError where the options can't be met.

    Ctrl-C and SIGTERM end the stages in order, as they would end a single run; a second Ctrl-C ends
    them at once. A pipeline that does not come through runs its command, once.
    """
    watcher = watcher or Watcher()
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    began = time.monotonic()
    stop = Stop()
    lock = threading.Lock()

    def hears(stage: str, event: Event) -> None:
        with lock:
            watcher.hears(stage, event)

    reports = found.pipeline.artifacts or ""
    if reports:
        _made(reports)
    with tempfile.TemporaryDirectory(prefix="specc-pipeline-") as folder:
        work = Work(output, found, attrs.evolve(options, seed=seed), folder, reports, stop, hears)
        with termination_as_interrupt():
            done = _conducted(work, attrs.evolve(watcher, hears=hears))
        result = PipelineResult(
            found.pipeline.name,
            found.spec,
            seed,
            tuple(done[job.stage.name] for job in found.jobs),
            interrupted=stop.asked.is_set(),
            is_part=found.is_part,
        )
        _written(result, options, folder)
    seen = [suite for stage in result.stages for suite in stage.suites if suite.seen]
    if seen:
        remember(output, seen, whole=False)
    failed = [stage.name for stage in result.stages if stage.state in ("failed", "interrupted")]
    hook = None
    if failed and found.pipeline.on_failure is not None and not stop.insisted.is_set():
        hook = run_hook(found, options, failed)
    return attrs.evolve(result, hook=hook, seconds=time.monotonic() - began)


def _written(result: PipelineResult, options: Options, folder: str) -> None:
    """Write what CI systems read. `folder` has the JUnit file of each stage that came to one."""
    if options.junit:
        parts = [os.path.join(folder, f"{stage.name}.xml") for stage in result.stages]
        suites = [suite for stage in result.stages for suite in stage.suites]
        cases = [
            junit.Case(result.name, stage.name, _ENDINGS[stage.state], stage.reason, stage.seconds)
            for stage in result.stages
        ]
        own = junit.suite_of(f"pipeline {result.name}", cases)
        junit.merge(parts, options.junit, [*junit.thresholds(suites), own])
    if options.sarif:
        sarif.write(result.run, options.sarif)


_ENDINGS: dict[State, junit.Ending] = {
    "passed": "passed",
    "failed": "failure",
    "blocked": "error",
    "interrupted": "error",
    "not_run": "skipped",
}


def _conducted(work: Work, watcher: Watcher) -> dict[str, StageResult]:
    """Run what can be run, until every stage has its result."""
    done: dict[str, StageResult] = {}
    waiting = {job.stage.name: job for job in work.found.jobs}
    running: dict[str, tuple[Job, threading.Thread]] = {}
    ended: queue.Queue[StageResult] = queue.Queue()

    def settle(result: StageResult) -> None:
        done[result.name] = result
        watcher.ends(result)

    while waiting or running:
        try:
            for job in list(waiting.values()):
                unmet = _unmet(work, job, done)
                if unmet is not None:
                    del waiting[job.stage.name]
                    settle(unmet)
                elif all(need in done for need in job.stage.needs) and _has_room(job, running):
                    del waiting[job.stage.name]
                    watcher.begins(job.stage.name)
                    running[job.stage.name] = (job, _started(work, job, ended))
            with contextlib.suppress(queue.Empty):
                result = ended.get(timeout=_POLL_SECONDS)
                running.pop(result.name)[1].join()
                settle(result)
        except KeyboardInterrupt:
            if work.stop.asked.is_set():
                work.stop.insisted.set()
            work.stop.asked.set()
    return done


def _has_room(job: Job, running: Mapping[str, tuple[Job, threading.Thread]]) -> bool:
    """Whether a stage may run beside those that do: what is under load is measured alone."""
    others = [other for other, _ in running.values()]
    return not others or not any(each.stage.profiles for each in [job, *others])


def _started(work: Work, job: Job, ended: queue.Queue[StageResult]) -> threading.Thread:
    def run() -> None:
        try:
            result = run_stage(work, job)
        except BaseException as error:  # a thread that ends unheard would hang the run
            result = StageResult(
                job.stage.name,
                job.stage.needs,
                "failed",
                job.stage.place,
                f"a defect of specc: {type(error).__name__}: {error}",
                code=4,
            )
        ended.put(result)

    thread = threading.Thread(target=run, name=f"stage {job.stage.name}")
    thread.start()
    return thread


def _unmet(work: Work, job: Job, done: dict[str, StageResult]) -> StageResult | None:
    """The result of a stage whose turn will not come."""
    # A stage of which nothing can be run keeps nothing back: it says so, and others go on.
    bad = [
        need
        for need in job.stage.needs
        if need in done and done[need].state not in ("passed", "not_run")
    ]
    if bad:
        states = ", ".join(f"{need}, which {_WORDS[done[need].state]}" for need in bad)
        return untested(work, job, "blocked", f"it needs {states}")
    if work.stop.asked.is_set():
        return untested(work, job, "interrupted", "the run was interrupted before its turn")
    return None


_WORDS = {
    "failed": "failed",
    "blocked": "is blocked itself",
    "interrupted": "was interrupted",
}


def run_hook(found: Found, options: Options, failed: Sequence[str] = ()) -> HookResult:
    """Run what the pipeline has for a failure."""
    command = found.pipeline.on_failure or ""
    environment = environment_of(options.environment, options.seed, options.allow_hosts)
    environment["SPECC_PIPELINE"] = found.pipeline.name
    environment["SPECC_FAILED_STAGES"] = ",".join(failed)
    left = [time.monotonic() + HOOK_SECONDS]

    def tick() -> None:
        if left and time.monotonic() > left[0]:
            left.pop()
            raise KeyboardInterrupt

    with tempfile.TemporaryFile() as printed:
        try:
            code, late = run_watched(shlex.split(command), environment, printed, tick)
        except OSError as error:
            return HookResult(command, None, f"it cannot be run: {error.strerror}")
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    lines = text.rstrip().splitlines()[-LAST_LINES:]
    if late and not left:
        lines.append(f"it took more than {HOOK_SECONDS:g} s, and was ended")
        code = code or 1  # what ends well after that has not done what it was to do
    return HookResult(command, code, "\n".join(lines))


def _made(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise DriverError(f"cannot make the folder {folder}: {error.strerror}") from error

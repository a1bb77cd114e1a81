"""A run: suite after suite, until all are done or someone has seen enough."""

from __future__ import annotations

import glob
import importlib.util
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from specc.diagnostics.suggest import did_you_mean
from specc.driver.inputs import DriverError
from specc.driver.load_profiles import profiles_of
from specc.driver.loading import LoadOptions
from specc.driver.manifest import read_manifest
from specc.driver.running import junit, sarif
from specc.driver.running.environment import environment_of
from specc.driver.running.events import Event, Tail
from specc.driver.running.process import run_watched
from specc.driver.running.reports import write_report
from specc.driver.running.results import RunResult, SuiteResult, results_of
from specc.driver.running.selection import matching
from specc.driver.running.under_load import Which, chosen, with_load
from specc.driver.running.witnessed import remember, seen_in

NO_TESTS = 5
"""pytest's exit code where nothing was there to run."""
RAN = (0, 1, NO_TESTS)
"""Its exit codes where it ran what there was."""


@attrs.frozen
class Options:
    """How suites are to be run. `only` are patterns of obligation ids, none for all.

    `chosen` are ids by suite, which come in place of patterns. What a run that does not `remember`
    has seen is left to its caller to keep.
    `examples` is how many requests each property is tried with, `max_requests` how many a suite may
    have sent when it makes up the last.
    """

    environment: str = ""
    seed: int | None = None
    allow_hosts: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    workers: str = ""
    junit: str = ""
    report: str = ""
    stop_first: bool = False
    examples: int = 0
    max_requests: int | None = None
    max_body: int | None = None
    max_rate: int | None = None
    max_cases: int | None = None
    """Bytes a body, requests a second, cases an endpoint: what a run may ask of a service."""
    security_requests: int | None = None
    security_seconds: int | None = None
    """What all security tests of a suite may ask for."""
    load: Which = "smoke"
    sarif: str = ""
    chosen: Mapping[str, frozenset[str]] | None = None
    remember: bool = True


@attrs.frozen
class Watcher:
    """Who is told of a run while it goes on."""

    begins: Callable[[str, int], None] = lambda _suite, _total: None
    """A suite begins, with so many tests."""
    hears: Callable[[str, Event], None] = lambda _suite, _event: None
    """A suite has reported an event."""
    ticks: Callable[[], None] = lambda: None
    """Called again and again while a suite runs. KeyboardInterrupt ends the suite in order."""


def run(
    output: str, suites: Sequence[str], options: Options, watcher: Watcher | None = None
) -> RunResult:
    """Run suites of an output folder. Raises DriverError where the options can't be met."""
    if options.workers and importlib.util.find_spec("xdist") is None:
        raise DriverError(
            "running with several workers needs pytest-xdist", "pip install pytest-xdist"
        )
    watcher = watcher or Watcher()
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    manifests = {suite: _obligations(output, suite) for suite in suites}
    selected = options.chosen
    if selected is None:
        selected = _selected(manifests, options.only)
    done: list[SuiteResult] = []
    with tempfile.TemporaryDirectory(prefix="specc-run-") as folder:
        for suite in suites:
            chosen = None if selected is None else selected.get(suite, frozenset())
            if chosen is not None and not chosen:
                continue
            job = _SuiteRun(output, suite, manifests[suite], chosen, options, seed, folder)
            result = _loaded(job.run(watcher), output, options, seed, folder, watcher)
            done.append(result)
            if result.interrupted or (options.stop_first and result.count("broken", "error")):
                break
        if options.junit:
            junit.merge(
                sorted(glob.glob(os.path.join(folder, "**/*.xml"), recursive=True)), options.junit
            )
    told = RunResult(seed, tuple(done))
    if options.remember:
        remember(output, done, whole=selected is None)
    if options.report:
        write_report(options.report, told.data())
    if options.sarif:
        sarif.write(told, options.sarif)
    return told


def _loaded(
    result: SuiteResult, output: str, options: Options, seed: int, folder: str, watcher: Watcher
) -> SuiteResult:
    """A suite's result, with its load profiles that the run includes."""
    profiles = chosen(profiles_of(output, result.suite), options.load, options.only)
    if not profiles or not result.is_whole:
        return result
    watcher.begins(f"{result.suite} under load", len(profiles))
    how = LoadOptions("", options.environment, seed, options.allow_hosts)
    return with_load(result, output, profiles, how, os.path.join(folder, result.suite))


def _obligations(output: str, suite: str) -> dict[str, dict[str, Any]]:
    """The obligations of a suite's manifest by id."""
    found = read_manifest(output, suite).get("obligations")
    return {entry["id"]: entry for entry in found} if isinstance(found, list) else {}


def _selected(
    manifests: Mapping[str, Mapping[str, Any]], patterns: Sequence[str]
) -> dict[str, frozenset[str]] | None:
    if not patterns:
        return None
    selected = {suite: matching(known, patterns) for suite, known in manifests.items()}
    if not any(selected.values()):
        names = [name for known in manifests.values() for name in known]
        near = did_you_mean(patterns[0], [*names, *{name.partition(".")[0] for name in names}])
        raise DriverError(
            f"no obligation matches {' or '.join(f'`{each}`' for each in patterns)}",
            f"did you mean `{near}`?" if near else "`specc plan` lists them",
        )
    return selected


@attrs.frozen
class _SuiteRun:
    """One suite's run."""

    output: str
    suite: str
    obligations: dict[str, dict[str, Any]]
    selected: frozenset[str] | None
    options: Options
    seed: int
    folder: str

    def run(self, watcher: Watcher) -> SuiteResult:
        report = os.path.join(self.folder, f"{self.suite}.jsonl")
        tests = self._tests()
        watcher.begins(self.suite, len(tests))
        began = time.monotonic()
        tail = Tail(report)
        events: list[Event] = []

        def tick() -> None:
            for event in tail.events():
                events.append(event)
                watcher.hears(self.suite, event)
            watcher.ticks()

        with tempfile.TemporaryFile() as printed:
            if self.selected is not None and not tests:
                code, interrupted = NO_TESTS, False
            else:
                code, interrupted = run_watched(
                    self._command(tests), self._environment(report), printed, tick
                )
            tail.close()
            printed.seek(0)
            text = printed.read().decode("utf-8", "replace")
        end = next((event for event in events if event.get("event") == "end"), {})
        unavailable = str(end.get("unavailable") or "")
        ran = code in RAN or interrupted or unavailable
        return SuiteResult(
            suite=self.suite,
            spec=str(read_manifest(self.output, self.suite).get("spec") or self.suite),
            results=results_of(
                self.obligations, events, self.selected, self._unsaid(interrupted, unavailable)
            ),
            unreachable=(unavailable,) if unavailable else (),
            left_behind=tuple(str(each) for each in end.get("left_behind") or ()),
            trouble="" if ran else _trouble(events, text, code),
            interrupted=interrupted,
            seconds=time.monotonic() - began,
            seen=seen_in(events),
            found=tuple(
                (str(event["obligation"]), told)
                for event in events
                if event.get("obligation")
                for told in event.get("found") or ()
            ),
        )

    def _unsaid(self, interrupted: bool, unavailable: str) -> str:
        """Why a test has no outcome, where the suite does not say."""
        if interrupted:
            return "the run was interrupted before its turn"
        if unavailable:
            return unavailable
        if self.options.stop_first:
            return "the run stopped at the first that is broken"
        return "its test did not report an outcome"

    def _tests(self) -> list[str]:
        """The tests of the selected obligations, by pytest's names."""
        names = self.obligations if self.selected is None else self.selected
        tests = {self.obligations[name].get("test") for name in names}
        return sorted(f"{self.output}/{self.suite}/{test}" for test in tests if test)

    def _command(self, tests: Sequence[str]) -> list[str]:
        command = [sys.executable, "-m", "pytest", "-q", "--color=no", "-p", "no:cacheprovider"]
        if self.options.stop_first:
            command.append("-x")
        if self.options.workers:
            command += ["-n", self.options.workers]
        if self.options.junit:
            command += ["--junitxml", os.path.join(self.folder, f"{self.suite}.xml")]
        if self.selected is None:
            return [*command, os.path.join(self.output, self.suite)]
        listed = os.path.join(self.folder, f"{self.suite}.txt")
        with open(listed, "w", encoding="utf-8") as file:
            file.write("".join(f"{test}\n" for test in tests))
        return [*command, f"@{listed}"]

    def _environment(self, report: str) -> dict[str, str]:
        options = self.options
        environment = environment_of(options.environment, self.seed, options.allow_hosts)
        environment["SPECC_REPORT"] = report
        limits = {
            "SPECC_EXAMPLES": options.examples,
            "SPECC_MAX_REQUESTS": options.max_requests,
            "SPECC_MAX_BODY": options.max_body,
            "SPECC_MAX_RATE": options.max_rate,
            "SPECC_MAX_CASES": options.max_cases,
            "SPECC_SECURITY_REQUESTS": options.security_requests,
            "SPECC_SECURITY_SECONDS": options.security_seconds,
        }
        environment |= {name: str(most) for name, most in limits.items() if most is not None}
        return environment


def _trouble(events: Sequence[Event], printed: str, code: int) -> str:
    """Why pytest could not run a suite: what could not be imported, or else its last words."""
    told = [
        str(event.get("message")) for event in events if event.get("event") == "collection_error"
    ]
    return "\n".join(told or [f"pytest ended with {code}", *printed.rstrip().splitlines()[-60:]])

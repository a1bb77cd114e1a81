"""A run of mutants: the suite is compiled into a folder of its own, and run by one pytest."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from specc.diagnostics.suggest import did_you_mean
from specc.driver.elsewhere import write_suite
from specc.driver.inputs import DriverError
from specc.driver.mutating.chosen import chosen
from specc.driver.mutating.results import Mutated, Verdict
from specc.driver.running.events import Event, Tail
from specc.driver.running.process import run_watched
from specc.driver.stages import Planned
from specc.mutate.mutant import Mutant
from specc.mutate.registry import mutants_of

TIMEOUT = 60.0
"""Seconds that the tests of one mutant may take."""


@attrs.frozen
class Options:
    """Which mutants to run, and how: `only` are patterns of ids, `endpoints` names."""

    only: tuple[str, ...] = ()
    endpoints: tuple[str, ...] = ()
    seed: int = 0
    workers: int = 2
    timeout: float = TIMEOUT


@attrs.frozen
class Watcher:
    """Who is told of a run while it goes on."""

    begins: Callable[[str, int], None] = lambda _suite, _total: None
    """The mutants of a suite begin, so many."""
    hears: Callable[[Event], None] = lambda _event: None
    """Something has become of one of them, or of the healthy mock."""


def mutate(
    planned: Sequence[Planned], options: Options, watcher: Watcher | None = None
) -> tuple[Mutated, ...]:
    """Run the mutants of suites. Raises DriverError where the options can't be met."""
    mutants = {each.name: mutants_of(each.suite) for each in planned}
    wanted = {
        name: chosen(found, options.only, options.endpoints) for name, found in mutants.items()
    }
    if not any(wanted.values()):
        raise DriverError("no mutant is chosen", _nearest(options, mutants))
    done: list[Mutated] = []
    for each in planned:
        if wanted[each.name]:
            done.append(_run(each, wanted[each.name], options, watcher or Watcher()))
            if done[-1].interrupted:
                break
    return tuple(done)


def check_health(planned: Planned, seed: int = 0) -> Mutated:
    """Run a suite on the healthy mock alone: what it sets aside is what the mock doesn't hold."""
    return _run(planned, (), Options(seed=seed), Watcher())


def _nearest(options: Options, mutants: dict[str, tuple[Mutant, ...]]) -> str:
    asked = (*options.endpoints, *options.only)
    if not asked:
        return "the specs have no endpoint that a defect could be in"
    every = [mutant for found in mutants.values() for mutant in found]
    names = {name for each in every for name in (each.id, each.endpoint, each.kind)}
    near = did_you_mean(asked[0], sorted(names))
    return f"did you mean `{near}`?" if near else "`--only` takes a part of an id, or a pattern"


def _run(
    planned: Planned, mutants: tuple[Mutant, ...], options: Options, watcher: Watcher
) -> Mutated:
    if not hasattr(os, "fork"):
        raise DriverError(
            "running a suite on its mock needs a system that can fork processes",
            "run it on Linux or macOS, or in the Windows Subsystem for Linux",
        )
    began = time.monotonic()
    by_id = {mutant.id: mutant for mutant in mutants}
    watcher.begins(planned.name, len(mutants))
    events: list[Event] = []
    with tempfile.TemporaryDirectory(prefix="specc-mutate-") as folder:
        write_suite(planned, folder)
        report = os.path.join(folder, "report.jsonl")
        job = os.path.join(folder, "job.json")
        with open(job, "w", encoding="utf-8") as file:
            json.dump(
                {
                    "spec": planned.root,
                    "mutants": bool(mutants),
                    "only": options.only,
                    "endpoints": options.endpoints,
                    "seed": options.seed,
                    "workers": options.workers,
                    "timeout": options.timeout,
                    "report": report,
                },
                file,
            )
        tail = Tail(report)

        def tick() -> None:
            for event in tail.events():
                events.append(event)
                watcher.hears(event)

        with tempfile.TemporaryFile() as printed:
            code, interrupted = run_watched(
                _command(folder, planned.name), _environment(job, options), printed, tick
            )
            tail.close()
            printed.seek(0)
            text = printed.read().decode("utf-8", "replace")
    told = {str(event["id"]): event for event in events if event.get("event") == "mutant"}
    health = next((event for event in events if event.get("event") == "healthy"), {})
    said = [str(event.get("text")) for event in events if event.get("event") == "trouble"]
    complete = not said and len(told) == len(mutants) and bool(health)
    return Mutated(
        planned.name,
        planned.root,
        tuple(_verdict(by_id[name], event) for name, event in told.items() if name in by_id),
        dict(health.get("set_aside") or {}),
        int(health.get("tests") or 0),
        time.monotonic() - began,
        "" if complete or interrupted else _trouble(said, text, code),
        interrupted,
    )


def _verdict(mutant: Mutant, event: Event) -> Verdict:
    return Verdict(
        mutant.id,
        mutant.kind,
        mutant.endpoint,
        mutant.of,
        mutant.place,
        mutant.text,
        str(event.get("outcome")),
        str(event.get("by") or ""),
        str(event.get("message") or ""),
    )


def _trouble(said: Sequence[str], printed: str, code: int) -> str:
    return "\n".join([*said, f"pytest ended with {code}", *printed.rstrip().splitlines()[-40:]])


def _command(folder: str, suite: str) -> list[str]:
    return [
        *(sys.executable, "-m", "pytest", "-q", "--color=no", "-p", "no:cacheprovider"),
        *("-p", "specc.driver.mutating.worker", "--tb=line", "--capture=no"),
        os.path.join(folder, suite),
    ]


def _environment(job: str, options: Options) -> dict[str, str]:
    environment: dict[str, Any] = dict(os.environ)
    for name in ("SPECC_ENV", "SPECC_REPORT", "SPECC_ALLOW_HOSTS"):
        environment.pop(name, None)
    return environment | {"SPECC_MUTATE": job, "SPECC_SEED": str(options.seed)}

"""Runs one profile of a locustfile to its verdict. `specc load` starts this in a process."""

from __future__ import annotations

import argparse
import difflib
import logging
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import gevent
import locust  # first: it patches what others use
from locust.env import Environment
from locust.util.load_locustfile import load_locustfile

from specc.runtime import launch
from specc.runtime.hosts import HostRefusedError
from specc.runtime.load import regression, report, stock
from specc.runtime.load.crew import Crew, join
from specc.runtime.load.progress import Progress
from specc.runtime.load.run import Run
from specc.runtime.load.scraping import PATH, PlaceError, Scraped, place_of
from specc.runtime.load.sharing import Gathered
from specc.runtime.load.summary import stages_said, summary
from specc.runtime.load.users import LoadUser, allow, gathered, keeps, runs

HOLDS, BROKEN, WRONG, UNREACHED = range(4)
_TICK_SECONDS = 0.1
_CLEAN_UP_SECONDS = 40.0
"""How long to clean up after Ctrl-C; whoever started us waits for a minute."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it. Exit codes are those of `specc load`."""
    try:
        return _chosen_from(arguments)
    finally:
        launch.release_all()


def _chosen_from(arguments: Sequence[str] | None) -> int:
    parser = argparse.ArgumentParser(prog="specc load")
    parser.add_argument("locustfile")
    parser.add_argument("profile")
    parser.add_argument("--report", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--baseline", type=Path)
    parser.add_argument("--save-baseline", action="store_true")
    parser.add_argument("--keep-baseline", action="store_true")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--master", action="store_true")
    parser.add_argument("--bind", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5557)
    parser.add_argument("--expect-workers", type=int, default=1)
    parser.add_argument("--worker", metavar="MASTER")
    parser.add_argument("--prometheus", metavar="[ADDRESS:]PORT")
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    classes, shapes = load_locustfile(options.locustfile)
    known = {each.profile.name: each for each in classes.values() if issubclass(each, LoadUser)}
    chosen = known.get(options.profile)
    if chosen is None:
        near = difflib.get_close_matches(options.profile, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
        return _complain(f"there is no load profile {options.profile}; {hint}", WRONG)
    try:
        for service in chosen.profile.services:
            allow(service, chosen.profile)
    except (HostRefusedError, LookupError, ValueError) as refused:
        return _complain(str(refused), WRONG)
    if options.dry_run:
        sys.stdout.write(_plan(chosen) + "\n")
        return HOLDS
    if options.worker:
        join(options.locustfile, chosen.__name__, options.worker, options.port)
    if (options.workers > 1 or options.master) and chosen.profile.until:
        return _complain("`find saturation` is done by one worker", WRONG)
    return _run(chosen, shapes[0], options)


def _run(chosen: type[LoadUser], shape: Any, options: argparse.Namespace) -> int:
    environment = Environment(user_classes=[chosen], shape_class=shape, events=locust.events)
    environment.specc_reports = True
    if options.prometheus is None:
        return _run_by(environment, chosen, options)
    try:
        scraped = Scraped(place_of(options.prometheus), lambda: runs.get(environment))
        port = scraped.start()
    except (PlaceError, OSError) as wrong:
        return _complain(f"cannot serve figures to Prometheus: {wrong}", WRONG)
    sys.stderr.write(f"specc load: figures for Prometheus at port {port}, {PATH}\n")
    try:
        return _run_by(environment, chosen, options)
    finally:
        scraped.stop()


def _run_by(environment: Any, chosen: type[LoadUser], options: argparse.Namespace) -> int:
    """Run it by this process, or as the master of others."""
    crew: Crew | None = None
    if options.master:
        runner = environment.create_master_runner(options.bind, options.port)
        crew = Crew(options.expect_workers)
        place = f"{options.bind}:{options.port}"
        sys.stderr.write(f"specc load: waiting for {options.expect_workers} workers at {place}\n")
    elif options.workers > 1:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        runner = environment.create_master_runner("127.0.0.1", port)
        crew = Crew.started(options.locustfile, chosen.__name__, port, options.workers)
    else:
        runner = environment.create_local_runner()
    try:
        return _measure(environment, runner, chosen, options, crew)
    finally:
        if crew is not None:
            crew.kill()


def _measure(
    environment: Any,
    runner: Any,
    chosen: type[LoadUser],
    options: argparse.Namespace,
    crew: Crew | None,
) -> int:
    pressed: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(number, pressed.append, number)
    if crew is not None and not crew.assembled(runner, lambda: bool(pressed)):
        there = f"{runner.worker_count} of {crew.size} workers"
        return _complain(f"only {there} came", BROKEN if pressed else UNREACHED)
    runner.start_shape()
    progress = Progress(quiet=options.quiet)
    while not pressed:
        gevent.sleep(_TICK_SECONDS)
        run = runs.get(environment)
        if run is None:
            continue
        progress.show(run)
        if crew is not None and crew.alive(runner) == 0:
            run.wants_stop = run.wants_stop or "all workers are gone"
        if run.wants_stop or run.over or run.complete:
            break
    progress.end()
    run = runs.get(environment)
    if pressed and run is not None:
        run.wants_stop = run.wants_stop or "interrupted"
    if environment in gathered:
        # Workers end what is under way, and tell the rest.
        runner.stop()
        assert crew is not None
        _await_workers(gathered[environment], runner, crew, chosen, pressed)
    if crew is not None:
        crew.dismiss(runner)
    runner.quit()
    if run is None or not run.started:
        reason = run.wants_stop if run is not None else "it was interrupted before it began"
        return _complain(reason, UNREACHED if run is not None and not pressed else BROKEN)
    run.finish()
    run.clean_up(_hurried(pressed), keep=keeps())
    if options.baseline is not None and chosen.profile.regression and not options.save_baseline:
        try:
            run.baseline = regression.load(options.baseline)
        except regression.BaselineError as wrong:
            run.no_baseline = str(wrong)
    return _told(run, options, interrupted=bool(pressed))


def _hurried(pressed: list[int]) -> Callable[[], str]:
    """Says why the clean-up is to end: it is interrupted itself, or a run that was takes long."""
    before = len(pressed)
    until = perf_counter() + _CLEAN_UP_SECONDS

    def wants_end() -> str:
        if len(pressed) > before:
            return "interrupted"
        return "the run was interrupted" if before and perf_counter() > until else ""

    return wants_end


def _await_workers(
    told: Gathered,
    runner: Any,
    crew: Crew,
    chosen: type[LoadUser],
    pressed: list[int],
) -> None:
    """Wait until the workers have told what they measured, and have cleaned up."""
    until = perf_counter() + max(each.timeout for each in chosen.profile.services) + 1
    hurried = _hurried(pressed)
    while not hurried():
        alive = crew.alive(runner)
        if told.cleaned >= alive or (told.told < alive and perf_counter() > until):
            return
        gevent.sleep(_TICK_SECONDS)


def _told(run: Run, options: argparse.Namespace, *, interrupted: bool) -> int:
    sys.stdout.write(f"{summary(run)}\n")
    if options.report is not None:
        try:
            written = report.write(run, options.report)
        except OSError as wrong:
            return _complain(f"cannot write the report: {wrong}", WRONG)
        sys.stdout.write(f"\nreport: {', '.join(map(str, written))}\n")
    outcome = report.outcome(run)
    # What is worse than before must not become what later runs are held against.
    keeps_it = options.keep_baseline and outcome == "held" and not run.wants_stop
    if (options.save_baseline or keeps_it) and options.baseline is not None:
        try:
            regression.save(run.tally, options.baseline)
        except OSError as wrong:
            return _complain(f"cannot write the baseline: {wrong}", WRONG)
        sys.stdout.write(f"baseline: {options.baseline}\n")
    sys.stdout.flush()
    match outcome:
        case "nothing measured":
            return UNREACHED if not interrupted else BROKEN
        case "held" if not run.wants_stop:
            return HOLDS
        case _:
            return BROKEN


def _plan(chosen: type[LoadUser]) -> str:
    profile = chosen.profile
    whole = sum(profile.mix.values())
    lines = [
        f"profile {profile.name} ({profile.at}); nothing is sent",
        *(f"  service {each.name} at {each.origin}" for each in profile.services),
        *(f"  {weight / whole:4.0%} {flow.__name__}" for flow, weight in profile.mix.items()),
        f"  {'arrivals' if profile.is_open else 'users'}: {stages_said(profile)}",
        f"  engine: {stock.engine_of(profile)}",
        *(f"  requires {each.text} [{each.id}, {each.at}]" for each in profile.require),
    ]
    return "\n".join(lines)


def _complain(text: str, code: int) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"specc load: {text}\n")
    return code

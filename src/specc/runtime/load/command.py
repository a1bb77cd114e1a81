"""Runs one profile of a locustfile to its verdict. `specc load` starts this in a process."""

from __future__ import annotations

import argparse
import difflib
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gevent
import locust  # first: it patches what others use
from locust.env import Environment
from locust.util.load_locustfile import load_locustfile

from specc.runtime import launch
from specc.runtime.hosts import HostRefusedError
from specc.runtime.load import regression, report
from specc.runtime.load.progress import Progress
from specc.runtime.load.run import Run
from specc.runtime.load.summary import stages_said, summary
from specc.runtime.load.users import LoadUser, allow, runs

HOLDS, BROKEN, WRONG, UNREACHED = range(4)
_TICK_SECONDS = 0.1


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
    return _run(chosen, shapes[0], options)


def _run(chosen: type[LoadUser], shape: Any, options: argparse.Namespace) -> int:
    environment = Environment(user_classes=[chosen], shape_class=shape, events=locust.events)
    environment.specc_reports = True
    runner = environment.create_local_runner()
    pressed: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(number, pressed.append, number)
    runner.start_shape()
    progress = Progress(quiet=options.quiet)
    while not pressed:
        gevent.sleep(_TICK_SECONDS)
        run = runs.get(environment)
        if run is None:
            continue
        progress.show(run)
        if run.wants_stop or run.over or run.complete:
            break
    progress.end()
    run = runs.get(environment)
    if pressed and run is not None:
        run.wants_stop = run.wants_stop or "interrupted"
    runner.quit()
    if run is None or not run.started:
        reason = run.wants_stop if run is not None else "it was interrupted before it began"
        return _complain(reason, UNREACHED if run is not None and not pressed else BROKEN)
    run.finish()
    if options.baseline is not None and chosen.profile.regression and not options.save_baseline:
        try:
            run.baseline = regression.load(options.baseline)
        except regression.BaselineError as wrong:
            run.no_baseline = str(wrong)
    return _told(run, options, interrupted=bool(pressed))


def _told(run: Run, options: argparse.Namespace, *, interrupted: bool) -> int:
    sys.stdout.write(f"{summary(run)}\n")
    if options.report is not None:
        try:
            written = report.write(run, options.report)
        except OSError as wrong:
            return _complain(f"cannot write the report: {wrong}", WRONG)
        sys.stdout.write(f"\nreport: {', '.join(map(str, written))}\n")
    if options.save_baseline and options.baseline is not None:
        try:
            regression.save(run.tally, options.baseline)
        except OSError as wrong:
            return _complain(f"cannot write the baseline: {wrong}", WRONG)
        sys.stdout.write(f"baseline: {options.baseline}\n")
    sys.stdout.flush()
    match report.outcome(run):
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
        *(f"  requires {each.text} [{each.id}, {each.at}]" for each in profile.require),
    ]
    return "\n".join(lines)


def _complain(text: str, code: int) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"specc load: {text}\n")
    return code

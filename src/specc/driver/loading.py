"""A load profile run: a process of its own, because Locust patches the one that it is in."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from typing import IO

import attrs

from specc.diagnostics.suggest import did_you_mean
from specc.driver.inputs import DriverError
from specc.driver.load_profiles import profiles_of
from specc.driver.running.environment import environment_of
from specc.driver.running.process import run_watched


@attrs.frozen
class LoadOptions:
    """How a profile is to be run."""

    profile: str
    environment: str = ""
    seed: int | None = None
    allow_hosts: tuple[str, ...] = ()
    report: str = ""
    dry_run: bool = False
    save_baseline: bool = False
    rolling: bool = False
    """Compare with the last run that held, where the project keeps no baseline of its own."""
    workers: int = 1
    expect_workers: int = 0
    """Workers of other machines to wait for, as their master; 0 if it is none."""
    bind: str = ""
    port: int = 5557
    """Where a master hears of its workers."""
    prometheus: str = ""
    """Where figures are served while it lasts: a port, perhaps with an address before it."""
    engine: str = ""
    """Whose client sends; what the profile says if empty."""
    keep: bool = False
    quiet: bool = False


BASELINES = "load-baselines"
"""The folder of kept runs, beside that of the specs."""
_CODES = frozenset({0, 1, 2, 3})
_DEFECT = 4
KILLED = -1
"""What stands for an exit code where something from outside killed the run."""


def run_profile(
    output: str,
    suite: str,
    options: LoadOptions,
    to: IO[bytes],
    tick: Callable[[], None] = lambda: None,
) -> int:
    """Run a profile of a suite; the exit code of the run, or KILLED.

    What it prints goes to `to`, which must be a file of the system's. `tick` is called while it
    runs; a KeyboardInterrupt of it ends the run in order. Raises DriverError where the suite has no
    load profiles.
    """
    command, environment = _prepared(output, suite, options)
    code, _ = run_watched(command, environment, to, tick)
    if code < 0:
        return KILLED
    return code if code in _CODES else _DEFECT


def check_profile(output: str, suite: str, profile: str) -> None:
    """Raises DriverError where a suite has no such profile."""
    known = [each.name for each in profiles_of(output, suite)]
    if profile not in known:
        near = did_you_mean(profile, known)
        raise DriverError(
            f"there is no load profile {profile}",
            f"did you mean {near}?" if near else f"there are: {', '.join(known) or 'none'}",
        )


@attrs.frozen
class LoadRun:
    """A profile that has run: the exit code, and what it printed."""

    code: int
    printed: str
    interrupted: bool
    seconds: float


def run_to_report(output: str, suite: str, options: LoadOptions) -> LoadRun:
    """Run a profile for its report alone. Raises as `run_profile` does."""
    command, environment = _prepared(output, suite, options)
    began = time.monotonic()
    with tempfile.TemporaryFile() as printed:
        code, interrupted = run_watched(command, environment, printed, lambda: None)
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    return LoadRun(code, text, interrupted, time.monotonic() - began)


def _baseline(name: str, *, rolling: bool) -> list[str]:
    """The kept run to compare with; one that is not the project's own is brought up to date."""
    from specc.driver.history.store import FOLDER

    own = os.path.join(BASELINES, name)
    if os.path.exists(own) or not rolling:
        return ["--baseline", own]
    return ["--baseline", os.path.join(FOLDER, BASELINES, name), "--keep-baseline"]


def _prepared(output: str, suite: str, options: LoadOptions) -> tuple[list[str], dict[str, str]]:
    """The command for a profile, and its environment."""
    locustfile = os.path.join(output, suite, "locustfile.py")
    if not os.path.isfile(locustfile):
        raise DriverError(
            f"the suite {suite} has no load profile", "declare one: `load NAME as ACTOR { ... }`"
        )
    command = [sys.executable, "-m", "specc.runtime.load", locustfile, options.profile]
    if options.report:
        command += ["--report", options.report]
    command += _baseline(f"{suite}.{options.profile}.json", rolling=options.rolling)
    if options.workers > 1:
        command += ["--workers", str(options.workers)]
    if options.expect_workers:
        command += ["--master", "--expect-workers", str(options.expect_workers)]
        command += ["--port", str(options.port)]
        if options.bind:
            command += ["--bind", options.bind]
    if options.prometheus:
        command += ["--prometheus", options.prometheus]
    if options.save_baseline:
        command.append("--save-baseline")
    if options.dry_run:
        command.append("--dry-run")
    if options.quiet:
        command.append("--quiet")
    environment = environment_of(options.environment, options.seed, options.allow_hosts)
    if options.engine:
        environment["SPECC_ENGINE"] = options.engine
    if options.keep:
        environment["SPECC_KEEP"] = "1"
    return command, environment

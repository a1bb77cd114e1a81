"""A load profile run: a process of its own, because Locust patches the one that it is in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import IO

import attrs

from specc.driver.inputs import DriverError
from specc.driver.running.process import run_watched
from specc.driver.running.session import environment_of


@attrs.frozen
class LoadOptions:
    """How a profile is to be run."""

    profile: str
    environment: str = ""
    seed: int | None = None
    allow_hosts: tuple[str, ...] = ()
    report: str = ""
    dry_run: bool = False
    quiet: bool = False


_CODES = frozenset({0, 1, 2, 3})
_DEFECT = 4


def run_profile(
    output: str,
    suite: str,
    options: LoadOptions,
    to: IO[bytes],
    tick: Callable[[], None] = lambda: None,
) -> int:
    """Run a profile of a suite; the exit code of the run.

    What it prints goes to `to`, which must be a file of the system's. `tick` is called while it
    runs; a KeyboardInterrupt of it ends the run in order. Raises DriverError where the suite has no
    load profiles.
    """
    locustfile = os.path.join(output, suite, "locustfile.py")
    if not os.path.isfile(locustfile):
        raise DriverError(
            f"the suite {suite} has no load profile", "declare one: `load NAME as ACTOR { ... }`"
        )
    command = [sys.executable, "-m", "specc.runtime.load", locustfile, options.profile]
    if options.report:
        command += ["--report", options.report]
    if options.dry_run:
        command.append("--dry-run")
    if options.quiet:
        command.append("--quiet")
    environment = environment_of(options.environment, options.seed, options.allow_hosts)
    code, _ = run_watched(command, environment, to, tick)
    return code if code in _CODES else _DEFECT

"""Profiles run in the test's own process, against a server in another."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import gevent

from specc.runtime import Service
from specc.runtime.load.profile import Profile
from specc.runtime.load.run import Run

SERVER = Path(__file__).parent / "quick_server.py"
SHELF = Path(__file__).parent / "shelf_server.py"


@contextmanager
def quick(*options: str, program: Path = SERVER) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A quick server, or another: its url, and its process."""
    with subprocess.Popen(
        [sys.executable, str(program), *options], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}", process
        finally:
            process.kill()


def answered(url: str) -> list[float]:
    """The moments at which the server has answered so far."""
    with urllib.request.urlopen(f"{url}/log", timeout=10) as answer:
        return json.load(answer)


def there(url: str) -> list[str]:
    """The ids of all things that a shelf holds."""
    with urllib.request.urlopen(f"{url}/things", timeout=10) as answer:
        return json.load(answer)


def run_of(profile: Profile, *, keep: bool = False, **settings: Any) -> Run:
    """A profile run to its end."""
    run = Run(profile, seed=1, **settings)
    run.prepare()
    run.begin()
    try:
        if profile.is_open:
            run.arrive()
        else:
            _users(run)
    finally:
        run.finish()
        run.clean_up(keep=keep)
    return run


def _users(run: Run) -> None:
    stages = run.profile.stages

    def user() -> None:
        caller = run.caller()
        while run.elapsed < stages.seconds and not run.wants_stop:
            run.once(caller)
            if caller.lost:
                gevent.sleep(0.05)
            if run.profile.think is not None:
                gevent.sleep(run.profile.think.seconds(run.chance))
        caller.close()

    gevent.joinall([gevent.spawn(user) for _ in range(int(stages.peak))], raise_error=True)


def service(url: str, **settings: Any) -> Service:
    return Service("s", url=url, **settings)

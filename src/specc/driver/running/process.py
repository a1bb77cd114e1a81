"""A pytest process: started, watched, and ended in an orderly way."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO

POLL_SECONDS = 0.05
CLEAN_UP_SECONDS = 60.0
"""How long an interrupted suite may take to delete what it made."""


def run_watched(
    command: Sequence[str],
    environment: Mapping[str, str],
    output: IO[bytes],
    tick: Callable[[], None],
) -> tuple[int, bool]:
    """Run a command to its end, calling `tick` again and again; its exit code, and if interrupted.

    Ctrl-C and SIGTERM are passed on once, and then waited for: the process cleans up after itself.
    A second Ctrl-C ends it at once.
    """
    # In a group of its own: a terminal sends Ctrl-C to the whole group, and pytest would take the
    # one that we pass on for a second one, and stop cleaning up.
    process = _started(command, environment, output)
    interrupted = False
    with termination_as_interrupt():
        try:
            _wait(process, tick, None)
        except KeyboardInterrupt:
            interrupted = True
            _interrupt(process)
            with contextlib.suppress(KeyboardInterrupt):
                _wait(process, tick, time.monotonic() + CLEAN_UP_SECONDS)
        finally:
            if process.poll() is None:
                _kill(process)
    try:
        tick()
    except KeyboardInterrupt:
        interrupted = True
    return process.wait(), interrupted


def _wait(process: subprocess.Popen[bytes], tick: Callable[[], None], until: float | None) -> None:
    while process.poll() is None and (until is None or time.monotonic() < until):
        tick()
        time.sleep(POLL_SECONDS)


def _started(
    command: Sequence[str], environment: Mapping[str, str], output: IO[bytes]
) -> subprocess.Popen[bytes]:
    if sys.platform == "win32":
        return subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
        )
    return subprocess.Popen(
        command,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        process_group=0,
    )


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        process.send_signal(signal.SIGINT)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


@contextlib.contextmanager
def termination_as_interrupt() -> Iterator[None]:
    """Have SIGTERM do what Ctrl-C does while the block lasts, where we are the main thread."""

    def interrupt(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # not in the main thread: whoever calls us there minds the signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

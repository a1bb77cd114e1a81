"""Building again whenever a spec changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from specc.driver import fresh
from specc.driver.inputs import DriverError, find_specs

POLL_SECONDS = 0.3


def watch(paths: Sequence[str], output: str, act: Callable[[], Iterable[str]]) -> None:
    """Call `act` now, and again after each change. Ends with KeyboardInterrupt.

    `act` returns the files that it read; they are watched, as all specs of `paths` are.
    """
    before: dict[str, tuple[int, int]] = {}
    while True:
        # Stamped before it acts: a change meanwhile is one that it may not have seen.
        before = _stamps(_specs(paths, output)) | before
        others = tuple(act())
        before |= _stamps(name for name in others if name not in before)
        for _ in _ticks(paths):
            now = _stamps((*_specs(paths, output), *others))
            if any(before.get(name) != stamp for name, stamp in now.items()) or any(
                name not in now for name in before
            ):
                before = now
                break


def _specs(paths: Sequence[str], output: str) -> list[str]:
    try:
        return find_specs(paths, output)
    except DriverError:  # between two states, say while an editor writes: we look again later
        return []


def _stamps(names: Iterable[str]) -> dict[str, tuple[int, int]]:
    return {name: fresh.stamp(name) for name in names}


def _ticks(paths: Sequence[str]) -> Iterator[None]:
    """Yields whenever something may have changed; polls where `watchfiles` isn't installed."""
    try:
        from watchfiles import watch as wait_for_changes
    except ImportError:
        while True:
            time.sleep(POLL_SECONDS)
            yield
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}
    # The time-out is for what lies outside of the folders.
    for _ in wait_for_changes(
        *folders, raise_interrupt=True, yield_on_timeout=True, rust_timeout=1000, debounce=100
    ):
        yield

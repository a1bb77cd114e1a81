"""Timing of whole commands by turns, so that a machine that slows down slows them all."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Prepare = Callable[[], None]


def seconds(
    commands: Mapping[str, Sequence[str]],
    runs: int,
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    before: Mapping[str, Prepare] | None = None,
) -> dict[str, float]:
    """The median time of each command, in seconds. `before` is called before each of its runs."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            if before and name in before:
                before[name]()
            start = time.perf_counter()
            done = subprocess.run(
                command, cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True, text=True
            )
            times[name].append(time.perf_counter() - start)
            if done.returncode != 0:
                raise SystemExit(f"{name} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return {name: statistics.median(values) for name, values in times.items()}


def show(times: Mapping[str, float], base: str) -> None:
    """Print each time and its ratio to that of `base`."""
    for name, value in times.items():
        print(f"{name:32} {value * 1000:10.1f} ms {value / times[base]:8.2f} x")


def peak_of_children() -> float:
    """The largest peak memory of any child so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

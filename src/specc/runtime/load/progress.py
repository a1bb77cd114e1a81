"""A line of live figures on a terminal."""

from __future__ import annotations

import sys
from time import perf_counter

from specc.runtime.load.run import Run
from specc.runtime.load.summary import said

_EVERY_SECONDS = 1.0


class Progress:
    """Shows how a run goes: rewritten in place on a terminal, a line now and then elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._live = sys.stdout.isatty()
        self._next = 0.0
        self._shown = False

    def show(self, run: Run) -> None:
        """Show the last second, if it is time for that."""
        if self._quiet or perf_counter() < self._next or not run.tally.windows:
            return
        self._next = perf_counter() + (_EVERY_SECONDS if self._live else 10 * _EVERY_SECONDS)
        windows = run.tally.windows
        window = windows[-2] if len(windows) > 1 else windows[-1]
        model = "/s due" if run.profile.is_open else " users"
        text = (
            f"{run.elapsed:6.0f} of {run.profile.stages.seconds:.0f} s  "
            f"{window.level:,.0f}{model}  "
            f"{window.requests / window.seconds:,.0f} requests/s  "
            f"p95 {said(window.histogram.percentile(95) / 1e6)}  {window.failed:,} failed"
        )
        if run.profile.is_open:
            text += f"  {window.late:,} late, {run.tally.dropped:,} dropped"
        sys.stdout.write(f"\r\x1b[2K{text}" if self._live else f"{text}\n")
        sys.stdout.flush()
        self._shown = True

    def end(self) -> None:
        """Leave the terminal as it was."""
        if self._live and self._shown:
            sys.stdout.write("\r\x1b[2K")
            sys.stdout.flush()

"""How far a run is: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from specc.cli.terminal import console, say
from specc.driver.running.events import Event
from specc.driver.running.session import Watcher


@contextmanager
def watching(quiet: bool) -> Iterator[Watcher]:
    """Someone who shows how far a run is while the block lasts."""
    if quiet:
        yield Watcher()
    elif sys.stdout.isatty():
        with _bar() as watcher:
            yield watcher
    else:
        yield _lines()


def _lines() -> Watcher:
    told: set[object] = set()

    def begins(suite: str, total: int) -> None:
        say(f"{suite}: {total:,} {'test' if total == 1 else 'tests'}")
        sys.stdout.flush()

    def hears(_suite: str, event: Event) -> None:
        message = event.get("message")
        # What many tests need may fail before all of them: that is told once.
        if event.get("outcome") in ("broken", "error") and (not message or message not in told):
            told.add(message)
            say(f"  {event['outcome']}: {event.get('obligation') or event.get('node')}")
            sys.stdout.flush()

    return Watcher(begins, hears)


@contextmanager
def _bar() -> Iterator[Watcher]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[state]}"),
    )
    with Progress(*columns, console=console(), transient=True) as progress:
        task = progress.add_task("", total=None, state="")
        broken = 0

        def begins(suite: str, total: int) -> None:
            progress.reset(task, description=suite, total=total, state="")

        def hears(_suite: str, event: Event) -> None:
            nonlocal broken
            if event.get("event") != "test":
                return
            broken += event.get("outcome") in ("broken", "error")
            progress.update(task, advance=1, state=f"{broken} broken" if broken else "")

        yield Watcher(begins, hears)

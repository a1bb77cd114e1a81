"""Watching: an action for each change, and a clean end."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from specc.driver import watching

from .conftest import Write


def test_acts_at_once_and_after_each_change(
    project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/a.bts": "", "shared/b.bts": ""})
    changes = [
        lambda: write({"specs/a.bts": "1"}),
        lambda: write({"specs/new.bts": "1"}),
        lambda: write({"shared/b.bts": "1"}),
        lambda: (project / "specs/new.bts").unlink(),
    ]
    seen: list[int] = []

    def act() -> tuple[str, ...]:
        seen.append(len(changes))
        if not changes:
            raise KeyboardInterrupt
        threading.Timer(0.05, changes.pop(0)).start()
        return ("specs/a.bts", "shared/b.bts")

    def ticks(_paths: object) -> object:
        while True:
            time.sleep(0.01)
            yield

    monkeypatch.setattr(watching, "_ticks", ticks)
    with pytest.raises(KeyboardInterrupt):
        watching.watch(["specs"], "generated", act)
    assert seen == [4, 3, 2, 1, 0]


def test_a_change_while_it_acts_is_not_missed(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/a.bts": ""})
    acted = 0

    def act() -> tuple[str, ...]:
        nonlocal acted
        acted += 1
        if acted == 2:
            raise KeyboardInterrupt
        write({"specs/a.bts": "changed meanwhile"})
        return ("specs/a.bts",)

    monkeypatch.setattr(watching, "_ticks", lambda _paths: iter([None, None]))
    with pytest.raises(KeyboardInterrupt):
        watching.watch(["specs"], "generated", act)
    assert acted == 2

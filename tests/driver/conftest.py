"""A project folder of its own for each test, with a cache of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from . import toy as toys

Write = Callable[[dict[str, str]], None]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder we are in: empty, and nothing is remembered of it."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("specc.driver.fresh.cache_folder", lambda: str(tmp_path / "cache"))
    return folder


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> toys.Toy:
    """The toy compiler, in the place of the real one."""
    return toys.install(monkeypatch)


@pytest.fixture
def write(project: Path) -> Write:
    """Writes files by name: `write({"specs/a.bts": "service"})`."""

    def write_files(files: dict[str, str]) -> None:
        for name, text in files.items():
            place = project / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")

    return write_files

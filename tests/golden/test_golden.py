"""Every stage makes of each golden what is written down beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from golden.stages import HERE, Golden, goldens, stages

GOLDENS = goldens()
each_golden = pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)


@cache
def made(name: str) -> dict[str, str]:
    return stages(next(golden for golden in GOLDENS if golden.name == name))


@each_golden
def test_every_stage_is_as_written_down(
    golden: Golden, snapshot: Callable[[Path, str], None]
) -> None:
    for name, text in made(golden.name).items():
        snapshot(golden.expected / name, text)


@each_golden
def test_nothing_else_is_written_down(golden: Golden, refresh: bool) -> None:
    known = {golden.expected / name for name in made(golden.name)}
    written = {
        path
        for path in golden.expected.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    orphans = sorted(written - known)
    if refresh:
        for path in orphans:
            path.unlink()
        return
    assert orphans == [], "nothing makes these any more: run pytest --refresh"


def test_every_folder_is_a_golden() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] != "_"}
    assert folders == {golden.name for golden in GOLDENS}


@pytest.mark.skipif("config.getoption('--refresh')", reason="a refresh would write the file")
def test_a_missing_snapshot_fails(tmp_path: Path, snapshot: Callable[[Path, str], None]) -> None:
    with pytest.raises(AssertionError, match="is missing"):
        snapshot(tmp_path / "ir.txt", "text")

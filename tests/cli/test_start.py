"""A start costs what it must, and no more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("typer", "rich", "attrs", "attr", "lark", "jinja2", "networkx", "json", "re", "typing")


def loaded(arguments: list[str], folder: Path, cache: Path) -> set[str]:
    """The modules that a command loads, beyond what Python itself does."""
    script = (
        "import sys; before = set(sys.modules)\n"
        "from specc.cli.entry import main\n"
        "try: main()\n"
        "finally: print(*(set(sys.modules) - before), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", script, *arguments],
        cwd=folder,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_the_version_is_cheap(tmp_path: Path) -> None:
    assert not loaded(["--version"], tmp_path, tmp_path / "cache") & set(HEAVY)


@pytest.mark.slow
def test_a_build_without_work_is_cheap(tmp_path: Path) -> None:
    from specc.driver.starting import write_first

    write_first(str(tmp_path / "specs"))
    first = loaded(["build"], tmp_path, tmp_path / "cache")
    again = loaded(["build"], tmp_path, tmp_path / "cache")
    assert not first & {"typer", "rich", "networkx"}
    assert not again & set(HEAVY)

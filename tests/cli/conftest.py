"""Commands run in the test's own process, as they would be from a shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs
import pytest
from driver.conftest import Write, project, toy, write

from specc.cli.entry import main

__all__ = ["Specc", "Write", "project", "toy", "write"]


@attrs.frozen
class Said:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str


Specc: TypeAlias = Callable[..., Said]


@pytest.fixture
def specc(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Specc:
    """Runs a command: `specc("build", "specs")`."""
    for name in ("FORCE_COLOR", "NO_COLOR", "SPECC_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Said:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        written = capsys.readouterr()
        return Said(int(ended.value.code or 0), written.out, written.err)

    return run

"""What the tests of the runtime library share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from specc.runtime import client, launch, seed, things

from .stage import Stage, staged


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A server that answers as it is told."""
    with staged() as server:
        yield server


@pytest.fixture(autouse=True)
def _afresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No test sees what another, or the one who runs them, has left behind."""
    for name in ("SPECC_SEED", "SPECC_ENV", "SPECC_ALLOW_HOSTS", "SPECC_REPORT"):
        monkeypatch.delenv(name, raising=False)
    seed.start(1)
    yield
    client.close_idle()
    launch.release_all()
    things.left_behind().clear()

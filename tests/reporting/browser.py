"""The Chromium that is here, if there is one: the system's, Playwright's, or what CHROMIUM names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("chromium-headless-shell", "headless_shell"),
)


def _found() -> Iterator[str | None]:
    yield os.environ.get("CHROMIUM")
    yield from map(shutil.which, _NAMES)
    kept = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "~/.cache/ms-playwright")).expanduser()
    for name in ("chrome", "headless_shell"):
        yield from map(str, sorted(kept.glob(f"chromium*/*/{name}")))


CHROMIUM = next((each for each in _found() if each), None)
needs_browser = pytest.mark.skipif(
    CHROMIUM is None,
    reason="there is no Chromium here: apt-get install chromium, or playwright install chromium",
)

"""What all tests share: the switch that rewrites the files that tests compare with."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import settings

# How long an example takes depends on the machine, which is no property of the code.
settings.register_profile("specc", deadline=None)
settings.load_profile("specc")

SLOW = (
    "cli/test_mock",
    "cli/test_pipelines",
    "docs/test_commands",
    "docs/test_site",
    "driver/test_pipelines",
    "driver/test_running",
    "driver/test_selftest",
    "editors/",
    "emit/ci/test_project",
    "emit/test_shape",
    "lsp/",
    "mock/test_holding",
    "mutate/test_running",
    "rules/test_plugin",
    "run/",
    "runtime/test_plugin",
    "syntax/test_properties",
)
"""Where each test starts servers and suites, or tries very many texts."""

Snapshot: TypeAlias = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh",
        action="store_true",
        help="rewrite the expected files instead of comparing with them; review the difference",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow as a whole, so that `-m "not slow"` leaves it out."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def refresh(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("--refresh"))


@pytest.fixture
def snapshot(refresh: bool) -> Snapshot:
    """Compares a text with the file that holds what is expected, or with --refresh writes it."""

    def compare(path: Path, actual: str) -> None:
        if refresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
            return
        assert path.exists(), f"{path} is missing: run pytest --refresh"
        expected = path.read_bytes().decode("utf-8")
        assert actual == expected, f"run pytest --refresh to accept {path}"

    return compare

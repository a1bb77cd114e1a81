"""The shop and its suite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from run.running import shop_specs, write_suite
from specc.demo import running


@pytest.fixture(scope="session")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shop's suite, with the specs where it looks for them."""
    return write_suite(tmp_path_factory.mktemp("project"), shop_specs())


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    """The url of a shop without faults."""
    with running() as url:
        yield url

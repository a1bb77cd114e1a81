"""What the tests of parameters.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import Actor, lasting, register_actors

from . import actors
from .service import api

register_actors({"ann": actors.ann}, api)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def ann() -> Iterator[Actor]:
    """The user ann."""
    with lasting() as things:
        actor = actors.ann()
    yield actor
    things.delete()

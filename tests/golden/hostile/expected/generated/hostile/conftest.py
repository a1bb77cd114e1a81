"""What the tests of hostile.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import Actor, lasting, register_actors

from . import actors
from .service import api

register_actors({"import_": actors.import_, "pytest": actors.pytest_2}, api)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def import_() -> Iterator[Actor]:
    """The user import_."""
    with lasting() as things:
        actor = actors.import_()
    yield actor
    things.delete()

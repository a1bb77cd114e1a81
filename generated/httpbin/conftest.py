"""What the tests of specs/httpbin.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import Actor, lasting, register_actors

from . import actors
from .service import httpbin

register_actors({"ann": actors.ann, "hugo": actors.hugo, "ines": actors.ines}, httpbin)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def ann() -> Iterator[Actor]:
    """The member ann."""
    with lasting() as things:
        actor = actors.ann()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def hugo() -> Iterator[Actor]:
    """The holder hugo."""
    with lasting() as things:
        actor = actors.hugo()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def ines() -> Iterator[Actor]:
    """The insider ines."""
    with lasting() as things:
        actor = actors.ines()
    yield actor
    things.delete()

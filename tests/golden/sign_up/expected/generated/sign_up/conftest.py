"""What the tests of sign_up.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import Actor, Response, lasting, register_actors

from . import actors
from .service import accounts

register_actors({"ann": actors.ann, "ben": actors.ben}, accounts)


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


@pytest.fixture
def new_ann() -> Actor:
    """Another actor like ann, of the test's own."""
    return actors.ann()


@pytest.fixture(scope="session")
def ben() -> Iterator[Actor]:
    """The member ben."""
    with lasting() as things:
        actor = actors.ben()
    yield actor
    things.delete()


@pytest.fixture
def new_user(new_ann: Actor) -> Response:
    """The User that new_ann made for itself (sign_up.bts:17)."""
    return new_ann.made["User"]


@pytest.fixture(scope="session")
def user_2(ann: Actor) -> Response:
    """The User that ann made for itself (sign_up.bts:17)."""
    return ann.made["User"]

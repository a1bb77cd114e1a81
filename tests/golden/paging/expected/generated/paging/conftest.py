"""What the tests of paging.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import (
    Actor,
    Response,
    expect_status,
    lasting,
    register_actors,
    unique,
)

from . import actors
from .endpoints import make
from .service import lists

register_actors({"ann": actors.ann, "ben": actors.ben}, lists)


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


@pytest.fixture(scope="session")
def ben() -> Iterator[Actor]:
    """The user ben."""
    with lasting() as things:
        actor = actors.ben()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def note_2(ann: Actor) -> Iterator[Response]:
    """The Note that tests share which leave it as it is (paging.bts:11)."""
    with lasting() as things:
        made = expect_status(
            ann.call(make, body={"text": unique("text"), "kind": "a"}), 201
        )
    yield made
    things.delete()


@pytest.fixture
def new_note(ann: Actor) -> Response:
    """The Note of one test (paging.bts:11)."""
    return expect_status(
        ann.call(make, body={"text": unique("text"), "kind": "a"}), 201
    )

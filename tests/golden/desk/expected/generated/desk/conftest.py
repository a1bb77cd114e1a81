"""What the tests of desk.bts share."""

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
from .endpoints import file_ticket
from .service import desk

register_actors({"ann": actors.ann}, desk)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def ann() -> Iterator[Actor]:
    """The agent ann."""
    with lasting() as things:
        actor = actors.ann()
    yield actor
    things.delete()


@pytest.fixture
def new_ticket(ann: Actor) -> Response:
    """The Ticket of one test (desk.bts:18)."""
    return expect_status(
        ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201
    )


@pytest.fixture(scope="session")
def ticket_2(ann: Actor) -> Iterator[Response]:
    """The Ticket that tests share which leave it as it is (desk.bts:18)."""
    with lasting() as things:
        made = expect_status(
            ann.call(file_ticket, body={"title": unique("text"), "weight": 1}), 201
        )
    yield made
    things.delete()

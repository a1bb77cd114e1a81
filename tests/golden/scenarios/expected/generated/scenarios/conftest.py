"""What the tests of scenarios.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import Actor, Response, expect_status, lasting, register_actors

from . import actors
from .endpoints import order
from .service import shop

register_actors({"ann": actors.ann, "ben": actors.ben}, shop)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def ann() -> Iterator[Actor]:
    """The customer ann."""
    with lasting() as things:
        actor = actors.ann()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def ben() -> Iterator[Actor]:
    """The customer ben."""
    with lasting() as things:
        actor = actors.ben()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def order_2(ann: Actor) -> Iterator[Response]:
    """The Order that tests share which leave it as it is (scenarios.bts:15)."""
    with lasting() as things:
        made = expect_status(
            ann.call(order, body={"lines": [{"sku": "A1", "quantity": 2}]}), 201
        )
    yield made
    things.delete()


@pytest.fixture
def new_order(ann: Actor) -> Response:
    """The Order of one test (scenarios.bts:15)."""
    return expect_status(
        ann.call(order, body={"lines": [{"sku": "A1", "quantity": 2}]}), 201
    )

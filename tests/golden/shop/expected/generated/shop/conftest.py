"""What the tests of shop.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import Actor, Response, expect_status, lasting, register_actors

from . import actors
from .endpoints import create_order
from .service import shop

register_actors({"alice": actors.alice, "bob": actors.bob, "root": actors.root}, shop)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def alice() -> Iterator[Actor]:
    """The customer alice."""
    with lasting() as things:
        actor = actors.alice()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def bob() -> Iterator[Actor]:
    """The customer bob."""
    with lasting() as things:
        actor = actors.bob()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def root() -> Iterator[Actor]:
    """The admin root."""
    with lasting() as things:
        actor = actors.root()
    yield actor
    things.delete()


@pytest.fixture
def new_order(alice: Actor) -> Response:
    """The Order of one test (shop.bts:56)."""
    return expect_status(
        alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}), 201
    )


@pytest.fixture(scope="session")
def order(alice: Actor) -> Iterator[Response]:
    """The Order that tests share which leave it as it is (shop.bts:56)."""
    with lasting() as things:
        made = expect_status(
            alice.call(create_order, body={"lines": [{"sku": "A1", "quantity": 2}]}),
            201,
        )
    yield made
    things.delete()

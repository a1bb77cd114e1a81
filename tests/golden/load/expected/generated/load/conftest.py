"""What the tests of load.bts share."""

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
from .endpoints import create_order
from .service import shop

register_actors(
    {"alice": actors.alice, "bob": actors.bob, "shoppers": actors.shoppers}, shop
)


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
def shoppers() -> Iterator[Actor]:
    """The shopper shoppers."""
    with lasting() as things:
        actor = actors.shoppers()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def order(alice: Actor) -> Iterator[Response]:
    """The Order that tests share which leave it as it is (load.bts:43)."""
    with lasting() as things:
        made = expect_status(
            alice.call(
                create_order,
                body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
            ),
            201,
        )
    yield made
    things.delete()


@pytest.fixture
def new_order(alice: Actor) -> Response:
    """The Order of one test (load.bts:43)."""
    return expect_status(
        alice.call(
            create_order,
            body={"lines": [{"sku": "A1", "quantity": 2}], "note": unique("gift")},
        ),
        201,
    )

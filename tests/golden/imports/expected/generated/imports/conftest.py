"""What the tests of imports.bts share."""

from collections.abc import Iterator

import pytest
from specc.runtime import Actor, Response, expect_status, lasting, register_actors

from . import actors
from .endpoints import make, stock_make
from .service import shop

register_actors({"ann": actors.ann}, shop)


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
def stock_item(ann: Actor) -> Iterator[Response]:
    """The StockItem that tests share which leave it as it is (stock.bts:6)."""
    with lasting() as things:
        made = expect_status(ann.call(stock_make, body={"label": "bolt"}), 201)
    yield made
    things.delete()


@pytest.fixture(scope="session")
def item(ann: Actor, stock_item: Response) -> Iterator[Response]:
    """The Item that tests share which leave it as it is (imports.bts:16)."""
    with lasting() as things:
        made = expect_status(ann.call(make, body={"part": stock_item["id"]}), 201)
    yield made
    things.delete()

"""What the tests of contracts.bts share."""

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


@pytest.fixture
def new_everything(ann: Actor) -> Response:
    """The Everything of one test (contracts.bts:61)."""
    return expect_status(
        ann.call(
            make,
            body={
                "password": unique("text"),
                "name": "AA",
                "size": "small",
                "level": 1,
                "price": 1,
                "flag": True,
                "mail": unique("person") + "@host.example",
                "tags": [{"name": "text", "color": "#aaaaaa"}],
                "shape": {"kind": "circle", "radius": 1},
                "inner": {"deep": {"value": 1}},
            },
        ),
        201,
    )


@pytest.fixture(scope="session")
def everything(ann: Actor) -> Iterator[Response]:
    """The Everything that tests share which leave it as it is (contracts.bts:61)."""
    with lasting() as things:
        made = expect_status(
            ann.call(
                make,
                body={
                    "password": unique("text"),
                    "name": "AA",
                    "size": "small",
                    "level": 1,
                    "price": 1,
                    "flag": True,
                    "mail": unique("person") + "@host.example",
                    "tags": [{"name": "text", "color": "#aaaaaa"}],
                    "shape": {"kind": "circle", "radius": 1},
                    "inner": {"deep": {"value": 1}},
                },
            ),
            201,
        )
    yield made
    things.delete()

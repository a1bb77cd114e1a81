"""What the tests of ownership.bts share."""

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
from .endpoints import comment, write_article
from .service import blog

register_actors({"ann": actors.ann, "ben": actors.ben, "ed": actors.ed}, blog)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def ann() -> Iterator[Actor]:
    """The writer ann."""
    with lasting() as things:
        actor = actors.ann()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def ben() -> Iterator[Actor]:
    """The writer ben."""
    with lasting() as things:
        actor = actors.ben()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def ed() -> Iterator[Actor]:
    """The editor ed."""
    with lasting() as things:
        actor = actors.ed()
    yield actor
    things.delete()


@pytest.fixture
def new_article(ann: Actor) -> Response:
    """The Article of one test (ownership.bts:26)."""
    return expect_status(
        ann.call(
            write_article,
            body={"article": {"title": unique("text"), "text": unique("text")}},
        ),
        201,
    )


@pytest.fixture(scope="session")
def article(ann: Actor) -> Iterator[Response]:
    """The Article that tests share which leave it as it is (ownership.bts:26)."""
    with lasting() as things:
        made = expect_status(
            ann.call(
                write_article,
                body={"article": {"title": unique("text"), "text": unique("text")}},
            ),
            201,
        )
    yield made
    things.delete()


@pytest.fixture(scope="session")
def comment_2(ann: Actor, article: Response) -> Iterator[Response]:
    """The Comment that tests share which leave it as it is (ownership.bts:62)."""
    with lasting() as things:
        made = expect_status(
            ann.call(
                comment,
                {"slug": article["article"]["slug"]},
                body={"text": unique("text")},
            ),
            201,
        )
    yield made
    things.delete()


@pytest.fixture
def new_comment(ann: Actor, article: Response) -> Response:
    """The Comment of one test (ownership.bts:62)."""
    return expect_status(
        ann.call(
            comment, {"slug": article["article"]["slug"]}, body={"text": unique("text")}
        ),
        201,
    )

"""What the tests of specs/kinto.bts share."""

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
from .endpoints import create_bucket, create_collection, create_group, create_task
from .service import kinto

register_actors({"alice": actors.alice, "bob": actors.bob, "root": actors.root}, kinto)


def pytest_configure(config: pytest.Config) -> None:
    """Brings in what every suite shares: obligations, clean-up, reports."""
    config.pluginmanager.import_plugin("specc.runtime.plugin")


@pytest.fixture(scope="session")
def alice() -> Iterator[Actor]:
    """The user alice."""
    with lasting() as things:
        actor = actors.alice()
    yield actor
    things.delete()


@pytest.fixture
def new_alice() -> Actor:
    """Another actor like alice, of the test's own."""
    return actors.alice()


@pytest.fixture(scope="session")
def bob() -> Iterator[Actor]:
    """The user bob."""
    with lasting() as things:
        actor = actors.bob()
    yield actor
    things.delete()


@pytest.fixture(scope="session")
def root() -> Iterator[Actor]:
    """May do as she likes with accounts, and has no say over anyone's buckets."""
    with lasting() as things:
        actor = actors.root()
    yield actor
    things.delete()


@pytest.fixture
def new_account(new_alice: Actor) -> Response:
    """The Account that new_alice made for itself (specs/kinto.bts:16)."""
    return new_alice.made["Account"]


@pytest.fixture
def new_bucket(alice: Actor) -> Response:
    """The Bucket of one test (specs/kinto.bts:167)."""
    return expect_status(alice.call(create_bucket, body={"data": {}}), 201)


@pytest.fixture(scope="session")
def bucket(alice: Actor) -> Iterator[Response]:
    """The Bucket that tests share which leave it as it is (specs/kinto.bts:167)."""
    with lasting() as things:
        made = expect_status(alice.call(create_bucket, body={"data": {}}), 201)
    yield made
    things.delete()


@pytest.fixture
def new_collection(alice: Actor, bucket: Response) -> Response:
    """The Collection of one test (specs/kinto.bts:264)."""
    return expect_status(
        alice.call(
            create_collection,
            {"bucket": bucket["data"]["id"]},
            body={
                "data": {
                    "schema": {
                        "type": "object",
                        "required": ["title"],
                        "additionalProperties": False,
                        "properties": {
                            "title": {
                                "type": "string",
                                "minLength": 1,
                                "maxLength": 80,
                            },
                            "done": {"type": "boolean"},
                            "priority": {"type": "integer", "minimum": 1, "maximum": 5},
                            "status": {"enum": ["open", "doing", "done"]},
                            "estimate": {
                                "type": "number",
                                "minimum": 0,
                                "maximum": 1000,
                            },
                            "due": {
                                "type": "string",
                                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                            },
                            "tags": {
                                "type": "array",
                                "maxItems": 5,
                                "items": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 20,
                                },
                            },
                            "note": {"type": ["string", "null"], "maxLength": 200},
                            "assignee": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 40,
                                    },
                                    "team": {"type": "string"},
                                },
                            },
                        },
                    }
                }
            },
        ),
        201,
    )


@pytest.fixture(scope="session")
def collection(alice: Actor, bucket: Response) -> Iterator[Response]:
    """The Collection that tests share which leave it as it is (specs/kinto.bts:264)."""
    with lasting() as things:
        made = expect_status(
            alice.call(
                create_collection,
                {"bucket": bucket["data"]["id"]},
                body={
                    "data": {
                        "schema": {
                            "type": "object",
                            "required": ["title"],
                            "additionalProperties": False,
                            "properties": {
                                "title": {
                                    "type": "string",
                                    "minLength": 1,
                                    "maxLength": 80,
                                },
                                "done": {"type": "boolean"},
                                "priority": {
                                    "type": "integer",
                                    "minimum": 1,
                                    "maximum": 5,
                                },
                                "status": {"enum": ["open", "doing", "done"]},
                                "estimate": {
                                    "type": "number",
                                    "minimum": 0,
                                    "maximum": 1000,
                                },
                                "due": {
                                    "type": "string",
                                    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                                },
                                "tags": {
                                    "type": "array",
                                    "maxItems": 5,
                                    "items": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 20,
                                    },
                                },
                                "note": {"type": ["string", "null"], "maxLength": 200},
                                "assignee": {
                                    "type": "object",
                                    "required": ["name"],
                                    "additionalProperties": False,
                                    "properties": {
                                        "name": {
                                            "type": "string",
                                            "minLength": 1,
                                            "maxLength": 40,
                                        },
                                        "team": {"type": "string"},
                                    },
                                },
                            },
                        }
                    }
                },
            ),
            201,
        )
    yield made
    things.delete()


@pytest.fixture
def new_task(alice: Actor, bucket: Response, collection: Response) -> Response:
    """The Task of one test (specs/kinto.bts:339)."""
    return expect_status(
        alice.call(
            create_task,
            {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
            body={
                "data": {"title": "water the plants", "priority": 2, "tags": ["home"]}
            },
        ),
        201,
    )


@pytest.fixture
def new_group(alice: Actor, bucket: Response) -> Response:
    """The Group of one test (specs/kinto.bts:495)."""
    return expect_status(
        alice.call(
            create_group,
            {"bucket": bucket["data"]["id"]},
            body={"data": {"members": [unique("text")]}},
        ),
        201,
    )


@pytest.fixture(scope="session")
def account(alice: Actor) -> Response:
    """The Account that alice made for itself (specs/kinto.bts:16)."""
    return alice.made["Account"]


@pytest.fixture(scope="session")
def task(alice: Actor, bucket: Response, collection: Response) -> Iterator[Response]:
    """The Task that tests share which leave it as it is (specs/kinto.bts:339)."""
    with lasting() as things:
        made = expect_status(
            alice.call(
                create_task,
                {"bucket": bucket["data"]["id"], "list": collection["data"]["id"]},
                body={
                    "data": {
                        "title": "water the plants",
                        "priority": 2,
                        "tags": ["home"],
                    }
                },
            ),
            201,
        )
    yield made
    things.delete()


@pytest.fixture(scope="session")
def group(alice: Actor, bucket: Response) -> Iterator[Response]:
    """The Group that tests share which leave it as it is (specs/kinto.bts:495)."""
    with lasting() as things:
        made = expect_status(
            alice.call(
                create_group,
                {"bucket": bucket["data"]["id"]},
                body={"data": {"members": [unique("text")]}},
            ),
            201,
        )
    yield made
    things.delete()

"""Mocks of specs, served for as long as a test lasts."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import pytest

from specc.driver.stages import plans
from specc.ir.nodes import Suite
from specc.mock.defects import Defects
from specc.mock.mock import Behaviour, Mock, serve

SPECS = Path(__file__).parent / "specs"


@attrs.frozen
class Seen:
    """One answer, as it came."""

    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@attrs.frozen
class Asking:
    """A client of one service of a mock."""

    url: str
    mock: Mock

    def __call__(
        self, method: str, path: str, body: object = None, *, form: str = "", **headers: str
    ) -> Seen:
        """One request; names of headers have `_` for `-`. A body of bytes is sent as it is."""
        place = urlsplit(self.url)
        connection = HTTPConnection(place.hostname or "", place.port or 0, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content: bytes | None = None
        if form:
            content = form.encode()
            named.setdefault("Content-Type", "application/x-www-form-urlencoded")
        elif isinstance(body, bytes):
            content = body
        elif body is not None:
            content = json.dumps(body).encode()
            named.setdefault("Content-Type", "application/json")
        try:
            connection.request(method, place.path + path, content, named)
            answer = connection.getresponse()
            return Seen(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


Serve = Callable[..., dict[str, Asking]]


@pytest.fixture
def mocked() -> Iterator[Serve]:
    """Serves a suite: `mocked(suite, seed=1)` gives a client of each service, by name."""
    with ExitStack() as stack:

        def start(
            suite: Suite,
            seed: int = 0,
            behaviour: Behaviour | None = None,
            defects: Defects | None = None,
        ) -> dict[str, Asking]:
            mock = Mock.of(suite, os.environ, seed, behaviour, defects)
            urls = stack.enter_context(serve(mock, {}))
            return {name: Asking(url, mock) for name, url in urls.items()}

        yield start


@pytest.fixture(scope="session")
def blog_suite() -> Suite:
    """A spec with chains, callers' own things, unions, maps, three kinds of pages, two services."""
    return plans([str(SPECS / "blog.bts")]).suites[0].suite


@pytest.fixture
def blog(mocked: Serve, blog_suite: Suite) -> Asking:
    return mocked(blog_suite)["blog"]


@attrs.frozen
class Author:
    """Someone with an account of the blog."""

    user: dict[str, Any]
    password: str
    token: str

    @property
    def says(self) -> dict[str, str]:
        return {"Authorization": f"Token {self.token}"}


@pytest.fixture
def author(blog: Asking) -> Callable[[str], Author]:
    """Makes an account and logs in."""

    def make(name: str, password: str = "open-sesame") -> Author:
        user = {"email": f"{name}@example.com", "name": name, "password": password}
        made = blog("POST", "/users", {"user": user})
        assert made.status == 201
        login = blog("POST", "/login", {"email": user["email"], "password": password})
        assert login.status == 200
        return Author(made.json["user"], password, login.json["token"])

    return make

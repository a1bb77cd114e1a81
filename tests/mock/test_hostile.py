"""Whatever is sent to a mock, it answers, and is none the worse for it."""

from __future__ import annotations

import random
from collections.abc import Callable
from urllib.parse import quote

import pytest

from .conftest import Asking, Author

ODD: list[object] = [
    None, True, 0, -1, 10**30, 1.5, "", "\x00", "\ud800", "\u202e", "a" * 7000, [], {}, [[[]]],
    {"a": {"b": [None]}}, "../..", "{}", "%00", "'; --", "<x>", {"$ref": "#"},
]  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_no_request_is_too_odd(blog: Asking, author: Callable[[str], Author], seed: int) -> None:
    chance = random.Random(seed)
    ann = author("ann")
    endpoints = [item for item in blog.mock.state.endpoints.values() if item.service == "blog"]
    for _ in range(150):
        endpoint = chance.choice(endpoints)
        path = "".join(
            quote(str(chance.choice(ODD))[:500] or "x", safe="", errors="replace")
            if part.startswith("{")
            else part
            for part in endpoint.path
        )
        query = "&".join(
            f"{item.name}={quote(str(chance.choice(ODD))[:900], safe='', errors='replace')}"
            for item in endpoint.parameters
            if item.place_in == "query" and chance.random() < 0.7
        )
        body: object = chance.choice(ODD)
        if chance.random() < 0.5:
            names = ["title", "body", "tags", "labels", "user", "comment", "shape", "email", "text"]
            body = {name: chance.choice(ODD) for name in chance.sample(names, 4)}
        seen = blog(endpoint.method, f"{path}?{query}", body, **ann.says)
        assert seen.status < 500, (endpoint.name, path, query, body)
    assert blog.mock.troubles == []
    assert blog("GET", "/me", **ann.says).status == 200


def test_an_answer_is_no_place_for_what_a_client_makes_up(blog: Asking) -> None:
    refused = blog("GET", "/articles?limit=%3Cscript%3E")
    assert refused.status == 422
    assert b"script" not in refused.body


@pytest.mark.parametrize(
    "raw",
    [b"\x00", b'{"user":', b"null", b'"\xed\xa0\x80"', b"[" * 50_000, b'{"user":1e999999999}'],
)
def test_bodies_that_are_no_json(blog: Asking, raw: bytes) -> None:
    assert blog("POST", "/users", raw, Content_Type="application/json").status == 422

"""Logging in: credentials, tokens that expire, and the limit on attempts."""

import uuid

import pytest

from specc.demo.accounts import RateLimit
from specc.demo.faults import Faults
from specc.demo.tokens import Tokens

from .visitor import Visitor


def test_a_login_gives_a_fresh_token(shop: Visitor) -> None:
    seen = [shop.login(email, "wonderland") for email in ("alice@example.com", "Alice@Example.com")]
    assert [answer.status for answer in seen] == [200, 200]
    assert all(answer.json.keys() == {"token"} for answer in seen)
    tokens = {answer.json["token"] for answer in seen}
    assert len(tokens) == 2
    assert min(map(len, tokens)) >= 16


def test_wrong_credentials_are_refused_alike(shop: Visitor) -> None:
    wrong = shop.login("alice@example.com", "wonderlanD")
    unknown = shop.login("eve@example.com", "wonderland")
    assert wrong.status == unknown.status == 401
    assert wrong.body == unknown.body


@pytest.mark.parametrize("email", ["a@b.example", "o'neil+x@mail.example.com", "x@localhost"])
@pytest.mark.parametrize("password", ["x" * 8, "\N{SNOWMAN}" * 72])
def test_what_could_be_right_is_valid(shop: Visitor, email: str, password: str) -> None:
    assert shop.login(email, password).status == 401


@pytest.mark.parametrize(
    "email",
    [
        "",
        "x",
        "@example.com",
        "x@",
        "a b@example.com",
        "x@y@example.com",
        "x@-a.example",
        ".x@y.z",
        "x..y@z.example",
        "x@z..example",
        "x" * 65 + "@y.z",
        "x@y.example\n",
        5,
        None,
        True,
        [],
    ],
)
def test_an_invalid_address_is_refused(shop: Visitor, email: object) -> None:
    assert shop.login(email, "wonderland").status == 422


@pytest.mark.parametrize("password", ["", "x" * 7, "x" * 73, "\ud800" * 9, 12345678, None])
def test_an_invalid_password_is_refused(shop: Visitor, password: object) -> None:
    assert shop.login("alice@example.com", password).status == 422


def test_unknown_fields_are_refused(shop: Visitor) -> None:
    body = {"email": "alice@example.com", "password": "wonderland", "admin": True}
    assert shop.call("POST", "/login", body, by=None).status == 422


def test_attempts_are_limited_for_each_account_alone(shop: Visitor) -> None:
    email = f"{uuid.uuid4()}@example.com"
    answers = [shop.login(email, "guess-guess") for _ in range(31)]
    assert [answer.status for answer in answers] == [401] * 30 + [429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].headers["Content-Type"] == "application/problem+json"
    assert shop.login("alice@example.com", "wonderland").status == 200


def test_a_limit_ends_with_its_window() -> None:
    now = 100.0
    limit = RateLimit(most=2, seconds=60, clock=lambda: now)
    assert [limit.attempt("x") for _ in range(3)] == [0, 0, 60]
    now = 130.5
    assert limit.attempt("y") == 0
    assert limit.attempt("x") == 30
    now = 160.0
    assert [limit.attempt("x") for _ in range(3)] == [0, 0, 60]


def test_a_token_expires_and_cannot_be_altered() -> None:
    now = 1_000.0
    tokens = Tokens(Faults(), lifetime=60, clock=lambda: now)
    token = tokens.issue("alice@example.com")
    assert tokens.subject(token) == "alice@example.com"
    for at in range(len(token)):
        other = "A" if token[at] != "A" else "B"
        assert tokens.subject(token[:at] + other + token[at + 1 :]) is None
    assert tokens.subject(token + "=") is None
    assert Tokens(Faults(), clock=lambda: now).subject(token) is None
    now = 1_060.0
    assert tokens.subject(token) is None

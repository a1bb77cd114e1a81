"""What counts as a change, as an answer like the entitled actor's, and as a forged token."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from decimal import Decimal

import pytest

from specc.runtime import Actor, Endpoint, Headers, Request, Response, Service
from specc.runtime.hosts import Origin
from specc.runtime.security import Attempt
from specc.runtime.security.disclosure import inside
from specc.runtime.security.identities import imposters
from specc.runtime.security.judging import Watched, alike
from specc.runtime.security.tokens import forged, token_of

SERVICE = Service("s", url="http://127.0.0.1:1")
READ = Endpoint("read", "GET", "/things", spec="a.bts:1", service=SERVICE, returns={200: None})


def answered(value: object, status: int = 200) -> Response:
    request = Request(
        method="GET",
        origin=Origin("http", "127.0.0.1", 1),
        target="/things",
        head="",
        body=None,
        sent=None,
        actor="ann",
        credentials=frozenset(),
        endpoint=READ,
        service=SERVICE,
    )
    content = b"" if value is None else json.dumps(value).encode()
    return Response(request, status, "", Headers([]), content, Decimal(0))


class Told(Attempt):
    """An attempt that is answered from a list."""

    answers: list[Response]

    def send(self, *_: object, **__: object) -> Response:
        return self.answers.pop(0)


def watched(*values: object) -> Watched:
    look = Told(Actor("ann"), READ)
    look.answers = [answered(value) for value in values]
    return Watched.by(look)


def test_what_is_the_same_has_not_changed() -> None:
    assert watched({"a": 1}, {"a": 1}, {"a": 1}).changed() is None


def test_what_changes_is_named() -> None:
    found = watched({"a": 1, "b": 2}, {"a": 1, "b": 2}, {"a": 3, "b": 2}).changed()
    assert found is not None
    assert "a" in found[0]


def test_what_moves_by_itself_is_left_out_with_all_that_is_in_it() -> None:
    # A list that had one item and then two may as well have another item the third time.
    thing = watched({"a": ["x"], "b": 1}, {"a": ["y", "z"], "b": 1}, {"a": ["p", "q"], "b": 1})
    assert thing.changed() is None


@pytest.mark.parametrize(
    ("answer", "control", "is_alike"),
    [
        ({"id": 1}, {"id": 2}, True),
        ({"error": "no"}, {"id": 2}, False),
        ({"items": []}, {"items": [{"id": 1}]}, False),
        ([{"id": 1}], [{"id": 2}], True),
        (None, None, False),
    ],
)
def test_an_answer_is_alike_if_it_gives_the_same(
    answer: object, control: object, is_alike: bool
) -> None:
    assert alike(answered(answer), answered(control)) is is_alike


def test_a_refusal_is_never_alike() -> None:
    assert not alike(answered({"id": 1}, 403), answered({"id": 2}))


def encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def bearer(key: bytes) -> Actor:
    body = f"{encoded({'alg': 'HS256'})}.{encoded({'sub': 'ann', 'exp': 4_000_000_000})}"
    digest = hmac.new(key, body.encode(), hashlib.sha256).digest()
    signature = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return Actor("ann").bearer(f"{body}.{signature}")


def test_a_usual_key_is_guessed_and_no_other() -> None:
    weak, strong = token_of(bearer(b"secret")), token_of(bearer(b"no one guesses this one"))
    assert weak is not None
    assert strong is not None
    assert weak.guessed() == b"secret"
    assert strong.guessed() is None
    assert [how for how, _ in forged(weak, "jwt.expired")]
    assert not [how for how, _ in forged(strong, "jwt.expired")]


@pytest.mark.parametrize(
    "rule", ["jwt.signature_ignored", "jwt.alg_none", "jwt.empty_key", "jwt.header_key"]
)
def test_forged_tokens_differ_from_the_real_one(rule: str) -> None:
    token = token_of(bearer(b"no one guesses this one"))
    assert token is not None
    texts = [text for _, text in forged(token, rule)]
    assert texts
    assert token.text not in texts
    assert all(text.count(".") == 2 for text in texts)


def test_what_is_no_token_is_none() -> None:
    assert token_of(Actor("ann").bearer("plain")) is None


@pytest.mark.parametrize("rule", ["auth.malformed", "auth.garbage"])
def test_imposters_have_other_credentials(rule: str) -> None:
    real = Actor("ann").basic("ann", "a secret")
    found = imposters(real, rule)
    assert found
    assert all(each.credentials != real.credentials for each in found)
    assert imposters(Actor("nobody"), rule) == []


@pytest.mark.parametrize(
    ("text", "is_inside"),
    [
        ("SyntaxError: x\n    at parse (/srv9/node_modules/body-parser/lib/json.js:92:19)", True),
        ('{"stack": "Error: x\\n    at /opt/shop/app.js:7:11\\n    at next"}', True),
        ("Error: x<br> &nbsp; &nbsp;at JSON.parse (node:internal/x:1:2)", True),
        ("we meet\n    at noon (12:30:00)", False),
        ("Traceback (most recent call last):\n  ...", True),
        ('sqlite3.OperationalError: near "x": syntax error', True),
        ("the e-mail address or the password is wrong", False),
        ("must match /^[a-z]+$/", False),
    ],
)
def test_what_tells_of_the_inside(text: str, is_inside: bool) -> None:
    assert (inside(text) is not None) is is_inside

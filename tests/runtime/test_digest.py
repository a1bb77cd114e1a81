"""Digest authentication: the answers of RFC 2617 and RFC 7616, and one that is asked for."""

import secrets

import pytest

from specc.runtime import Actor
from specc.runtime.digest import DigestLogin

from .stage import Answer, Asked, Stage

OLD = 'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="{}", opaque="{}"'.format(
    "dcd98b7102dd2f0e8b11d0f600bfb0c093", "5ccc069c403ebaf9f0171e9517f40e41"
)
NEW = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={},'
    ' nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"'
)
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"


@pytest.mark.parametrize(
    ("challenge", "password", "cnonce", "response"),
    [
        (OLD, "Circle Of Life", "0a4f113b", "6629fae49393a05397450978507c4ef1"),
        (NEW.format("MD5"), "Circle of Life", CNONCE, "8ca523f5e9506fed4657c9700eebdbec"),
        (
            NEW.format("SHA-256"),
            "Circle of Life",
            CNONCE,
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        ),
    ],
)
def test_the_answers_of_the_standards(
    monkeypatch: pytest.MonkeyPatch, challenge: str, password: str, cnonce: str, response: str
) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda _: cnonce)
    login = DigestLogin("Mufasa", password)
    answer = login.answer(["Basic realm=x", challenge], "GET", "/dir/index.html")
    assert answer is not None
    assert f'response="{response}"' in answer
    assert 'username="Mufasa"' in answer


@pytest.mark.parametrize(
    "challenge",
    ["Basic realm=x", 'Digest realm="r"', 'Digest nonce="n", algorithm=ROT13', "Bearer"],
)
def test_what_cannot_be_answered_is_left_alone(challenge: str) -> None:
    assert DigestLogin("ines", "pw").answer([challenge], "GET", "/") is None


def test_a_challenge_is_answered_by_the_same_request(stage: Stage) -> None:
    def respond(asked: Asked) -> Answer:
        if "Authorization" in asked.headers:
            return Answer.json({})
        return Answer(401, b"", (("WWW-Authenticate", OLD),))

    stage.respond = respond
    ines = Actor("ines").digest("ines", "open-sesame")
    response = ines.request("POST", "/a?b=1", service=stage.service(), body={"a": 1})
    assert response.status == 200
    assert stage.last.headers["Authorization"].startswith('Digest username="ines"')
    assert 'uri="/a?b=1"' in stage.last.headers["Authorization"]
    assert stage.last.body == b'{"a":1}'

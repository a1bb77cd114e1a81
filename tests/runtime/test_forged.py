"""Made-up credentials have the form of an actor's own, and are others."""

import base64

import pytest

from specc.runtime import Actor, forged
from specc.runtime.forged import made_up

from .stage import Stage


@pytest.mark.parametrize(
    "credential", ["Bearer abc.DEF-9z", "Token 0f", "opaque", "Basic not-base64!", "a b c"]
)
def test_the_scheme_stays_and_the_rest_is_of_the_same_form(credential: str) -> None:
    other = made_up(credential)
    assert other != credential
    assert other.rpartition(" ")[0] == credential.rpartition(" ")[0]
    assert [char.isalnum() for char in other] == [char.isalnum() for char in credential]


def test_a_name_and_password_are_both_others() -> None:
    pair = base64.b64encode(b"ann:sesame").decode()
    user, password = base64.b64decode(made_up(f"Basic {pair}")[6:]).decode().split(":")
    assert user != "ann"
    assert password != "sesame"


def test_what_lets_nobody_in_is_sent_as_it_is(stage: Stage) -> None:
    ann = Actor("ann").bearer("t0ken").header("X-Tenant", "acme").cookie("session", "abc")
    forged(ann).call(stage.endpoint())
    assert stage.last.headers["Authorization"] == "Bearer u1lfo"
    assert stage.last.headers["X-Tenant"] == "acme"
    assert stage.last.headers["Cookie"] == "session=bcd"
    ann.call(stage.endpoint())
    assert stage.last.headers["Authorization"] == "Bearer t0ken"


def test_a_header_by_any_name_is_a_credential_if_there_is_no_other(stage: Stage) -> None:
    forged(Actor("ann").header("X-Who", "ann")).call(stage.endpoint())
    assert stage.last.headers["X-Who"] == "boo"

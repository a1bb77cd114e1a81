"""Secrets in every form in which they may turn up."""

import base64
import html
import json
import re
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime import redact, redacted
from specc.runtime.redaction import Redactor, hide
from specc.runtime.visible import one_line, visible

SECRET = "pa XYZ\"wörd'&/\n\\"


@pytest.mark.parametrize(
    "form",
    [
        SECRET,
        json.dumps(SECRET),
        json.dumps(SECRET, ensure_ascii=False),
        repr({"password": SECRET}),
        repr(SECRET.encode()),
        quote(SECRET),
        quote(SECRET, safe=""),
        quote_plus(SECRET),
        re.sub("%..", lambda found: found.group().lower(), quote(SECRET, safe="")),
        html.escape(SECRET),
        base64.b64encode(SECRET.encode()).decode(),
        base64.urlsafe_b64encode(SECRET.encode()).decode(),
    ],
)
def test_every_form_is_hidden(form: str) -> None:
    redactor = Redactor()
    redactor.add(SECRET, "$PASSWORD")
    shown = redactor(f"<<{form}>>")
    assert "$PASSWORD" in shown
    assert "XYZ" not in shown


@given(st.text("xyz\"'&% \\ü", min_size=4).filter(str.strip), st.text("abc"), st.text("abc"))
def test_no_secret_is_left(secret: str, before: str, after: str) -> None:
    redactor = Redactor()
    redactor.add(secret, "#")
    assert redactor(f"{before}|{secret}|{after}") == f"{before}|#|{after}"


def test_blanks_are_no_secret() -> None:
    redactor = Redactor()
    redactor.add("    ")
    redactor.add("")
    assert redactor("a    b") == "a    b"


def test_short_secrets_do_not_eat_other_words() -> None:
    redactor = Redactor()
    redactor.add("x1", "…")
    assert redactor("x1 max10 (x1)") == "… max10 (…)"


def test_the_longest_goes_first_and_names_win() -> None:
    one, other = Redactor(), Redactor()
    one.add("secret")
    one.add("secret-token", "$TOKEN")
    other.add("secret", "$SECRET")
    assert hide("secret-token secret", one, other) == "$TOKEN $SECRET"
    assert hide("nothing", one, other) == "nothing"


def test_redact_returns_what_it_is_given() -> None:
    assert redact("tok-4711-abc") == "tok-4711-abc"
    assert redact("") == ""
    assert redacted("a tok-4711-abc b") == "a [redacted] b"


def test_control_characters_become_visible() -> None:
    assert visible("a\x1b[31mb\r\n\t\u202ec\u200b\ud800\x9b") == (
        "a\\x1b[31mb\\r\n\t\\u202ec\\u200b\\ud800\\x9b"
    )
    assert one_line("a\nb\tc") == "a\\nb\\tc"
    assert visible("ünïcode 😀") == "ünïcode 😀"


@given(st.text())
def test_what_is_visible_can_be_printed(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert all(character in "\n\t" or ord(character) >= 32 for character in shown)

"""Parameters on the wire: no value becomes another path, parameter or header."""

import re
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime import Raw
from specc.runtime.serialise import cookie_pair, form, header_line, in_path, query, text_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(TEXT)
def test_a_value_is_one_segment_of_a_path(text: str) -> None:
    segment = in_path(text, "id")
    assert re.fullmatch(r"(?:[A-Za-z0-9_.~-]|%[0-9A-F]{2})+", segment)
    assert segment not in (".", "..")
    assert unquote(segment) == text


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("...", "..."),
        (7, "7"),
        (True, "true"),
        (Decimal("1.50"), "1.50"),
        (["a", "b,c"], "a,b%2Cc"),
        (Raw("abc"), "abc"),
        (Raw("../x"), "..%2Fx"),
    ],
)
def test_path_values(value: object, segment: str) -> None:
    assert in_path(value, "id") == segment


@pytest.mark.parametrize("value", ["", Raw(""), ["", "a"]])
def test_an_empty_value_would_be_another_path(value: object) -> None:
    with pytest.raises(ValueError, match="path parameter id is empty"):
        in_path(value, "id")


@given(st.dictionaries(TEXT, st.text(st.characters(exclude_categories=["Cs"]))))
def test_a_query_says_what_it_was_given(pairs: dict[str, str]) -> None:
    assert parse_qsl(query(iter(pairs.items())), keep_blank_values=True) == list(pairs.items())


def test_queries() -> None:
    pairs = {"a": [1, True], "b": None, "c d": "x&y=z", "e[f]": 0.1, "g": Decimal("1E+2"), "h": ""}
    assert query(iter(pairs.items())) == "a=1&a=true&c%20d=x%26y%3Dz&e[f]=0.1&g=100&h="
    assert form({"a b": "c d"}) == "a+b=c+d"


@pytest.mark.parametrize("value", [date(2030, 1, 1), {"a": 1}, b"x", object()])
def test_what_has_no_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="the parameter p is given"):
        text_of(value, "p")


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\0b", "a\x7fb", Raw("\r")])
def test_a_header_is_one_line(value: object) -> None:
    with pytest.raises(ValueError, match="the header X-A cannot hold"):
        header_line("X-A", value)


@pytest.mark.parametrize("name", ["", "X A", "X:A", "X\r\n", "Ü"])
def test_a_header_has_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a header"):
        header_line(name, "x")


def test_headers_and_cookies() -> None:
    assert header_line("X-A", ["a", 1]) == "X-A: a,1\r\n"
    assert header_line("X-A", "tab\tis fine") == "X-A: tab\tis fine\r\n"
    assert cookie_pair("a", 'b="c"') == 'a=b="c"'
    for value in ("a;b", "a\r\n", "\0"):
        with pytest.raises(ValueError, match="the cookie a cannot hold"):
            cookie_pair("a", value)

"""An example of a pattern matches it, in Python and in the engine that checks answers."""

from __future__ import annotations

import re

import jsonschema_rs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from specc.plan.regex_example import accepts, regex_example, translated

atoms = st.sampled_from(
    [
        "a",
        "[a-z]",
        "[A-Z0-9]",
        "[^a]",
        r"\d",
        r"\w",
        r"\S",
        ".",
        "x-",
        r"\.",
        "(?:ab|c)",
        "[_-]",
        "é",
    ]
)
counts = st.sampled_from(["", "?", "*", "+", "{3}", "{2,4}", "{0,2}", "{2,}"])
pieces = st.tuples(atoms, counts).map("".join)
groups = st.recursive(
    pieces,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, counts).map(lambda two: f"({two[0]}){two[1]}"),
    ),
    max_leaves=5,
)
patterns = st.tuples(st.sampled_from(["", "^"]), groups, st.sampled_from(["", "$"])).map("".join)


@settings(max_examples=400, deadline=None)
@given(patterns)
def test_an_example_matches(pattern: str) -> None:
    text = regex_example(pattern)
    assert text is not None, "simple patterns have an example"
    assert re.search(pattern, text)
    check = jsonschema_rs.Draft202012Validator({"type": "string", "pattern": pattern})
    assert check.is_valid(text)


@settings(max_examples=200, deadline=None)
@given(patterns, st.integers(0, 30))
def test_an_example_is_as_long_as_asked_for_or_there_is_none(pattern: str, low: int) -> None:
    text = regex_example(pattern, low)
    assume(text is not None)
    assert text is not None
    assert len(text) >= low
    assert accepts(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"^[A-Z][0-9]{1,4}$", "A1"),
        (r"^[0-9]{16}$", "1" * 16),
        (r"^#[0-9a-f]{6}$", "#aaaaaa"),
        (r"^\p{Lu}\p{L}+$", "AA"),
        (r"^(a|b)\1$", "aa"),
        (r"^(?!x)[a-z]$", "a"),
    ],
)
def test_examples_that_read_well(pattern: str, expected: str) -> None:
    assert regex_example(pattern) == expected


@pytest.mark.parametrize("pattern", ["(", "a{99999}", r"^(?=b)a$", "^a$b", r"\k<x>"])
def test_no_example_is_no_mistake(pattern: str) -> None:
    assert regex_example(pattern) is None


def test_what_python_cannot_read_is_taken_to_match() -> None:
    assert accepts("(", "text")
    assert not accepts("^a$", "b")


def test_classes_of_letters_are_sets() -> None:
    assert translated(r"^[\p{L}_]\p{Nd}$") == "^[a-zA-Z_][0-9]$"


@pytest.mark.parametrize(
    ("pattern", "text", "is_accepted"),
    [
        ("^a$", "a", True),
        ("^a$", "a\n", False),
        (r"^a\$", "a$\n", True),
        ("^[$a]+$", "$a", True),
        ("^(a$|b)", "a\n", False),
    ],
)
def test_the_end_is_the_very_end(pattern: str, text: str, is_accepted: bool) -> None:
    """ECMA 262 knows no other: Python takes a line's end for one as well."""
    assert accepts(pattern, text) is is_accepted

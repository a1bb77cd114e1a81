"""Literals evaluate to the very same values, and are written as ruff would write them."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum, StrEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specc.emit.python.code import Call, Raw, literal
from specc.emit.python.quoting import quoted
from specc.emit.python.statements import assignment
from tests.emit.python.formatter import formatted
from tests.emit.python.trees import texts

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(allow_nan=True),
    texts,
    st.binary(),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.one_of(st.integers(), texts), inner, max_size=4),
    ),
    max_leaves=10,
)


def value_of(text: str) -> object:
    return eval(text, {"Decimal": Decimal, "float": float, "__builtins__": {}})


# What repr leaves out, no test of ours could tell apart: 1 is not True, 0.0 is not -0.0.
@settings(deadline=None)
@given(values)
def test_a_literal_is_its_value(value: object) -> None:
    assert repr(value_of(literal(value).flat)) == repr(value)


@settings(max_examples=15, deadline=None)
@given(st.lists(values, min_size=5, max_size=30))
def test_ruff_leaves_literals_alone(module: list[object]) -> None:
    text = "".join(f"{assignment('value', literal(value))}\n" for value in module)
    assert formatted(text) == text


@given(texts)
def test_nothing_in_a_literal_is_hidden(text: str) -> None:
    literal_of_it = quoted(text)
    assert literal_of_it.isprintable()
    assert literal_of_it.encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("it's", '"it\'s"'),
        ('say "so"', "'say \"so\"'"),
        ("both ' and \"", '"both \' and \\""'),
        ("tab\there\n", r'"tab\there\n"'),
        ("\x1b[31m", r'"\x1b[31m"'),
        ("a\u2028b\u202ec\u00a0d", r'"a\u2028b\u202ec\xa0d"'),
        ("\ud800", r'"\ud800"'),
        ("\U000e0001", r'"\U000e0001"'),
        ("filler \u3164", r'"filler \u3164"'),
        ("größer 漢字 हिन्दी עברית", '"größer 漢字 हिन्दी עברית"'),
        ("\\N{BULLET}", r'"\\N{BULLET}"'),
        (b"\xff\x00'", r'''b"\xff\x00'"'''),
        (-1, "-1"),
        (-0.0, "-0.0"),
        (1e22, "1e22"),
        (float("-inf"), 'float("-inf")'),
        (Decimal("19.90"), 'Decimal("19.90")'),
        ((1,), "(1,)"),
        ({"a": [None, True], 1: ()}, '{"a": [None, True], 1: ()}'),
    ],
)
def test_what_a_literal_looks_like(value: object, expected: str) -> None:
    assert literal(value).flat == expected
    assert repr(value_of(expected)) == repr(value)


def test_numbers_beyond_what_python_reads_in_decimal() -> None:
    for value in (10**5000, -(10**5000)):
        assert value_of(literal(value).flat) == value


def test_members_of_enums_are_their_values() -> None:
    class Colour(StrEnum):
        RED = "red"

    class Level(IntEnum):
        LOW = 1

    assert literal([Colour.RED, Level.LOW]).flat == '["red", 1]'


def test_code_within_values_stays() -> None:
    value = {"id": Raw("order.id"), "at": [Call("now")]}
    assert literal(value).flat == '{"id": order.id, "at": [now()]}'


def test_what_has_no_literal_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no literal"):
        literal({1})

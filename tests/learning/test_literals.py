"""A literal is read back as the very value, whatever a text holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from compilation import suite_of
from hypothesis import given, settings
from hypothesis import strategies as st

from specc.ir.expressions import Const, Fields, Items, Operation, Value
from specc.ir.steps import Request
from specc.learning.literals import UnsayableError, literal, quoted

SPEC = """
service api {{ url "http://127.0.0.1:1" }}

test "t" {{
  POST "/things" with {literal} expects 200
}}
"""

characters = st.characters(exclude_categories=["Cs"])
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.integers(-(10**9), 10**9).map(lambda whole: Decimal(whole).scaleb(-3)),
    st.text(characters),
    st.sampled_from(
        ['"', "\\", "{order.id}", "}", "\n", "\x00", "\u202e", '" } }', "# no comment"]
    ),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(characters, min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


def read(text: str) -> Any:
    """What a spec says where a literal stands."""
    suite = suite_of(SPEC.format(literal=text))
    step = suite.tests[0].steps[0]
    assert isinstance(step, Request)
    return plain(step.body)


def plain(value: Value | None) -> Any:
    match value:
        case Const(found):
            return found
        case Fields(entries):
            return {name: plain(item) for name, item in entries}
        case Items(items):
            return [plain(item) for item in items]
        case Operation("-", (operand,)):
            return -plain(operand)
        case _:
            raise AssertionError(f"no plain value: {value!r}")


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(st.text(characters, min_size=1), values, max_size=4))
def test_what_is_printed_is_read_back(value: Any) -> None:
    assert read(literal(value)) == value


@settings(deadline=None, max_examples=50)
@given(st.text(characters))
def test_a_text_stays_on_its_line(text: str) -> None:
    printed = quoted(text)
    assert printed.isprintable()
    assert "\n" not in printed


def test_what_is_long_is_laid_out_on_several_lines() -> None:
    value = {"lines": [{"sku": "A1", "quantity": number} for number in range(8)]}
    printed = literal(value, 2, 20)
    assert max(map(len, printed.splitlines())) <= 100
    assert read(printed) == value


@pytest.mark.parametrize("value", ["\ud800", Decimal("NaN"), Decimal("1e999"), b"x"])
def test_what_has_no_literal_is_said(value: Any) -> None:
    with pytest.raises(UnsayableError):
        literal({"it": value})

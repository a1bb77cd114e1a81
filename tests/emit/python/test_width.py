"""Columns are counted as ruff counts them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specc.emit.python.quoting import visible
from specc.emit.python.width import LINE_LENGTH, width
from tests.emit.python.formatter import formatted

REPEATED = 12


def fits(character: str, columns: int) -> str:
    """A list that fits its line exactly if the character takes that many columns."""
    start = f'x = ["{character * REPEATED}", "'
    used = len(start) + REPEATED * (columns - 1)
    return f'{start}{"p" * (LINE_LENGTH - used - len(chr(34)) - 1)}"]\n'


def columns_in_ruff(characters: list[str]) -> list[int]:
    text = "".join(fits(character, columns) for character in characters for columns in (0, 1))
    blocks = formatted(text).split("x = [")[1:]
    one_line = [block.count("\n") == 1 for block in blocks]
    return [
        0 if nothing else 1 if one else 2
        for nothing, one in zip(one_line[::2], one_line[1::2], strict=True)
    ]


printable = st.characters(exclude_categories=("C", "Z")).filter(
    lambda character: visible(character) == character and character not in "\"'\\"
)


@settings(max_examples=10, deadline=None)
@given(st.lists(printable, min_size=50, max_size=200))
def test_characters_of_all_scripts(characters: list[str]) -> None:
    assert [width(character) for character in characters] == columns_in_ruff(characters)


@pytest.mark.parametrize("start", range(0x00A0, 0x3400, 0x0800))
def test_the_scripts_that_texts_are_written_in(start: int) -> None:
    block = [chr(point) for point in range(start, start + 0x0800)]
    shown = [character for character in block if visible(character) == character]
    assert [width(character) for character in shown] == columns_in_ruff(shown)


def test_marks_take_no_column() -> None:
    assert width("e\u0301") == 1
    assert width("漢字") == 4
    assert width("plain") == 5

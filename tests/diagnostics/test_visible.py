import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.render.visible import columns, shown, visible

from .build import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text", "plain text"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\r\nb\x00\x7f", "a␍␊b␀␡"),
        ("\x9b\x85", "<U+009B><U+0085>"),
        ("a\u202eb\u2066c", "a<U+202E>b<U+2066>c"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("\u2028\u2029", "<U+2028><U+2029>"),
        ("\ud880", "<U+D880>"),
        ("\udc80\udcff", "<0x80><0xFF>"),
        ("\u3164", "<U+3164>"),
        ("\t|", "    |"),
        ("日本 Größe e\u0301 \U0001f600", "日本 Größe e\u0301 \U0001f600"),
    ],
)
def test_what_would_act_on_a_terminal_is_shown_instead(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("日本", 4),
        ("\U0001f600", 2),
        ("e\u0301", 1),
        ("각", 2),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_columns_are_counted_as_terminals_do(text: str, width: int) -> None:
    assert columns(text) == width


@given(texts)
def test_nothing_harmful_is_left_of_any_text(text: str) -> None:
    result = visible(text)
    assert {unicodedata.category(char) for char in result}.isdisjoint(
        {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
    )
    result.encode("utf-8")


@given(st.characters())
def test_a_character_takes_few_columns(char: str) -> None:
    assert columns(shown(char)) <= len("<U+10FFFF>")

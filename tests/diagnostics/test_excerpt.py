import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.render.excerpt import WIDTH, excerpt
from specc.diagnostics.render.visible import columns
from specc.source import SourceFile, Span

from .build import labels


def marked(text: str, start: int, end: int) -> str:
    """The part of the excerpt above the mark; only where all characters have one column."""
    part = excerpt(SourceFile("x.bts", text), 1, Span(start, end))
    return part.text[part.column : part.column + part.width]


def test_a_line_that_fits_is_shown_whole() -> None:
    text = "x" * WIDTH
    assert excerpt(SourceFile("x.bts", text), 1, Span(0, 1)).text == text


@pytest.mark.parametrize("place", [0, 7, 500, 10_000 - 5])
def test_of_a_long_line_a_window_is_shown_with_the_mark_in_it(place: int) -> None:
    text = "x" * place + "wrong" + "x" * (10_000 - 5 - place)
    assert marked(text, place, place + 5) == "wrong"
    part = excerpt(SourceFile("x.bts", text), 1, Span(place, place + 5))
    assert columns(part.text) <= WIDTH + 2
    assert part.text.startswith("…") == (place > WIDTH)
    assert part.text.endswith("…") == (place < 9_000)


def test_the_room_behind_a_mark_at_the_end_of_a_line_goes_to_what_is_before_it() -> None:
    assert len(excerpt(SourceFile("x.bts", "x" * 999), 1, Span(998, 999)).text) == WIDTH + 1


def test_a_mark_wider_than_the_window_is_cut() -> None:
    part = excerpt(SourceFile("x.bts", "a" * 10 + "b" * 999), 1, Span(10, 1009))
    assert part.text == "a" * 10 + "b" * (WIDTH - 10) + "…"
    assert (part.column, part.width) == (10, WIDTH - 10)


@pytest.mark.parametrize(
    ("text", "span", "column", "width"),
    [
        ("\tx", Span(1, 2), 4, 1),
        ("日本x", Span(2, 3), 4, 1),
        ("日本x", Span(1, 2), 2, 2),
        ("e\u0301x", Span(2, 3), 1, 1),
        ("e\u0301x", Span(1, 2), 0, 1),
        ("\u0301x", Span(0, 1), 0, 1),
        ("ab", Span(2, 2), 2, 1),
        ("", Span(0, 0), 0, 1),
        ("a\x1bb", Span(2, 3), 2, 1),
        ("a\u202eb", Span(1, 2), 1, 8),
        ("ab\r\ncd", Span(1, 4), 1, 1),
        ("ab", Span(5, 9), 2, 1),
    ],
)
def test_the_mark_stands_under_its_characters(
    text: str, span: Span, column: int, width: int
) -> None:
    part = excerpt(SourceFile("x.bts", text), 1, span)
    assert (part.column, part.width) == (column, width)


def test_a_line_of_marks_without_a_width_is_cut_too() -> None:
    assert len(excerpt(SourceFile("x.bts", "e" + "\u0301" * 100_000), 1, Span(0, 1)).text) < 1_000


def test_a_line_of_megabytes_takes_no_time() -> None:
    source = SourceFile("x.bts", "x" * 5_000_000)
    excerpt(source, 1, Span(0, 1))
    started = time.perf_counter()
    for place in range(0, 5_000_000, 50_000):
        excerpt(source, 1, Span(place, 5_000_000))
    assert time.perf_counter() - started < 1


@given(labels(), st.integers(1, 100))
def test_the_mark_is_always_within_reach_of_the_text(label, line: int) -> None:
    line = min(line, len(label.source.line_starts))
    part = excerpt(label.source, line, label.span)
    assert part.width >= 1
    assert 0 <= part.column <= WIDTH + 1

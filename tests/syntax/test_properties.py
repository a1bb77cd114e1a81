"""Whatever the text, parsing ends, raises nothing, and blames places in the text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from specc.syntax.dump import dump
from specc.syntax.keywords import keywords
from tests.syntax.depth import depth
from tests.syntax.reading import SPECS, read

SPEC = (SPECS / "shop.bts").read_text(encoding="utf-8")
TOKENS = re.findall(r"\w+|\s+|\"[^\"\n]*\"|[^\w\s]", SPEC)
LINES = SPEC.splitlines(keepends=True)

SIGNS = [
    *("{", "}", "(", ")", "[", "]", ",", ":", "?", "=", "|", ".", "..", "->", "==", "<", "-", "/"),
    *("*", "%", "\n", "\n  ", " ", " ", '"', '"""', "#", "'", "\\", "\0", "\r", "\t", "\ufeff"),
    *("5", "0.1", "10s", "30/min", "2030-01-01", '"a"', '"{a}"', "/x/", "name", "Name", "404"),
]
tokens = st.sampled_from([*sorted(keywords()), *SIGNS, *SIGNS])


def holds(text: str) -> None:
    parsed = read(text)
    dump(parsed.module)
    assert depth(parsed.module) < 300
    for found in parsed.diagnostics:
        labels = (found.primary, *found.secondary)
        assert all(0 <= one.span.start <= one.span.end <= len(text) for one in labels)
        assert found.message.isprintable()
    places = [found.primary.span.start for found in parsed.diagnostics]
    assert len(set(places)) == len(places), [found.message for found in parsed.diagnostics]


@given(st.text())
def test_any_text(text: str) -> None:
    holds(text)


@given(st.lists(tokens, max_size=80).map(" ".join))
@settings(max_examples=200)
def test_any_tokens(text: str) -> None:
    holds(text)


@given(st.lists(tokens, max_size=40).map("".join))
@settings(max_examples=200)
def test_any_tokens_without_blanks(text: str) -> None:
    holds(text)


@given(st.lists(tokens, max_size=30).map(" ".join))
def test_any_tokens_in_a_test(text: str) -> None:
    holds(f'test "x" {{\n  {text}\n}}\nrole last')


@given(
    st.integers(0, len(TOKENS) - 1),
    st.integers(0, len(TOKENS) - 1),
    st.sampled_from(["delete", "double", "swap", "move", "cut"]),
)
@settings(max_examples=150)
def test_a_spec_with_a_slip_of_the_keyboard(at: int, other: int, slip: str) -> None:
    changed = list(TOKENS)
    match slip:
        case "delete":
            del changed[at]
        case "double":
            changed.insert(at, changed[at])
        case "swap":
            changed[at], changed[other] = changed[other], changed[at]
        case "move":
            changed.insert(other, changed.pop(at))
        case "cut":
            del changed[at:]
    holds("".join(changed))


@given(st.integers(0, len(TOKENS) - 1), tokens)
@settings(max_examples=100)
def test_a_spec_with_a_token_too_many(at: int, token: str) -> None:
    holds("".join([*TOKENS[:at], token, *TOKENS[at:]]))


@given(st.permutations(range(len(LINES))), st.integers(0, 40))
@settings(max_examples=40)
def test_a_spec_with_its_lines_mixed_up(order: list[int], start: int) -> None:
    part = set(order[start : start + 12])
    moved = iter([number for number in order if number in part])
    holds("".join(LINES[next(moved) if n in part else n] for n in range(len(LINES))))


@given(st.integers(0, len(LINES) - 1))
@settings(max_examples=50)
def test_a_spec_without_one_of_its_lines(at: int) -> None:
    holds("".join([*LINES[:at], *LINES[at + 1 :]]))

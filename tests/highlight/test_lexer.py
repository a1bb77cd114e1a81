"""The lexer for Pygments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    String,
    Token,
    _TokenType,
)

from specc.highlight.lexer import BtsLexer
from specc.highlight.words import words
from tests.format.formatted import TEXTS


def tokens(text: str) -> list[tuple[_TokenType, str]]:
    return [(kind, word) for kind, word in BtsLexer().get_tokens(text) if word.strip()]


def test_pygments_finds_it() -> None:
    assert isinstance(get_lexer_by_name("bts"), BtsLexer)
    assert isinstance(get_lexer_for_filename("specs/shop.bts"), BtsLexer)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_spec_has_an_error(name: str) -> None:
    found = list(BtsLexer(stripnl=False, ensurenl=False).get_tokens(TEXTS[name]))
    assert [word for kind, word in found if kind is Error] == []
    assert "".join(word for _, word in found) == TEXTS[name].replace("\r\n", "\n")


@given(st.text())
def test_any_text_comes_out_whole(text: str) -> None:
    found = BtsLexer(stripnl=False, ensurenl=False).get_tokens_unprocessed(text)
    assert "".join(word for _, _, word in found) == text


SPEC = '''\
"""The shop."""
contract Order open {
  readonly id: uuid
  body?:  string(..500, /^a b$/) | null  # said
}
endpoint get_order GET /orders/{id: Order.id}/x {
  as      owner of Order
  returns 404 when id unknown
}
test "an {x.id} order" as alice tagged load {
  get_order(id: order.id) as bob expects 4xx, 404 -> body
  expect body.load matches /^[a-z]+$/ and not len(text) / 2 in 1..2
  pause 10s
}
'''


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ('"""The shop."""', String.Doc),
        ("contract", Keyword.Declaration),
        ("Order", Name.Function),
        ("open", Keyword),
        ("readonly", Keyword.Reserved),
        ("id", Name.Attribute),
        ("uuid", Keyword.Type),
        ("body", Name.Attribute),
        ("/^a b$/", String.Regex),
        ("null", Keyword.Constant),
        ("# said", Comment.Single),
        ("GET", Keyword.Constant),
        ("/orders/", String.Other),
        ("/x", String.Other),
        ("owner", Keyword),
        ("returns", Keyword),
        ("when", Keyword),
        ("4xx", Number.Integer),
        ("->", Operator),
        ("matches", Operator.Word),
        ("/^[a-z]+$/", String.Regex),
        ("len", Name.Builtin),
        ("/", Operator),
        ("expect", Keyword),
        ("10s", Number),
        ("load", Name),
    ],
)
def test_words(word: str, kind: _TokenType) -> None:
    assert next(found for found, text in tokens(SPEC) if text == word) is kind


def test_what_a_string_fills_in() -> None:
    found = tokens(r'role x test "a \{ \" {b.c} \q"')
    assert (String.Escape, r"\{") in found
    assert (String.Interpol, "{") in found
    assert (Name.Property, "c") in found
    assert found[-1] == (String.Double, '"')


def test_a_soft_keyword_behind_a_dot_or_before_a_colon_is_a_name() -> None:
    known = words()
    for word in known.leading | known.inner:
        found = tokens(f"flow f {{\n  expect x.{word} == {{ {word}: 1 }}\n}}\n")
        kinds = [kind for kind, text in found if text == word and word != "expect"]
        assert not [kind for kind in kinds if kind in Keyword], word
    assert Token.Error not in {kind for kind, _ in found}

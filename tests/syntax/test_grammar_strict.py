"""The grammar as Lark's strict mode sees it: no conflicts, and no terminals that collide."""

import pytest
from lark import Lark
from lark.exceptions import GrammarError, LexError

from specc.syntax.build import builders
from specc.syntax.grammar_file import grammar_text
from specc.syntax.tables import START_SYMBOLS, Tables, build


def strictly(grammar: str) -> Lark:
    # Lark's own contextual lexer is what looks for collisions; ours has the same terminals.
    return Lark(grammar, parser="lalr", lexer="contextual", start=list(START_SYMBOLS), strict=True)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return build(grammar_text())


def test_nothing_conflicts_and_nothing_collides() -> None:
    strictly(grammar_text())


def test_strict_mode_would_find_a_collision() -> None:
    label = "?label: NAME | STRING"
    assert label in grammar_text()
    with pytest.raises(LexError, match="Collision"):
        strictly(grammar_text().replace(label, label + " | OTHER") + "\nOTHER: /[a-z]+1/\n")


def test_strict_mode_would_find_a_conflict() -> None:
    label = "?label: NAME | STRING"
    with pytest.raises(GrammarError, match=r"[Cc]onflict|collision"):
        strictly(grammar_text().replace(label, label + " | variable"))


def test_every_rule_has_a_builder_and_every_builder_a_rule(tables: Tables) -> None:
    named = {rule.builder for rule in tables.rules if rule.builder}
    assert named == set(builders())


def test_every_word_of_the_grammar_is_a_plain_word(tables: Tables) -> None:
    assert all(word.isascii() and word.isidentifier() for word in tables.words)
    assert {"GET", "endpoint", "returns", "oauth2"} <= set(tables.words)

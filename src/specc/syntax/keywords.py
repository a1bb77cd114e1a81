"""The language's words, taken from its grammar: for editors, and for suggestions."""

from functools import cache

from specc.syntax.language import tables


@cache
def keywords() -> frozenset[str]:
    """Every word that the grammar has a use for somewhere. Elsewhere each of them is a name."""
    return frozenset(tables().words)


@cache
def declaration_keywords() -> frozenset[str]:
    """The words that a declaration starts with."""
    language = tables()
    outermost = language.states[language.starts["module"]]["_items{declaration}"]
    accepted = language.states[outermost]
    return frozenset(word for word, terminal in language.words.items() if terminal in accepted)

"""The language's words, taken from its grammar: for editors, and for suggestions."""

from functools import cache

from specc.syntax.language import tables


@cache
def keywords() -> frozenset[str]:
    """Every word that the grammar has a use for somewhere. Elsewhere each of them is a name."""
    return frozenset(tables().words)


def declaration_keywords() -> frozenset[str]:
    """The words that a declaration starts with."""
    return tables().declaration_words

"""The tables of the language: kept from an earlier run where that is possible, else made anew."""

from specc.syntax.grammar_file import grammar_text
from specc.syntax.tables import Tables, build


def tables() -> Tables:
    """The tables of the grammar that belongs to this version."""
    return build(grammar_text())

"""What the grammar would accept at a place: for messages, never for parsing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import attrs

from specc.syntax.tables import Tables

VALUE = frozenset(["INTEGER", "DECIMAL", "QUANTITY", "STRING", "NAME", "LSQB", "LBRACE", "MINUS"])
TYPE = frozenset(["NAME", "STRING", "INTEGER", "LSQB", "LBRACE", "OPEN"])
METHOD = frozenset(["GET", "POST", "PUT", "PATCH", "DELETE"])
OPERATOR = frozenset(["PLUS", "MINUS", "STAR", "SLASH", "PERCENT", "COMPARE"])

REST_OF_VALUE = frozenset(
    ["DECIMAL", "DATE", "REGEX", "TRUE", "FALSE", "NULL", "LPAR", "NOT", *VALUE, *TYPE]
)
REST_OF_METHOD = frozenset(["HEAD", "OPTIONS", "TRACE", "QUERY", *METHOD])
REST_OF_OPERATOR = frozenset(["AND", "OR", "IN", "IS", "CONTAINS", "MATCHES", "NOT", *OPERATOR])

NAMES = {
    "NAME": "a name",
    "KEY": "a key with a colon",
    "STRING": "a string",
    "INTEGER": "a whole number",
    "DECIMAL": "a decimal",
    "QUANTITY": "a number with a unit",
    "DATE": "a date",
    "REGEX": "a regular expression",
    "PATH": "a path",
    "DOC": "a doc string",
    "STATUS_CLASS": "a class of statuses (`4xx`)",
    "COMPARE": "a comparison",
    "_NL": "the end of the line",
    "$END": "the end of the file",
}
"""Terminals as a reader knows them; words and signs are named by themselves."""

HIDDEN = frozenset(["PATH_HEAD", "PATH_MIDDLE", "MODULE_DOC", "_COMMA_NAME"])

MOST_NAMED = 6
"""A longer list of what is expected helps nobody."""

WINDOW = 24
"""How many states are looked at: what is accepted hardly ever depends on more."""


@cache
def expectations(tables: Tables) -> Expectations:
    """The expectations of a language, made once."""
    return Expectations(tables)


def is_terminal(symbol: str) -> bool:
    """Whether a symbol of the tables is a token: in a grammar of Lark those are in capitals."""
    return symbol.isupper()


@attrs.define
class Expectations:
    """Finds out what is accepted, by trying: a state's actions name more than its stack allows."""

    tables: Tables
    texts: dict[str, str] = attrs.field(init=False)
    """The words and signs by their terminals."""
    _known: dict[tuple[int, ...], frozenset[str]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        fixed = {**self.tables.signs, **self.tables.words}
        self.texts = {terminal: text for text, terminal in fixed.items()}

    def accepted(self, states: list[int]) -> frozenset[str]:
        """The terminals that may come next on a stack of states."""
        top = tuple(states[-WINDOW:])
        found = self._known.get(top)
        if found is None:
            terminals = filter(is_terminal, self.tables.states[states[-1]])
            found = frozenset(symbol for symbol in terminals if self._shifts(top, symbol))
            self._known[top] = found
        return found

    def _shifts(self, states: tuple[int, ...], symbol: str) -> bool:
        stack = list(states)
        while True:
            action = self.tables.states[stack[-1]].get(symbol)
            if action is None:
                return False
            if action >= 0:
                return True
            rule = self.tables.rules[~action]
            if len(rule.symbols) >= len(stack):
                return True
            if rule.symbols:
                del stack[-len(rule.symbols) :]
            goto = self.tables.states[stack[-1]][rule.origin]
            if goto in self.tables.ends.values():
                return symbol == "$END"
            stack.append(goto)


def described(accepted: frozenset[str], texts: dict[str, str]) -> str | None:
    """What is accepted in words, or None where that is too much to say.

    `texts` are the words and signs by their terminals.
    """
    left = set(accepted) - HIDDEN
    named: list[str] = []
    if left >= VALUE:
        named.append("a value")
        left -= REST_OF_VALUE
    elif left >= TYPE:
        named.append("a type")
        left -= REST_OF_VALUE
    if left >= METHOD:
        named.append("a method such as `GET`")
        left -= REST_OF_METHOD
    if left >= OPERATOR:
        left -= REST_OF_OPERATOR | {"DOT", "LSQB", "DOTS"}
    named += sorted(NAMES[symbol] for symbol in left if symbol in NAMES)
    named += sorted(f"`{texts[symbol]}`" for symbol in left if symbol in texts)
    return listed(named) if 0 < len(named) <= MOST_NAMED else None


def listed(names: Iterable[str]) -> str:
    """`a, b or c`."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last

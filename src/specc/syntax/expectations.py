"""What the grammar would accept at a place: for messages, never for parsing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import attrs

from specc.syntax.tables import Tables

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

RULES = {
    "expression": "a value",
    "value": "a value",
    "type": "a type",
    "method": "a method such as `GET`",
}
"""Rules that are named in place of all that they may start with."""

GOING_ON = ("comparison", "addition", "multiplication", "suffix", "conjunction", "disjunction")
"""Rules of expressions. That a value may go on is not worth mentioning."""

MOST_NAMED = 6
"""A longer list of what is expected helps nobody."""

WINDOW = 24
"""How many states are looked at: what is accepted hardly ever depends on more."""


@attrs.frozen(eq=False)
class Expectations:
    """What a language can say of its places. `texts` are words and signs by their terminals."""

    tables: Tables
    texts: dict[str, str]
    starters: tuple[tuple[frozenset[str], str], ...]
    operators: frozenset[str]

    def accepted(self, states: list[int]) -> frozenset[str]:
        """The terminals that may come next on a stack of states."""
        return _accepted(self.tables, tuple(states[-WINDOW:]))

    def described(self, accepted: frozenset[str]) -> str | None:
        """What is accepted in words, or None where that is too much to say."""
        left = set(accepted) - HIDDEN
        named: list[str] = []
        for starters, name in self.starters:
            if left >= starters:
                named.append(name)
                left -= starters
        if len(left & self.operators) > 1:
            left -= self.operators
        named += sorted(NAMES[symbol] for symbol in left if symbol in NAMES)
        named += sorted(f"`{self.texts[symbol]}`" for symbol in left if symbol in self.texts)
        return listed(named) if 0 < len(named) <= MOST_NAMED else None


@cache
def expectations(tables: Tables) -> Expectations:
    """The expectations of a language, made once."""
    fixed = {**tables.signs, **tables.words}
    return Expectations(
        tables=tables,
        texts={terminal: text for text, terminal in fixed.items()},
        starters=tuple((_starters(tables, rule), name) for rule, name in RULES.items()),
        operators=_operators(tables),
    )


def is_terminal(symbol: str) -> bool:
    """Whether a symbol of the tables is a token: in a grammar of Lark those are in capitals."""
    return symbol.isupper()


def _starters(tables: Tables, origin: str) -> frozenset[str]:
    """The terminals that a rule may start with; rules that may be empty are none of ours."""
    found: set[str] = set()
    rules, seen = [origin], {origin}
    while rules:
        name = rules.pop()
        for first in {rule.symbols[0] for rule in tables.rules if rule.origin == name}:
            if is_terminal(first):
                found.add(first)
            elif first not in seen:
                seen.add(first)
                rules.append(first)
    return frozenset(found)


def _operators(tables: Tables) -> frozenset[str]:
    """What stands behind a value in the rules of expressions; helper rules start with it."""
    found: set[str] = set()
    for rule in tables.rules:
        if rule.origin.strip("_").startswith(GOING_ON):
            found.update(filter(is_terminal, rule.symbols[:2]))
    return frozenset(found)


@lru_cache(maxsize=1024)
def _accepted(tables: Tables, states: tuple[int, ...]) -> frozenset[str]:
    """By trying: a state's actions name more than its stack allows."""
    terminals = filter(is_terminal, tables.states[states[-1]])
    return frozenset(symbol for symbol in terminals if _shifts(tables, states, symbol))


def _shifts(tables: Tables, states: tuple[int, ...], symbol: str) -> bool:
    stack = list(states)
    while True:
        action = tables.states[stack[-1]].get(symbol)
        if action is None:
            return False
        if action >= 0:
            return True
        rule = tables.rules[~action]
        if len(rule.symbols) >= len(stack):
            return True
        if rule.symbols:
            del stack[-len(rule.symbols) :]
        goto = tables.states[stack[-1]][rule.origin]
        if goto in tables.ends.values():
            return symbol == "$END"
        stack.append(goto)


def listed(names: Iterable[str]) -> str:
    """`a, b or c`."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last

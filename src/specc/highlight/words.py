"""The words of the language by what they do: of the grammar, and the names that are built in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from specc.semantics.expressions.functions import FUNCTION_NAMES
from specc.semantics.types import SCALARS
from specc.syntax.language import tables
from specc.syntax.recovery import boundaries
from specc.syntax.tables import Tables

CONSTANTS = ("literal", "atom")
OPERATORS = ("comparison", "negation", "conjunction", "disjunction")
METHODS = ("method",)
MODIFIERS = ("modifiers",)
"""Rules whose words are of a class of their own."""


@attrs.frozen
class Words:
    """Words by class; each word of the grammar is in one of them at least.

    `declarations` start a declaration. `leading` start a statement in a block, `inner` stand
    further on in one; some do both. `types` and `functions` are names that are built in.
    """

    declarations: frozenset[str]
    leading: frozenset[str]
    inner: frozenset[str]
    methods: frozenset[str]
    modifiers: frozenset[str]
    operators: frozenset[str]
    constants: frozenset[str]
    types: frozenset[str]
    functions: frozenset[str]


@cache
def words() -> Words:
    """The words of this version's language."""
    known = tables()
    terminals = {terminal: word for word, terminal in known.words.items()}
    limits = boundaries(known)
    leading: set[str] = set()
    inner: set[str] = set()
    for number, state in enumerate(known.states):
        if number in limits.outermost | limits.documented:
            continue
        shifted = {terminals[one] for one, to in state.items() if one in terminals and to >= 0}
        (leading if number in limits.taking else inner).update(shifted)
    constants, operators, methods, modifiers = (
        _words_of(known, terminals, rules) for rules in (CONSTANTS, OPERATORS, METHODS, MODIFIERS)
    )
    special = constants | operators | methods | modifiers
    return Words(
        declarations=known.declaration_words,
        leading=frozenset(leading - special),
        inner=frozenset(inner - special - known.declaration_words),
        methods=methods,
        modifiers=modifiers,
        operators=operators,
        constants=constants,
        types=SCALARS,
        functions=FUNCTION_NAMES,
    )


def _words_of(
    known: Tables, terminals: Mapping[str, str], origins: tuple[str, ...]
) -> frozenset[str]:
    """The words that stand in rules of these names, and in what Lark makes of their repetitions."""
    return frozenset(
        terminals[symbol]
        for rule in known.rules
        if rule.origin.removeprefix("__").startswith(origins)
        for symbol in rule.symbols
        if symbol in terminals
    )

"""The LALR(1) tables of the language, as plain data: made from the grammar by Lark, once.

Lark reads the grammar and computes the tables; that is most of a cold start. They are plain data,
so they can be kept as JSON: with kept tables a run neither computes them nor imports Lark at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from specc.syntax.shape import Part

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule as LarkRule


START_SYMBOLS = ("module", "expression")
DECLARATIONS = "_items{declaration}"
"""The rule of the list of declarations in a module."""

State: TypeAlias = dict[str, int]
"""What to do at each symbol: go to a state (0 and above) or reduce by the rule `~action`."""


@attrs.frozen
class Rule:
    """One rule with everything that the parser wants to know of it.

    `builder` names the function that makes the rule's value. It is None where the value is a list
    (`makes_list`), and where the rule steps aside and its one part is the value.
    """

    origin: str
    symbols: tuple[str, ...]
    builder: str | None
    makes_list: bool
    parts: tuple[Part, ...]


@attrs.frozen(eq=False)
class Tables:
    """Everything that a grammar says, ready to parse with.

    `words` and `signs` are the terminals that are one fixed text, by that text; `patterns` are the
    others, each with its regular expression.
    """

    states: tuple[State, ...]
    starts: dict[str, int]
    ends: dict[str, int]
    rules: tuple[Rule, ...]
    words: dict[str, str]
    signs: dict[str, str]
    patterns: dict[str, str]

    @property
    def declaration_words(self) -> frozenset[str]:
        """The words that a declaration starts with."""
        outside = self.states[self.states[self.starts["module"]][DECLARATIONS]]
        return frozenset(word for word, terminal in self.words.items() if terminal in outside)


def build(grammar: str) -> Tables:
    """The tables of a grammar, computed by Lark."""
    from lark import Lark  # not at the top: kept tables do without Lark

    return _tables(Lark(grammar, parser="lalr", start=list(START_SYMBOLS), maybe_placeholders=True))


def _tables(lark: Lark) -> Tables:
    # `_parse_table` is Lark's own business, which is why its minor version is pinned.
    table = lark.parser.parser._parse_table
    numbers: dict[LarkRule, int] = {}
    states: list[State] = [{} for _ in table.states]
    for state, actions in table.states.items():
        for symbol, (action, argument) in actions.items():
            if action.name == "Shift":
                states[state][symbol] = argument
            else:
                states[state][symbol] = ~numbers.setdefault(argument, len(numbers))
    fixed = {t.pattern.value: t.name for t in lark.terminals if t.pattern.type == "str"}
    patterns = sorted(
        (t for t in lark.terminals if t.pattern.type == "re"), key=lambda t: -t.priority
    )
    return Tables(
        states=tuple(states),
        starts=dict(table.start_states),
        ends=dict(table.end_states),
        rules=tuple(_rule(rule) for rule in numbers),
        words={text: name for text, name in fixed.items() if text.isidentifier()},
        signs={text: name for text, name in fixed.items() if not text.isidentifier()},
        patterns={t.name: t.pattern.value for t in patterns},
    )


def _rule(rule: LarkRule) -> Rule:
    parts = tuple(_parts(rule))
    makes_list = rule.origin.name.startswith("_")
    steps_aside = rule.options.expand1 and not rule.alias and len(parts) == 1
    named = rule.alias or rule.options.template_source or rule.origin.name
    return Rule(
        origin=rule.origin.name,
        symbols=tuple(symbol.name for symbol in rule.expansion),
        builder=None if makes_list or steps_aside else str(named),
        makes_list=makes_list,
        parts=parts,
    )


def _parts(rule: LarkRule) -> list[Part]:
    """The arguments in order: Lark marks with True where an optional part is absent."""
    absent = rule.options.empty_indices or (False,) * len(rule.expansion)
    symbols = enumerate(rule.expansion)
    parts: list[Part] = []
    for gap in absent:
        if gap:
            parts.append(Part(None, many=False))
            continue
        place, symbol = next(symbols)
        if rule.options.keep_all_tokens or not getattr(symbol, "filter_out", False):
            parts.append(Part(place, many=not symbol.is_term and symbol.name.startswith("_")))
    return parts


def to_data(tables: Tables) -> Any:
    """The tables as JSON can hold them."""
    return {
        "states": tables.states,
        "starts": tables.starts,
        "ends": tables.ends,
        "rules": [attrs.astuple(rule, recurse=False) for rule in tables.rules],
        "words": tables.words,
        "signs": tables.signs,
        "patterns": tables.patterns,
    }


def from_data(data: Any) -> Tables:
    """The tables that `to_data` was given."""
    rules = (
        Rule(origin, tuple(symbols), builder, makes_list, tuple(Part(*part) for part in parts))
        for origin, symbols, builder, makes_list, parts in data["rules"]
    )
    return Tables(
        states=tuple(data["states"]),
        starts=data["starts"],
        ends=data["ends"],
        rules=tuple(rules),
        words=data["words"],
        signs=data["signs"],
        patterns=data["patterns"],
    )

"""The parser's engine: walks the tables along the tokens of a text, and builds as it goes.

An LALR(1) parser is a stack of states. Each token either goes on the stack, or says that the topmost
symbols are a whole rule, which then takes their place. Lark's own loop does the same; this one cuts
the tokens itself, so that a word is a keyword only where the grammar has a use for it, and is several
times as fast, because it makes neither token objects nor trees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeAlias

import attrs

from specc.source import Span
from specc.syntax.mistake import Mistake
from specc.syntax.scanner import Scanner, make_scanner
from specc.syntax.shape import Pick, picker
from specc.syntax.tables import Rule, State, Tables

Builder: TypeAlias = Callable[..., Any]
"""Makes the value of a rule: called with its span and, in order, the values of its parts."""

Reader: TypeAlias = Callable[[str, Span, str], Any]
"""Makes the value of a token: called with its text, its span, and the whole text it stands in."""

BLOCK, OBJECT, ROUND, SQUARE, PATH = "block {", "{", "(", "[", "path {"
OPENERS = {"LBRACE": OBJECT, "LPAR": ROUND, "LSQB": SQUARE, "PATH_HEAD": PATH}
CLOSERS = frozenset(["RBRACE", "RPAR", "RSQB", "PATH_TAIL"])
MAX_DEPTH = 100
"""How many brackets may be open at once: later stages walk the tree recursively."""

CONTINUATIONS = ("|", "(", "->")
"""A line that starts so goes on with the statement of the line before."""

AMBIGUOUS = {
    "SLASH": ("REGEX", "PATH_HEAD", "PATH"),
    "RBRACE": ("PATH_MIDDLE", "PATH_TAIL"),
    "COMMA": ("_COMMA_NAME",),
    "STRING": ("KEY",),
    "DOC": ("MODULE_DOC",),
}
"""What a token may be instead, if the grammar accepts that at its place; the first that matches."""

LONGER = frozenset(["REGEX", "PATH_HEAD", "PATH", "PATH_MIDDLE", "PATH_TAIL"])
"""Those that end elsewhere than the token that they are instead of."""

new_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)


class Bracket(NamedTuple):
    """An open bracket: BLOCK, OBJECT, ROUND, SQUARE or PATH, and where it was opened."""

    kind: str
    start: int


class Reduction(NamedTuple):
    """What happens at the end of a rule.

    `make` is None for lists and for rules that step aside. `lead` is 1 where the rule starts with a
    doc string, which is no part of the declaration's span.
    """

    size: int
    origin: str
    make: Builder | None
    pick: Pick
    lead: int
    alone: bool


@attrs.frozen
class Fault:
    """A token that cannot stand where it stands, and the parser's stacks at that moment.

    Whoever repairs the fault changes the stacks in place.
    """

    kind: str
    span: Span
    states: list[int]
    values: list[Any]
    starts: list[int]
    brackets: list[Bracket]


class Listener(Protocol):
    """What hears of everything that is not the tree."""

    def comment(self, text: str, span: Span) -> None:
        """A comment was passed."""

    def mistake(self, mistake: Mistake) -> None:
        """A builder or reader found fault with what it was given."""

    def fault(self, fault: Fault) -> int | None:
        """The place to go on from, once the stacks are repaired; None gives up."""


class Gotos(dict[str, "Settled"]):
    """From one state: by the symbol that a rule became, where that leads."""

    def __init__(self, machine: Machine, below: int) -> None:
        self._machine = machine
        self._below = below

    def __missing__(self, origin: str) -> Settled:
        self[origin] = settled = Settled(self._machine, self._below, origin)
        return settled


class Settled(dict[str, int]):
    """The state after a rule, by the token that follows.

    Rules that step aside build nothing, and there is a chain of them below each plain value; so the
    chain is followed once for each token, and remembered.
    """

    def __init__(self, machine: Machine, below: int, origin: str) -> None:
        self._machine = machine
        self._below = below
        self._origin = origin

    def __missing__(self, kind: str) -> int:
        table, rules = self._machine.tables.states, self._machine.reductions
        actions = table[self._below]
        state = actions[self._origin]
        while (action := table[state].get(kind, 0)) < 0 and rules[~action].alone:
            state = actions[rules[~action].origin]
        self[kind] = state
        return state


class Machine:
    """A language ready to parse: its tables, its scanner, and the builders of its nodes."""

    def __init__(
        self, tables: Tables, builders: Mapping[str, Builder], readers: Mapping[str, Reader]
    ) -> None:
        self.tables = tables
        self.scanner: Scanner = make_scanner(tables)
        self.readers = dict(readers)
        self.reductions = [_reduction(rule, builders) for rule in tables.rules]
        self.defaults = [_default(state) for state in tables.states]
        self.gotos = [Gotos(self, state) for state in range(len(tables.states))]

    def run(self, text: str, start: int, end: int, symbol: str, listener: Listener) -> Any:
        """What the text from `start` to `end` is as `symbol`; None where the listener gave up.

        One long function, for its inner loop is where the time of a compilation goes.
        """
        table, rules, gotos, readers = self.tables.states, self.reductions, self.gotos, self.readers
        defaults = self.defaults
        words, signs, key_at = self.scanner.words, self.scanner.signs, self.scanner.at["KEY"]
        tokens = self.scanner.tokens.finditer

        states = [self.tables.starts[symbol]]
        values: list[Any] = []
        starts: list[int] = []
        brackets: list[Bracket] = []
        final = self.tables.ends[symbol]
        actions = table[states[0]]
        statement_starts = True  # a newline here ends nothing
        position = last_end = start

        while True:
            for match in tokens(text, position, end):
                # Which token is it?
                kind = match.lastgroup or ""
                word = match[kind]
                position = match.end()
                begin = position - len(word)
                if kind == "NAME":
                    if "KEY" in actions and key_at(text, begin, end):
                        kind = "KEY"
                    else:
                        kind = words.get(word, kind)
                        if kind not in actions:
                            kind = "NAME"
                elif kind == "_NL":
                    if statement_starts or (brackets and brackets[-1][0] is not BLOCK):
                        continue
                    if text.startswith(CONTINUATIONS, position, end):
                        continue
                elif kind == "COMMENT":
                    listener.comment(word, new_span((begin, position)))
                    continue
                elif kind == "END":
                    kind = "$END"
                else:
                    kind = signs.get(word, kind)
                    if kind in AMBIGUOUS:
                        kind, position = self._meant(
                            kind, begin, position, text, end, actions, brackets
                        )
                        word = text[begin:position]
                    if kind in OPENERS and len(brackets) >= MAX_DEPTH:
                        kind = "TOO_DEEP"

                # Which rules end before it?
                while True:
                    action = actions.get(kind)
                    if action is None:
                        action = defaults[states[-1]]
                    if action is None or action >= 0:
                        break
                    size, origin, make, pick, lead, alone = rules[~action]
                    if alone:
                        states[-1] = state = gotos[states[-2]][origin][kind]
                        actions = table[state]
                        if state == final and kind == "$END":
                            return values[-1]
                        continue
                    if size == 1:
                        parts = [values.pop()]
                        first = starts[-1]
                        states.pop()
                    elif size:
                        parts = values[-size:]
                        first = starts[lead - size]
                        del values[-size:], states[-size:], starts[1 - size :]
                        starts[-1] = first
                    else:
                        parts = []
                        first = begin
                        starts.append(first)
                    if make is None:
                        value = pick(parts)
                    else:
                        try:
                            value = make(new_span((first, last_end)), *pick(parts))
                        except Mistake as mistake:
                            listener.mistake(mistake)
                            value = mistake.instead
                    state = gotos[states[-1]][origin][kind]
                    states.append(state)
                    values.append(value)
                    actions = table[state]
                    if state == final and kind == "$END":
                        return value

                if action is None:
                    fault = Fault(kind, Span(begin, position), states, values, starts, brackets)
                    going_on = listener.fault(fault)
                    if going_on is None:
                        return None
                    position = last_end = going_on
                    actions = table[states[-1]]
                    statement_starts = True
                    break

                # It is shifted.
                states.append(action)
                actions = table[action]
                starts.append(begin)
                read = readers.get(kind)
                if read is None:
                    values.append(word)
                else:
                    try:
                        values.append(read(word, new_span((begin, position)), text))
                    except Mistake as mistake:
                        listener.mistake(mistake)
                        values.append(mistake.instead)
                statement_starts = kind == "_NL"
                if not statement_starts:
                    last_end = position
                    if kind in OPENERS:
                        opener = OPENERS[kind]
                        if opener is OBJECT and "_NL" in actions:
                            opener = BLOCK
                        brackets.append(Bracket(opener, begin))
                    elif kind in CLOSERS:
                        brackets.pop()
                    if kind in LONGER:
                        break

    def _meant(
        self,
        kind: str,
        begin: int,
        stop: int,
        text: str,
        end: int,
        actions: State,
        brackets: list[Bracket],
    ) -> tuple[str, int]:
        """What an ambiguous token is at this place, and where it ends."""
        if kind != "RBRACE" or (brackets and brackets[-1].kind is PATH):
            for other in AMBIGUOUS[kind]:
                if other in actions and (match := self.scanner.at[other](text, begin, end)):
                    return other, match.end()
        return kind, stop


def _default(state: State) -> int | None:
    """The reduction that is the only thing a state can do, if it is.

    It is done even where the next token is wrong, so that all of the text before a fault is built.
    """
    actions = set(state.values())
    return actions.pop() if len(actions) == 1 and min(actions) < 0 else None


def _reduction(rule: Rule, builders: Mapping[str, Builder]) -> Reduction:
    alone = len(rule.symbols) == 1 and not rule.builder and not rule.makes_list
    if rule.builder:
        make: Builder | None = builders[rule.builder]
    else:
        make = None if rule.makes_list else _only
    return Reduction(
        size=len(rule.symbols),
        origin=rule.origin,
        make=make,
        pick=picker(rule.parts, as_list=rule.makes_list),
        lead=int(rule.symbols[:1] == ("doc",)),
        alone=alone,
    )


def _only(span: Span, value: Any) -> Any:
    """The value of a rule that steps aside, such as an expression in parentheses."""
    return value

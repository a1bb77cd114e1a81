"""The parser's engine: walks the tables along the tokens of a text, and builds as it goes.

An LALR(1) parser is a stack of states. Each token either goes on the stack, or says that the
topmost symbols are a whole rule, which then takes their place. Lark's own loop does the same; this
one cuts the tokens itself, so that a word is a keyword only where the grammar has a use for it, and
is several times as fast, because it makes neither token objects nor trees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol, TypeAlias

import attrs

from specc.source import SPAN_BITS, Span, packed
from specc.syntax.mistake import Mistake
from specc.syntax.reductions import Builder, Gotos, default_action, reduction
from specc.syntax.scanner import Scanner, make_scanner
from specc.syntax.tables import State, Tables

Reader: TypeAlias = Callable[[str, Span, str], Any]
"""Makes the value of a token: called with its text, its span, and the whole text it stands in."""

BLOCK, OBJECT, ROUND, SQUARE, PATH = "block {", "{", "(", "[", "path {"
OPENERS = {"LBRACE": OBJECT, "LPAR": ROUND, "LSQB": SQUARE, "PATH_HEAD": PATH}
CLOSERS = frozenset(["RBRACE", "RPAR", "RSQB", "PATH_TAIL"])

MAX_DEPTH = 100
"""How many brackets may be open at once: later stages walk the tree recursively."""

CONTINUATIONS = ("|", "(", "->", "#")
"""A line that starts so may go on with the statement of the line before; see the next."""

CONTINUATION = re.compile(r"(?:[ \t\r\n]|#[^\n]*\n)*(?:[|(]|->)")
"""How a line starts that does go on, with any lines before it that hold nothing but comments."""

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


class Bracket(NamedTuple):
    """An open bracket: BLOCK, OBJECT, ROUND, SQUARE or PATH, and where it was opened."""

    kind: str
    start: int


@attrs.frozen
class Fault:
    """A token that cannot stand where it stands, and the parser's stacks at that moment.

    The first state is the one to start in; each other state stands for a symbol, whose value and
    start are on the other stacks. Whoever repairs the fault changes the stacks in place.
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

    def fault(self, fault: Fault) -> int:
        """The place to go on from, once the stacks are repaired."""


class Machine:
    """A language ready to parse: its tables, its scanner, and what makes its nodes."""

    def __init__(
        self, tables: Tables, builders: Mapping[str, Builder], readers: Mapping[str, Reader]
    ) -> None:
        self.tables = tables
        self.scanner: Scanner = make_scanner(tables)
        self.readers = dict(readers)
        self.reductions = [reduction(rule, builders) for rule in tables.rules]
        self.defaults = [default_action(state) for state in tables.states]
        states = range(len(tables.states))
        self.gotos = [Gotos(tables, self.reductions, state) for state in states]

    def run(self, text: str, start: int, end: int, symbol: str, listener: Listener) -> Any:
        """What the text from `start` to `end` is as `symbol`.

        One long function, for its inner loop is where the time of a compilation goes.
        """
        table, gotos, defaults = self.tables.states, self.gotos, self.defaults
        reductions, readers = self.reductions, self.readers
        words, signs, key_at = self.scanner.words, self.scanner.signs, self.scanner.at["KEY"]
        tokens = self.scanner.tokens.finditer

        states = [self.tables.starts[symbol]]
        values: list[Any] = []
        starts: list[int] = []
        brackets: list[Bracket] = []
        final = self.tables.ends[symbol]
        actions = table[states[0]]
        statement_starts = True  # a newline here ends nothing
        goes_on = start  # up to here newlines are blanks
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
                    if position < goes_on:
                        continue
                    if text.startswith(CONTINUATIONS, position, end) and (
                        continuation := CONTINUATION.match(text, position, end)
                    ):
                        goes_on = continuation.end()
                        continue
                elif kind == "COMMENT":
                    listener.comment(word, packed(begin << SPAN_BITS | position))
                    continue
                elif kind == "END":
                    kind = "$END"
                else:
                    kind = signs.get(word, kind)
                    if kind in AMBIGUOUS and (
                        other := self._meant(kind, text, begin, end, actions, brackets)
                    ):
                        kind, position = other
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
                    size, origin, make, pick, lead, alone = reductions[~action]
                    if alone:
                        states[-1] = state = gotos[states[-2]][origin][kind]
                        actions = table[state]
                        if state == final and kind == "$END":
                            return values[-1]
                        continue
                    if size == 1:
                        states.pop()
                        parts = [values.pop()]
                        first = starts[-1]
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
                        value: Any = pick(parts)
                    else:
                        try:
                            value = make(packed(first << SPAN_BITS | last_end), *pick(parts))
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
                    span = Span(begin, position)
                    fault = Fault(kind, span, states, values, starts, brackets)
                    position = last_end = listener.fault(fault)
                    actions = table[states[-1]]
                    statement_starts = True
                    break

                # It goes on the stack.
                states.append(action)
                actions = table[action]
                starts.append(begin)
                read = readers.get(kind)
                if read is None:
                    values.append(word)
                else:
                    try:
                        values.append(read(word, packed(begin << SPAN_BITS | position), text))
                    except Mistake as mistake:
                        listener.mistake(mistake)
                        values.append(mistake.instead)
                statement_starts = kind == "_NL"
                if statement_starts:
                    continue
                last_end = position
                if kind in OPENERS:
                    block = kind == "LBRACE" and "_NL" in actions
                    brackets.append(Bracket(BLOCK if block else OPENERS[kind], begin))
                elif kind in CLOSERS:
                    brackets.pop()
                if kind in LONGER:
                    break

    def _meant(
        self,
        kind: str,
        text: str,
        begin: int,
        end: int,
        actions: State,
        brackets: list[Bracket],
    ) -> tuple[str, int] | None:
        """What an ambiguous token is instead at this place, and where it ends."""
        if kind == "RBRACE" and not (brackets and brackets[-1].kind is PATH):
            return None
        for other in AMBIGUOUS[kind]:
            if other in actions and (match := self.scanner.at[other](text, begin, end)):
                return other, match.end()
        return None

"""Panic mode: after a fault, gives up on one statement and goes on behind it.

The stacks are cut back to the place where the broken statement started, which is where its block
takes statements; then the text is skipped to the end of the statement. Where that is, brackets
alone cannot say, for one may be missing: the lines' margins have a say in it.
"""

import re
from collections.abc import Callable
from functools import cache

import attrs

from specc.source import Span
from specc.syntax.layout import line_end, line_start, margin
from specc.syntax.machine import BLOCK, OBJECT, PATH, ROUND, SQUARE, Bracket, Fault
from specc.syntax.scanner import Scanner
from specc.syntax.tables import DECLARATIONS, Tables

CLOSING = {")": "(", "]": "[", "}": "{"}
OPENING = frozenset(CLOSING.values())
SIGNS = {BLOCK: "{", OBJECT: "{", PATH: "{", ROUND: "(", SQUARE: "["}
HEADING = re.compile(r"[A-Za-z]+[ \t]+([A-Za-z_][A-Za-z0-9_-]*)")
"""How a declaration gives a name, even one whose first word is misspelt."""

CAPTURE = re.compile(r"[-=]>[ \t]*([A-Za-z_][A-Za-z0-9_]*)")


@attrs.frozen
class Boundaries:
    """The states in which a statement may start.

    `taking` have the list of statements on top. `opening` have it not yet: by the state, the list's
    symbol. `outermost` are those of `taking` that are outside of all blocks. And `documented` are
    the states with a doc string on top.

    `declaration` matches how a declaration starts. In the first column of a line nothing else is
    likely to look so, whatever brackets may be open.
    """

    taking: frozenset[int]
    opening: dict[int, str]
    outermost: frozenset[int]
    documented: frozenset[int]
    declaration: re.Pattern[str]


@cache
def boundaries(tables: Tables) -> Boundaries:
    """The boundaries of a language: rules that are lists of statements are called so."""
    taking: set[int] = set()
    outermost: set[int] = set()
    documented: set[int] = set()
    opening: dict[int, str] = {}
    for number, state in enumerate(tables.states):
        for symbol, action in state.items():
            if symbol in ("doc", "DOC") and action >= 0:
                documented.add(action)
            if symbol.startswith(("_items{", "_rows{")):
                taking.add(action)
                opening[number] = symbol
                if symbol == DECLARATIONS:
                    outermost.add(action)
    words = "|".join(sorted(tables.declaration_words))
    return Boundaries(
        taking=frozenset(taking),
        opening=opening,
        outermost=frozenset(outermost),
        documented=frozenset(documented),
        declaration=re.compile(rf"(?:{words})(?:[ \t]+[A-Za-z_]|[ \t]*\")"),
    )


@attrs.frozen
class Place:
    """Where a fault stands: in which statement, and in which declaration.

    `depth` is how many states lie below the broken statement, `start` where it starts. `outside`
    says that the statement is a declaration itself. `open_brackets` are those that it opened.
    """

    depth: int
    start: int
    outside: bool
    open_brackets: tuple[Bracket, ...]


def place(fault: Fault, limits: Boundaries, outermost: bool = False) -> Place:
    """The innermost statement that a fault stands in, or the outermost: its declaration."""
    states, starts = fault.states, fault.starts
    depth = len(states)
    wanted = limits.outermost if outermost else limits.taking
    opened = limits.opening.get(states[-1])
    if opened is None or (outermost and opened != DECLARATIONS):
        while depth > 1 and states[depth - 1] not in wanted:
            depth -= 1
    start = starts[depth - 1] if depth <= len(starts) else fault.span.start
    below = states[depth - 1]
    return Place(
        depth=depth,
        start=start,
        outside=below in limits.outermost or limits.opening.get(below) == DECLARATIONS,
        open_brackets=tuple(bracket for bracket in fault.brackets if bracket.start >= start),
    )


def cut_back(fault: Fault, at: Place, tables: Tables, limits: Boundaries) -> None:
    """Takes the broken statement off the stacks."""
    states, values, starts, brackets = fault.states, fault.values, fault.starts, fault.brackets
    del states[at.depth :], values[at.depth - 1 :], starts[at.depth - 1 :]
    symbol = limits.opening.get(states[-1])
    if states[-1] not in limits.taking and symbol is not None:
        states.append(tables.states[states[-1]][symbol])
        values.append([])
        starts.append(at.start)
    while brackets and brackets[-1].start >= at.start:
        brackets.pop()


def skip(
    text: str,
    fault: Fault,
    at: Place,
    limits: Boundaries,
    scanner: Scanner,
    comment: Callable[[str, Span], None],
) -> int:
    """Where the statement behind the broken one starts, or its block's closing brace.

    Comments on the way are told of.
    """
    indent = margin(text, at.start)
    opened = [SIGNS[bracket.kind] for bracket in at.open_brackets]
    position, length = fault.span.start, len(text)
    while position < length:
        match = scanner.tokens.match(text, position)
        assert match is not None, "any character is a token"
        start, position = match.span(match.lastindex or 0)
        kind, word = match.lastgroup, text[start:position]
        if kind == "COMMENT":
            comment(word, Span(start, position))
        elif kind == "_NL":
            if is_declaration(text, position, limits):
                return position
            if _ends_at_newline(text, position, indent, opened, at.outside):
                return position
        elif word in OPENING:
            opened.append(word)
        elif word in CLOSING:
            if CLOSING[word] in opened:
                while opened.pop() != CLOSING[word]:
                    pass
            elif word == "}" and not at.outside:
                return start
        elif kind in ("STRAY", "ANY"):
            position = _end_of_foreign(text, start, position)
    return length


def is_declaration(text: str, offset: int, limits: Boundaries) -> bool:
    """Whether a declaration starts at a place in the first column of its line."""
    at_margin = offset == line_start(text, offset)
    return at_margin and limits.declaration.match(text, offset) is not None


def _end_of_foreign(text: str, start: int, stop: int) -> int:
    """Where what starts with a token that is none of ours ends; its brackets mean nothing."""
    if text.startswith("/*", start):
        end = text.find("*/", stop)
        return len(text) if end < 0 else end + 2
    if text[start:stop] in ("//", '"', '"""'):
        return line_end(text, stop)
    if text[start:stop] in "'`":
        end = text.find(text[start], stop, line_end(text, stop))
        return stop if end < 0 else end + 1
    return stop


def _ends_at_newline(
    text: str, following: int, indent: int, opened: list[str], outside: bool
) -> bool:
    """Whether the broken statement does not go on in the next line, which starts at `following`."""
    deeper = margin(text, following) - indent
    if deeper > 0:
        return False
    if text.startswith(("}", ")", "]"), following):
        # At its own margin it closes what the statement opened, or what a heading was to open.
        return deeper < 0 or not (opened or outside)
    # Text without margins: only a brace can say that the statement goes on.
    return not (indent == 0 and "{" in opened)


def lost_names(text: str, at: Place, resume: int, fault: Fault, limits: Boundaries) -> set[str]:
    """The names that the broken statement, and the declaration around it, would have declared."""
    names = set(CAPTURE.findall(text, at.start, resume))
    outermost = place(fault, limits, outermost=True)
    # A declaration's first symbol may be its doc string.
    for start in (outermost.start, *fault.starts[outermost.depth : outermost.depth + 1]):
        if heading := HEADING.match(text, start):
            names.add(heading[1].replace("-", "_"))
            break
    return names

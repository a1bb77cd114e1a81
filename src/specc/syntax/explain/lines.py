"""Mistakes in how a line is written: colons, dashes, units, two statements, doc strings."""

import re

from specc.diagnostics.catalogue.habits import EQUALS_SIGN, EXTRA_COLON, LIST_ITEM
from specc.diagnostics.catalogue.parts import BAD_UNIT
from specc.diagnostics.catalogue.syntax import (
    DASHED_NAME,
    MISPLACED_DOC,
    MISSING_COLON,
    TWO_STATEMENTS,
)
from specc.source import Span
from specc.syntax.explain.scene import Finding, Note, Scene
from specc.syntax.nodes.expressions import BASE_UNITS
from specc.syntax.wording import quoted

ITEM = re.compile(r"(?:[A-Za-z_][A-Za-z0-9_]*[ \t]*:[ \t]*)?-[ \t]+\S")
WORD = re.compile(r"[ \t]*[A-Za-z_][A-Za-z0-9_]*")
NUMBER_BEFORE = re.compile(r"[0-9]+(?:\.[0-9]+)?$")
DASHED = re.compile(r"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+")
NEAR = 100
"""How far before a fault the word or number is looked for that it belongs to."""

UNITS = ", ".join(unit for unit in BASE_UNITS if "B/" not in unit)

TOKEN_BEFORE = re.compile(r"[^\s:]+$")
WORD_BEFORE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*$")

UNNAMED = re.compile(
    r"(?P<call>[A-Za-z_][A-Za-z0-9_]{0,99})\([ \t]*"
    r'(?P<value>"[^"\n]{0,99}"|[A-Za-z0-9_][A-Za-z0-9_.\[\]-]{0,99})[ \t]*[,)]'
)
"""A call whose first argument is a value alone."""


def list_item(scene: Scene) -> Finding | None:
    start = scene.span.end if scene.kind == "_NL" else scene.line_first
    found = ITEM.match(scene.text, start)
    if found is None or scene.span.start > found.end():
        return None
    dash = scene.text.index("-", start)
    return Finding(
        LIST_ITEM,
        "`- ` starts an item of a YAML list; lists are written in brackets here",
        Span(dash, dash + 1),
        help="write `[a, b]`, or one statement a line in a `{ }` block",
    )


def extra_colon(scene: Scene) -> Finding | None:
    """`as: customer`, `endpoint x GET /y:`."""
    start = scene.span.start
    if scene.kind == "_NL" and "LBRACE" in scene.accepted and scene.text[start - 1] == ":":
        start -= 1
    elif scene.kind != "COLON":
        return None
    word = TOKEN_BEFORE.search(scene.text, max(scene.line, start - NEAR), start)
    return Finding(
        EXTRA_COLON,
        f"no colon follows {quoted(word[0])}" if word else "no colon stands here",
        Span(start, start + 1),
        help="only keys have colons: fields, parameters, arguments and the keys of objects",
    )


def missing_colon(scene: Scene) -> Finding | None:
    """A field, parameter or argument whose name is not followed by a colon."""
    if "KEY" not in scene.accepted or scene.kind not in ("NAME", "STRING"):
        return None
    return Finding(
        MISSING_COLON,
        f"a colon is missing behind {quoted(scene.word)}",
        scene.span,
        help="write `key: type` where it is declared, `key: value` where it is given",
    )


def unnamed_argument(scene: Scene) -> Finding | None:
    """`get_order(order.id)`: a value where an argument's name should stand."""
    found = UNNAMED.match(scene.text, scene.place.start)
    if found is None or not found.start("value") <= scene.span.start <= found.end():
        return None
    return Finding(
        MISSING_COLON,
        f"the argument {quoted(found['value'])} has no name",
        Span(found.start("value"), found.end("value")),
        help=f"write `{found['call']}(NAME: {found['value']})`, with a name that "
        f"`{found['call']}` declares",
    )


def equals_sign(scene: Scene) -> Finding | None:
    if scene.kind != "EQUAL":
        return None
    if "COMPARE" in scene.accepted:
        return Finding(
            EQUALS_SIGN,
            "`=` compares nothing: equality is written `==`",
            scene.span,
        )
    return Finding(
        EQUALS_SIGN,
        "`=` gives nothing a value here",
        scene.span,
        help="a step's answer gets a name by `-> name`, a key its value by `key: value`",
    )


def bad_unit(scene: Scene) -> Finding | None:
    """`5sec`, or a number without the unit that it needs."""
    if scene.kind == "NAME":
        start, stop = max(scene.line, scene.span.start - NEAR), scene.span.start
        number, word = NUMBER_BEFORE.search(scene.text, start, stop), scene.word
        if number is None:
            return None
        span = Span(number.start(), scene.span.end)
    elif scene.kind in ("INTEGER", "DECIMAL") and "QUANTITY" in scene.accepted:
        behind = WORD.match(scene.text, scene.span.end)
        word = behind[0].strip() if behind else ""
        span = Span(scene.span.start, behind.end() if behind else scene.span.end)
    else:
        return None
    return Finding(
        BAD_UNIT,
        f"{quoted(word)} is no unit" if word else f"{quoted(scene.word)} needs a unit",
        span,
        help=f"a unit follows its number without a space; units are {UNITS}",
    )


def dashed_name(scene: Scene) -> Finding | None:
    start = scene.span.start
    if scene.kind == "MINUS":
        before = WORD_BEFORE.search(scene.text, max(scene.line, start - NEAR), start)
        start = before.start() if before else start
    elif "KEY" not in scene.accepted:
        return None
    whole = DASHED.match(scene.text, start)
    if whole is None:
        return None
    return Finding(
        DASHED_NAME,
        f"a name has no dashes: {quoted(whole[0])}",
        Span(*whole.span()),
        help=f"write {quoted(whole[0].replace('-', '_'))}, or put quotes around it where it is the "
        "service's name for a field, a parameter or a header",
    )


def two_statements(scene: Scene) -> Finding | None:
    """A word that starts a statement, where the statement before it could have ended."""
    starts = scene.scanner.words.get(scene.word) in scene.statement_words
    if scene.at_statement_start or not starts or "_NL" not in scene.accepted:
        return None
    return Finding(
        TWO_STATEMENTS,
        f"`{scene.word}` starts another statement, which goes on a line of its own",
        scene.span,
        Note(Span(scene.place.start, scene.span.start), "the statement before it"),
    )


def misplaced_doc(scene: Scene) -> Finding | None:
    """A doc string that stands before nothing that it could document."""
    if scene.kind in ("DOC", "MODULE_DOC"):
        span = scene.span
    elif scene.fault.states[-1] in scene.boundaries.documented:
        start = scene.fault.starts[-1]
        span = Span(start, scene.text.rindex('"""', start, scene.span.start) + 3)
    else:
        return None
    return Finding(
        MISPLACED_DOC,
        "this doc string documents nothing",
        span,
        help="it stands right before a declaration, a contract's field, or alone at the top of a "
        "file; elsewhere write a comment, which starts with `#`",
    )

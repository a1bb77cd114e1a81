"""Reads tokens: makes their values of their text."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from sys import intern
from typing import Any

from specc.diagnostics.catalogue.parts import TOO_LONG
from specc.source import Span
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.expressions import Bool, Date, Null, Number, Quantity, Regex
from specc.syntax.strings import ParseExpression, read_key, read_text

MAX_DIGITS = 100
"""More than any service counts with; turning longer ones into numbers takes quadratic time."""

UNIT = re.compile(r"[^0-9.]")


def readers(parse: ParseExpression) -> dict[str, Callable[[str, Span, str], Any]]:
    """What reads each terminal that is more than its text; `parse` reads what strings fill in."""
    return {
        "NAME": name,
        "KEY": key,
        "STRING": partial(read_text, parse=parse),
        "INTEGER": integer,
        "DECIMAL": decimal,
        "QUANTITY": quantity,
        "DATE": date,
        "REGEX": regex,
        "TRUE": true,
        "FALSE": false,
        "NULL": null,
        "DOC": doc,
        "MODULE_DOC": doc,
        "PATH_HEAD": path_head,
        "PATH_MIDDLE": path_middle,
        "PATH_TAIL": path_tail,
    }


def name(word: str, span: Span, text: str) -> Name:
    return Name(intern(word), span)


def key(word: str, span: Span, text: str) -> Name:
    if word[0] == '"':
        word = read_key(word, span, text)
    return Name(intern(word), span)


def integer(word: str, span: Span, text: str) -> Number:
    _short(word, span, Number(0, span))
    return Number(int(word), span)


def decimal(word: str, span: Span, text: str) -> Number:
    _short(word, span, Number(0, span))
    return Number(Decimal(word), span)


def quantity(word: str, span: Span, text: str) -> Quantity:
    unit = UNIT.search(word)
    assert unit is not None
    _short(word, span, Quantity(Decimal(0), intern(word[unit.start() :]), span))
    return Quantity(Decimal(word[: unit.start()]), intern(word[unit.start() :]), span)


def _short(word: str, span: Span, instead: Number | Quantity) -> None:
    if len(word) > MAX_DIGITS:
        raise Mistake(
            TOO_LONG,
            f"a number has at most {MAX_DIGITS} digits",
            span,
            instead=instead,
            hint="a text of digits is written in quotes",
        )


def date(word: str, span: Span, text: str) -> Date:
    return Date(word, span)


def regex(word: str, span: Span, text: str) -> Regex:
    return Regex(word[1:-1].replace("\\/", "/"), span)


def true(word: str, span: Span, text: str) -> Bool:
    return Bool(True, span)


def false(word: str, span: Span, text: str) -> Bool:
    return Bool(False, span)


def null(word: str, span: Span, text: str) -> Null:
    return Null(span)


def doc(word: str, span: Span, text: str) -> str:
    """The text of a doc string without the margin of the lines behind the first."""
    first, *rest = word[3:-3].replace("\r\n", "\n").expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    return "\n".join([first.strip(), *(line[margin:].rstrip() for line in rest)]).strip("\n")


def path_head(word: str, span: Span, text: str) -> str:
    return word[:-1]


def path_middle(word: str, span: Span, text: str) -> str:
    return word[1:-1]


def path_tail(word: str, span: Span, text: str) -> str:
    return word[1:]

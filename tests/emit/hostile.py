"""Puts other texts into an IR wherever a spec's author is free to write what they like."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import attrs

from specc.ir.expressions import Const, Template
from specc.ir.nodes import Suite

HOSTILE = (
    'ends "in" quotes"',
    '"""',
    "'''",
    '""" + __import__("os").system("false") + """',
    "two\nlines",
    "carriage\rreturn",
    "back\\slash\\",
    "\\N{DIGIT ONE} \\x41 \\u0041 \\101",
    "{0} {x} {{ y }} {% raw %} {# c #}",
    "%s %(name)s $HOME ${x} `id`",
    "nul \x00 and bell \x07",
    "bidi \u202e\u2066 and \u200b",
    "# type: ignore # noqa",
    "type: ignore[attr-defined]",
    "-*- coding: latin-1 -*-",
    "line\u2028separator\u2029 \x85 \x0c",
    "fmt: off",
    "\ud7ff \U0001f600 \u00df \ufeff",
    "]]) # \n)]}",
    "f\"{1}\" rb'x' \\",
)

WORDS = ("doc", "title", "text")
"""Fields that hold what an author said in words."""

UNTOUCHED = ("definitions", "names")
"""What types are, by name: their words are names of the API."""


def hostile(number: int) -> str:
    return HOSTILE[number % len(HOSTILE)]


def harmless(number: int) -> str:
    return f"harmless {number}"


def reworded(suite: Suite, word: Callable[[int], str]) -> Suite:
    """The suite with each text replaced by that of a number; the same places each time."""
    numbers = count()

    def replaced(value: Any) -> Any:
        match value:
            case Const(str()):
                return Const(word(next(numbers)))
            case Template(parts):
                return Template(
                    tuple(
                        word(next(numbers)) if isinstance(part, str) else replaced(part)
                        for part in parts
                    )
                )
            case tuple():
                return tuple(replaced(item) for item in value)
            case dict():
                return {key: replaced(item) for key, item in value.items()}
            case _ if attrs.has(type(value)) and type(value).__module__.startswith("specc.ir."):
                return node(value)
            case _:
                return value

    def node(value: Any) -> Any:
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(value)):
            inner = getattr(value, field.name)
            if field.name in UNTOUCHED:
                continue
            if field.name in WORDS:
                changes[field.name] = word(next(numbers))
            elif field.name in ("place", "as_place"):
                changes[field.name] = f"{word(next(numbers))}:{next(numbers)}"
            elif field.name == "spec":
                changes[field.name] = word(next(numbers))
            else:
                changes[field.name] = replaced(inner)
        return attrs.evolve(value, **changes)

    return node(suite)

"""Reads small texts, and says what came of them."""

from pathlib import Path
from typing import Any

from specc.source import SourceFile, Span
from specc.syntax.nodes.declarations import Module
from specc.syntax.parser import Parsed, parse

SPECS = Path(__file__).parents[2] / "specs"
SAMPLES = sorted(SPECS.rglob("*.bts"))


def read(text: str) -> Parsed:
    """What the parser makes of a text."""
    return parse(SourceFile("test.bts", text))


def codes(text: str) -> list[str]:
    """The codes of the mistakes in a text, in their order."""
    return [found.code.id for found in read(text).diagnostics]


def module(text: str) -> Module:
    """The module of a text without mistakes."""
    parsed = read(text)
    assert not parsed.diagnostics, [found.message for found in parsed.diagnostics]
    return parsed.module


def declaration(text: str) -> Any:
    """The only declaration of a text."""
    (only,) = module(text).declarations
    return only


def clause(text: str) -> Any:
    """The only clause of an endpoint."""
    (only,) = declaration(f"endpoint x GET /x {{\n{text}\n}}").clauses
    return only


def step(text: str) -> Any:
    """The only step of a flow."""
    (only,) = declaration(f"flow x {{\n{text}\n}}").steps
    return only


def expression(text: str) -> Any:
    """An expression."""
    return step(f"expect {text}").condition


def type_of(text: str) -> Any:
    """A type."""
    return declaration(f"contract X = {text}").definition


def shown(text: str, span: Span) -> str:
    """What stands at a span."""
    return text[span.start : span.end]

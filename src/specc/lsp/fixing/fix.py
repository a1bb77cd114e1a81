"""A fix: what it does in words, and the edits that do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

import attrs

from specc.diagnostics.model import Diagnostic
from specc.driver import fresh
from specc.lsp.views import View
from specc.source import Span
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.endpoint import Endpoint

WAIVED_FOR = 30
"""Days for which a waiver that the editor writes holds."""


@attrs.frozen
class Edit:
    """A text in the place of what stands at a span of a module."""

    name: str
    span: Span
    text: str


@attrs.frozen
class Fix:
    """One way out. `preferred`: it is what was most likely meant."""

    title: str
    edits: tuple[Edit, ...]
    preferred: bool = False


Fixer: TypeAlias = Callable[[View, Module, Diagnostic], Iterator[Fix]]
"""What makes the fixes of a diagnostic that stands in a module of a view."""


def at_end(module: Module, text: str) -> Edit:
    """A declaration more, at the end of a module."""
    source = module.source.text
    end = len(source.rstrip())
    return Edit(module.source.name, Span(end, len(source)), f"\n\n{text}\n" if end else f"{text}\n")


def before_line(module: Module, offset: int, text: str) -> Edit:
    """A line more, with the same margin, before the one that an offset stands in."""
    source = module.source.text
    start = source.rfind("\n", 0, offset) + 1
    line = source[start:]
    margin = line[: len(line) - len(line.lstrip(" \t"))]
    return Edit(module.source.name, Span(start, start), f"{margin}{text}\n")


def clause(module: Module, endpoint: Endpoint, text: str, kinds: tuple[type, ...]) -> Edit:
    """A clause more in an endpoint: behind the last of these kinds, else at its end."""
    inside = [each for each in (*endpoint.clauses, *endpoint.waivers) if isinstance(each, kinds)]
    source = module.source.text
    if inside:
        after = max(inside, key=lambda each: each.span.end)
        line = source.rfind("\n", 0, after.span.start) + 1
        margin = source[line : after.span.start]
        if not margin.strip():
            end = source.find("\n", after.span.end)
            end = len(source) if end < 0 else end
            return Edit(module.source.name, Span(end, end), f"\n{margin}{text}")
    brace = endpoint.span.end - 1
    if source[brace] != "}":
        brace = endpoint.span.end
    line = source.rfind("\n", 0, brace) + 1
    if not source[line:brace].strip():
        return Edit(module.source.name, Span(line, line), f"  {text}\n")
    return Edit(module.source.name, Span(brace, brace), f"\n  {text}\n")


def waived_until() -> str:
    """The last day of a waiver that is written today."""
    return (date.fromisoformat(fresh.today()) + timedelta(days=WAIVED_FOR)).isoformat()

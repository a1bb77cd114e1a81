"""What every check works with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TypeAlias

import attrs

from specc.semantics.findings import Findings
from specc.semantics.resolver import Resolver
from specc.semantics.signatures import Signature, signature
from specc.semantics.symbols import Program, Scope, Symbol
from specc.semantics.typing import Typing
from specc.syntax.nodes.declarations import Module

ReadText: TypeAlias = Callable[[str], str | None]
"""Gives the text of a file beside the specs (a table of cases, say), or None."""


@attrs.frozen(eq=False, slots=False)
class Context:
    """One program under check. `damaged` declarations are those that syntax errors stand in."""

    program: Program
    resolver: Resolver
    findings: Findings
    typing: Typing
    damaged: frozenset[object]
    read_text: ReadText
    today: date

    @cached_property
    def signatures(self) -> dict[Symbol, Signature]:
        """The signatures of all endpoints, in the order of modules and declarations."""
        return {
            symbol: signature(symbol, self.program)
            for module in self.program.modules
            for symbol in self.program.scopes[module].own.values()
            if symbol.kind == "endpoint"
        }

    @cached_property
    def used(self) -> set[Symbol]:
        """Declarations that something mentions; checks add to it as they look names up."""
        return set()

    def is_partial(self, scope: Scope) -> bool:
        """Whether something that a module could see may be in what did not parse."""
        return (
            scope.incomplete
            or bool(self.damaged)
            or any(module.broken_names for module in self.program.modules)
        )

    def own(self, module: Module, kind: str) -> list[Symbol]:
        """The declarations of a kind that stand in a module."""
        return [item for item in self.program.scopes[module].own.values() if item.kind == kind]

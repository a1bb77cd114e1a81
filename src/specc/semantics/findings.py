"""Where the checks put what they find."""

from __future__ import annotations

from collections.abc import Iterable

from specc.diagnostics.code import Code
from specc.diagnostics.model import Diagnostic, Label
from specc.semantics.symbols import Symbol
from specc.source import Span
from specc.syntax.nodes.declarations import Module


class Findings:
    """Gathers diagnostics in the order found; `sorted_unique` orders them for the reader."""

    __slots__ = ("items",)

    def __init__(self) -> None:
        self.items: list[Diagnostic] = []

    def add(
        self,
        code: Code,
        message: str,
        module: Module,
        span: Span,
        label: str = "",
        *,
        secondary: Iterable[Label] = (),
        hint: str | None = None,
    ) -> None:
        """Notes one mistake: what is wrong, where, and (where known) the way out."""
        primary = Label(module.source, span, label)
        self.items.append(Diagnostic(code, message, primary, tuple(secondary), hint))


def declared_here(symbol: Symbol, message: str = "declared here") -> Label:
    """Points to the name of a declaration."""
    return Label(symbol.module.source, symbol.node.name.span, message)


def near_name(suggestion: str | None) -> str:
    """The label under a name that isn't there."""
    return f"did you mean `{suggestion}`?" if suggestion else ""

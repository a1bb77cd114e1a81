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

    __slots__ = ("_strangers", "items")

    def __init__(self) -> None:
        self.items: list[Diagnostic] = []
        self._strangers: set[tuple[Module, str]] = set()

    def is_repeated(self, module: Module, name: str, suggestion: str | None) -> bool:
        """Whether an unknown name needs no further report.

        A name that is near none is not misspelt: its declaration is missing, which is one mistake
        however often the module mentions it.
        """
        if suggestion is not None:
            return False
        known = (module, name) in self._strangers
        self._strangers.add((module, name))
        return known

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

"""What lowering needs to know: the program, the suite's names, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from specc.semantics.symbols import Program, Symbol
from specc.semantics.types import Type
from specc.source import Span
from specc.syntax.nodes.declarations import Module


@attrs.frozen
class Answer:
    """A capture of an endpoint's answer, with the type of its body where one is declared.

    `form` is what the body is: json, text or bytes.
    """

    type: Type | None
    form: str = "json"


@attrs.frozen
class Captures:
    """What a flow captured."""

    names: dict[str, Binding]


@attrs.frozen
class ColumnOf:
    """A column of a test's cases."""


Binding: TypeAlias = Answer | Captures | ColumnOf


@attrs.frozen(eq=False)
class Context:
    """A module being lowered. `bindings` are the names that steps have made so far."""

    program: Program
    names: dict[Symbol, str]
    module: Module
    bindings: dict[str, Binding]
    columns: Mapping[Symbol, tuple[str, ...]] = attrs.field(factory=dict)
    """The columns of flows' tables."""

    def place(self, span: Span) -> str:
        """`specs/shop.bts:84`."""
        return self.module.source.place(span)

    def text(self, span: Span) -> str:
        """The source text of a span, on one line."""
        return " ".join(self.module.source.text[span.start : span.end].split())

    def find(self, name: str) -> Symbol | None:
        """What a name stands for here."""
        return self.program.find(self.module, name)

    @property
    def service(self) -> str:
        """The service that the module's requests go to; "" where the suite has none."""
        services = self.program.services
        found = services.get(self.module) or services.get(self.program.root)
        return "" if found is None else self.names[found]

    def fresh(self) -> Context:
        """The same place with no names made yet."""
        return attrs.evolve(self, bindings={})

    def inside(self, flow: Symbol) -> Context:
        """Where a flow begins: its module, and the columns of its table."""
        columns = dict.fromkeys(self.columns.get(flow, ()), ColumnOf())
        return attrs.evolve(self, module=flow.module, bindings={**columns})

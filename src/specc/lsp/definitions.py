"""What a name stands for, told by the place where it is named: the same in every view."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from specc.lsp.shapes import Declared
from specc.semantics.symbols import Kind as SymbolKind
from specc.semantics.symbols import Symbol
from specc.source import Span
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.declarations import Module

Kind: TypeAlias = SymbolKind | Literal["field", "parameter", "capture", "column", "alias", "module"]


@attrs.frozen
class Definition:
    """A thing that has a name, and where it is named. A module is named by its whole file."""

    kind: Kind
    name: str
    file: str
    span: Span


@attrs.frozen
class Occurrence:
    """A name in a text. `declares`: it is the name of the definition itself."""

    span: Span
    definition: Definition
    declares: bool = False


def of_symbol(symbol: Symbol) -> Definition:
    """What a symbol is declared as."""
    return Definition(symbol.kind, symbol.name, symbol.module.source.name, symbol.node.name.span)


def of_name(kind: Kind, name: Name, module: Module) -> Definition:
    """A thing that is named here."""
    return Definition(kind, name.text, module.source.name, name.span)


def of_field(declared: Declared) -> Definition:
    """A field of a contract, or of an object within a type."""
    return of_name("field", declared.field.name, declared.module)

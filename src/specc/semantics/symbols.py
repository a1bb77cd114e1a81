"""Symbols: what is declared where, and what a name means in a module."""

from __future__ import annotations

from typing import Literal, TypeAlias
from weakref import ReferenceType

import attrs

from specc.semantics.types import Property, Type, looked_through
from specc.syntax.nodes.declarations import (
    Actor,
    Contract,
    Declaration,
    Flow,
    Module,
    Role,
    Service,
)
from specc.syntax.nodes.endpoint import Endpoint
from specc.syntax.nodes.load import Load
from specc.syntax.nodes.pipeline import Pipeline
from specc.syntax.nodes.security import Security

Kind: TypeAlias = Literal[
    "service", "role", "actor", "contract", "endpoint", "flow", "load", "security", "pipeline"
]
Named: TypeAlias = Service | Role | Actor | Contract | Endpoint | Flow | Load | Security | Pipeline


@attrs.frozen(eq=False, repr=False)
class Declared:
    """What a symbol stands for: the declaration, and the module that it is in."""

    module: Module
    node: Named


@attrs.frozen(eq=False, repr=False, weakref_slot=False)
class Symbol:
    """A declared thing: compared by identity, since two modules may use one name.

    Types are made of symbols, and outlive the syntax tree. So a symbol doesn't keep its declaration
    alive: the scope of its module does.
    """

    kind: Kind
    name: str
    _declared: ReferenceType[Declared]

    @property
    def module(self) -> Module:
        """The module that it is declared in; only while that module's scope is there."""
        return self._known().module

    @property
    def node(self) -> Named:
        """Its declaration; only while the scope of its module is there."""
        return self._known().node

    def _known(self) -> Declared:
        declared = self._declared()
        assert declared is not None, f"the program of {self!r} is gone"
        return declared

    def __repr__(self) -> str:
        return f"{self.kind} {self.name}"


def kind_of(declaration: Declaration) -> Kind | None:
    """The kind of symbol a declaration makes; None for imports and tests, which have no name."""
    return _KINDS.get(type(declaration))


_KINDS: dict[type, Kind] = {
    Service: "service",
    Role: "role",
    Actor: "actor",
    Contract: "contract",
    Endpoint: "endpoint",
    Flow: "flow",
    Load: "load",
    Security: "security",
    Pipeline: "pipeline",
}


@attrs.frozen(eq=False)
class Scope:
    """What the names of one module mean. Aliased imports are entered as `alias.name`.

    `declared` is what the module's own symbols stand for.
    `broken` are names whose declaration did not parse, `missing` the aliases of imports that were
    not found; `incomplete` says that such an import has no alias, so that any name may be its.
    """

    module: Module
    declared: tuple[Declared, ...]
    own: dict[str, Symbol]
    visible: dict[str, Symbol]
    broken: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    incomplete: bool = False

    def find(self, name: str) -> Symbol | None:
        """The symbol that a name, possibly dotted, stands for."""
        return self.visible.get(name)

    def is_excused(self, name: str) -> bool:
        """Whether a name that isn't there may be due to a mistake that was reported already."""
        if self.incomplete or name in self.broken:
            return True
        head, dot, rest = name.partition(".")
        return (
            head in self.missing
            or head in self.broken
            or (bool(dot) and f"{head}.{rest.partition('.')[0]}" in self.broken)
        )


@attrs.frozen(eq=False)
class Program:
    """One root module with all that it imports, linked and resolved.

    `modules` come in dependency order, the root last. `definitions` holds what each contract is.
    `types` holds the resolved type of every type node that stands in an endpoint, keyed by
    the node itself. `covered` are the modules whose obligations belong to the root's suite: the
    root and those imported modules that can reach no service on their own. `services` says which
    service each endpoint is served by.
    """

    root: Module
    modules: tuple[Module, ...]
    scopes: dict[Module, Scope]
    definitions: dict[Symbol, Type]
    types: dict[object, Type]
    covered: tuple[Module, ...]
    services: dict[Module, Symbol | None]
    exemplified: list[tuple[Module, Property]]
    """The fields whose types state an example, with the modules that they stand in."""

    def find(self, module: Module, name: str) -> Symbol | None:
        """What a name stands for in a module."""
        return self.scopes[module].find(name)

    def body_of(self, type_: Type) -> Type:
        """The type with contracts and field types looked through, one level at the top."""
        return looked_through(type_, self.definitions)

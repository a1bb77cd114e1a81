"""Every name that stands in a module, with the place where what it means is named."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Any

from specc.lsp.definitions import Definition, Kind, Occurrence, of_field, of_name, of_symbol
from specc.lsp.shapes import Shape, contract_field, field
from specc.lsp.steps import StepNames
from specc.semantics.context import Context
from specc.semantics.symbols import Symbol, kind_of
from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.declarations import Actor, Declaration, Flow, Import, Module, Test
from specc.syntax.nodes.endpoint import (
    Endpoint,
    ObligationWaiver,
    PagesClause,
    Parameter,
    PathParameter,
    ReturnsClause,
)
from specc.syntax.nodes.security import RuleSelection
from specc.syntax.nodes.types import Field, OnlyType, WithoutType
from specc.syntax.walk import children


def occurrences(context: Context, module: Module) -> tuple[Occurrence, ...]:
    """The names of a module of this program, in the order of the text."""
    walk = Walk(context, module)
    for declaration in module.declarations:
        walk.declaration(declaration)
    return tuple(sorted(set(walk.found), key=lambda one: (one.span, one.definition.span)))


def at(found: Iterable[Occurrence], offset: int) -> Occurrence | None:
    """The name at an offset, or right before it."""
    near = [one for one in found if one.span.start <= offset <= one.span.end]
    return min(
        near, key=lambda one: (one.span.end == offset, one.span.end - one.span.start), default=None
    )


class Walk:
    """Goes through a module's declarations and notes the names in them."""

    def __init__(self, context: Context, module: Module) -> None:
        self.context = context
        self.program = context.program
        self.module = module
        self.scope = context.program.scopes[module]
        self.found: list[Occurrence] = []
        self.aliases = {
            item.alias.text: of_name("alias", item.alias, module)
            for item in module.declarations
            if isinstance(item, Import) and item.alias is not None
        }

    def declaration(self, node: Declaration) -> None:
        """Notes the names of a declaration."""
        kind = kind_of(node)
        name = getattr(node, "name", None)
        if kind is not None and isinstance(name, Name):
            self.declare(kind, name)
        match node:
            case Import():
                self._import(node)
            case Endpoint():
                self._endpoint(node)
            case Flow(steps=steps):
                StepNames(self).steps(steps)
            case Test():
                StepNames(self).test(node)
            case Actor():
                self.ref(node.role)
                StepNames(self).actor(node)
            case _:
                self.inside(node)

    def declare(self, kind: Kind, name: Name) -> Definition:
        """Notes a name where it is declared."""
        definition = of_name(kind, name, self.module)
        self.found.append(Occurrence(name.span, definition, declares=True))
        return definition

    def mention(self, span: Span, definition: Definition) -> None:
        """Notes a name where it is used."""
        self.found.append(Occurrence(span, definition))

    def inside(self, node: Any) -> None:
        """Notes the names in all parts of a node."""
        for child in children(node):
            self.visit(child)

    def visit(self, node: Any) -> None:
        """Notes the names in a node that is part of another."""
        match node:
            case Ref():
                self.ref(node)
            case Field():
                self.declare("field", node.name)
                self.visit(node.type)
                if node.example is not None:
                    StepNames(self).value(node.example, Shape(node.type, self.module))
            case OnlyType(base, names) | WithoutType(base, names):
                self.visit(base)
                for name in names:
                    declared = field(self.program, Shape(base, self.module), name.text)
                    if declared is not None:
                        self.mention(name.span, of_field(declared))
            case RuleSelection(endpoints=endpoints):
                for endpoint in endpoints:
                    self.ref(endpoint)
            case ObligationWaiver():
                pass  # what it names is an obligation
            case _:
                self.inside(node)

    def ref(self, ref: Ref) -> Symbol | None:
        """Notes the names that a mention is made of: an alias, a declaration, fields."""
        text, start = ref.text, ref.span.start
        if ref.span.end - start != len(text):
            return None  # with blanks or comments about its dots
        head, *rest = text.split(".")
        symbol = self.scope.find(head)
        if symbol is None and rest:
            symbol = self.scope.find(f"{head}.{rest[0]}")
            if head in self.aliases:
                self.mention(Span(start, start + len(head)), self.aliases[head])
            start += len(head) + 1
            head, *rest = rest
        if symbol is None:
            return None
        self.mention(Span(start, start + len(head)), of_symbol(symbol))
        self._fields(symbol, rest, start + len(head) + 1)
        return symbol

    def _fields(self, contract: Symbol, names: list[str], start: int) -> None:
        shape: Shape | None = None
        for number, name in enumerate(names):
            declared = (
                field(self.program, shape, name)
                if number
                else contract_field(self.program, contract, name)
            )
            if declared is None:
                return
            self.mention(Span(start, start + len(name)), of_field(declared))
            shape = declared.shape
            start += len(name) + 1

    def _import(self, node: Import) -> None:
        if node.alias is not None:
            self.declare("alias", node.alias)
        written = node.path.plain
        if written:
            folder = posixpath.dirname(self.module.source.name)
            name = posixpath.normpath(posixpath.join(folder, written))
            self.mention(node.path.span, Definition("module", name, name, Span(0, 0)))

    def _endpoint(self, node: Endpoint) -> None:
        parameters: dict[str, Definition] = {}
        for part in node.path.parts:
            if isinstance(part, PathParameter):
                parameters[part.name.text] = self.declare("parameter", part.name)
                self.inside(part)
        for clause in node.clauses:
            if isinstance(clause, Parameter):
                definition = self.declare("parameter", clause.name)
                parameters.setdefault(clause.name.text, definition)
        for clause in node.clauses:
            self.inside(clause)
            names: list[Name] = []
            match clause:
                case ReturnsClause(conditions=conditions):
                    names = [each.parameter for each in conditions if each.parameter is not None]
                case PagesClause(parameters=paging):
                    names = list(paging)
                case _:
                    pass
            for name in names:
                if name.text in parameters:
                    self.mention(name.span, parameters[name.text])

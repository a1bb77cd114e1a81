"""Every name that stands in a module, with the place where what it means is named."""

from __future__ import annotations

import posixpath
import re
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
    Effect,
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

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


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
        names = self._names_of(ref)
        if not names:
            return None
        head, *rest = names
        symbol = self.scope.find(head.text)
        if symbol is None and rest:
            symbol = self.scope.find(f"{head.text}.{rest[0].text}")
            if head.text in self.aliases:
                self.mention(head.span, self.aliases[head.text])
            head, *rest = rest
        if symbol is None:
            return None
        self.mention(head.span, of_symbol(symbol))
        shape: Shape | None = None
        for number, name in enumerate(rest):
            declared = (
                field(self.program, shape, name.text)
                if number
                else contract_field(self.program, symbol, name.text)
            )
            if declared is None:
                break
            self.mention(name.span, of_field(declared))
            shape = declared.shape
        return symbol

    def _names_of(self, ref: Ref) -> list[Name]:
        """The names between the dots, where each stands: blanks may stand about the dots."""
        text = self.module.source.text
        names = [
            Name(match[0], Span(*match.span()))
            for match in _NAME.finditer(text, ref.span.start, ref.span.end)
        ]
        return names if [name.text for name in names] == ref.text.split(".") else []

    def _path(self, clause: Effect | PagesClause, names: tuple[str, ...], shape: Shape) -> None:
        """Notes the fields of `body.page.next`, at the end of a clause."""
        text = self.module.source.text
        start = text.rfind("body", clause.span.start, clause.span.end)
        found = list(_NAME.finditer(text, max(start, 0), clause.span.end))[1:]
        if start < 0 or [match[0] for match in found[: len(names)]] != list(names):
            return
        at: Shape | None = shape
        for match in found[: len(names)]:
            declared = field(self.program, at, match[0])
            if declared is None:
                return
            self.mention(Span(*match.span()), of_field(declared))
            at = declared.shape

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
        answer = self._answer(node)
        for clause in node.clauses:
            self.inside(clause)
            names: list[Name] = []
            match clause:
                case Effect(at=at) if at and answer is not None:
                    self._path(clause, at, answer)
                case PagesClause(source=("body", *path)) if answer is not None:
                    names = list(clause.parameters)
                    self._path(clause, tuple(path), answer)
                case ReturnsClause(conditions=conditions):
                    names = [each.parameter for each in conditions if each.parameter is not None]
                case PagesClause(parameters=paging):
                    names = list(paging)
                case _:
                    pass
            for name in names:
                if name.text in parameters:
                    self.mention(name.span, parameters[name.text])

    def _answer(self, node: Endpoint) -> Shape | None:
        """The shape of an endpoint's first success that has a body."""
        for clause in node.clauses:
            if isinstance(clause, ReturnsClause) and clause.status < 300 and clause.type:
                return Shape(clause.type, self.module)
        return None

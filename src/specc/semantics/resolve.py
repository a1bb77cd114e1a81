"""Resolution: what each contract is, and the types of all endpoints."""

from __future__ import annotations

from specc.semantics.circles import break_circles
from specc.semantics.endless import report_endless
from specc.semantics.findings import Findings
from specc.semantics.link import Linked
from specc.semantics.resolver import Resolver
from specc.semantics.symbols import Program
from specc.semantics.types import Type
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.endpoint import (
    BodyClause,
    Endpoint,
    Parameter,
    PathParameter,
    ReturnsClause,
)
from specc.syntax.nodes.types import TypeNode


def resolve(linked: Linked, findings: Findings) -> tuple[Program, Resolver] | None:
    """The program of a linked root, and the resolver for types that stand elsewhere."""
    if linked.root is None:
        return None
    resolver = Resolver(linked.scopes, findings, linked.damaged)
    types: dict[object, Type] = {}
    for module in linked.modules:
        for symbol in linked.scopes[module].own.values():
            if symbol.kind == "contract":
                resolver.definition(symbol)
    for module in linked.modules:
        for declaration in module.declarations:
            if isinstance(declaration, Endpoint):
                _resolve_endpoint(declaration, module, resolver, types)
    resolver.check_tags()
    break_circles(resolver.definitions, findings)
    report_endless(resolver.definitions, findings)
    program = Program(
        root=linked.root,
        modules=linked.modules,
        scopes=linked.scopes,
        definitions=resolver.definitions,
        types=types,
        covered=linked.covered,
        services=linked.services,
        exemplified=resolver.exemplified,
    )
    return program, resolver


def _resolve_endpoint(
    endpoint: Endpoint, module: Module, resolver: Resolver, types: dict[object, Type]
) -> None:
    def note(node: TypeNode | None) -> None:
        if node is not None:
            types[node] = resolver.type_of(node, module)

    for part in endpoint.path.parts:
        if isinstance(part, PathParameter):
            note(part.type)
    for clause in endpoint.clauses:
        match clause:
            case Parameter(type=node) | BodyClause(type=node):
                note(node)
            case ReturnsClause(type=node, headers=headers):
                note(node)
                for header in headers:
                    note(header.type)
            case _:
                pass

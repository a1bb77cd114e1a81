"""Which service an endpoint is served by, and which modules a root's suite answers for."""

from __future__ import annotations

from specc.diagnostics.catalogue import modules as codes
from specc.semantics.findings import Findings, declared_here
from specc.semantics.imports import Imports
from specc.semantics.symbols import Scope, Symbol
from specc.syntax.nodes.declarations import Module


def reachable_services(
    imports: Imports, scopes: dict[Module, Scope]
) -> dict[Module, tuple[Symbol, ...]]:
    """The services of each module: its own, or else those of all that it imports."""
    found: dict[Module, tuple[Symbol, ...]] = {}
    for module in imports.modules:
        services = tuple(item for item in scopes[module].own.values() if item.kind == "service")
        if not services:
            reached: dict[Symbol, None] = {}
            for edge in imports.edges[module]:
                if edge.module is not None:
                    reached.update(dict.fromkeys(found.get(edge.module, ())))
            services = tuple(reached)
        found[module] = services
    return found


def assign_services(
    reached: dict[Module, tuple[Symbol, ...]],
    scopes: dict[Module, Scope],
    root: Module,
    findings: Findings,
) -> dict[Module, Symbol | None]:
    """The service of each module's endpoints; a module that reaches none is the root's to serve."""
    fallback = reached[root][0] if reached[root] else None
    services: dict[Module, Symbol | None] = {}
    for module, candidates in reached.items():
        services[module] = candidates[0] if candidates else fallback
        if len(candidates) > 1:
            _report_ambiguous(module, candidates, scopes[module], findings)
    return services


def _report_ambiguous(
    module: Module, candidates: tuple[Symbol, ...], scope: Scope, findings: Findings
) -> None:
    endpoint = next((item for item in scope.own.values() if item.kind == "endpoint"), None)
    if endpoint is None:
        return
    names = " or ".join(f"`{item.name}`" for item in candidates)
    findings.add(
        codes.AMBIGUOUS_SERVICE,
        f"which service serves `{endpoint.name}`: {names}?",
        module,
        endpoint.node.name.span,
        "the first endpoint of a module that reaches more than one service",
        secondary=[declared_here(item) for item in candidates],
        hint="declare each service in the module of its endpoints",
    )


def covered_modules(root: Module, reached: dict[Module, tuple[Symbol, ...]]) -> tuple[Module, ...]:
    """The root, and the modules that reach no service: nobody else could answer for them."""
    return tuple(module for module, found in reached.items() if module is root or not found)

"""Linking: the root with all that it imports, and what every name means in each of them."""

from __future__ import annotations

import attrs

from specc.diagnostics.catalogue import modules as codes
from specc.diagnostics.model import Diagnostic, Label
from specc.semantics.findings import Findings
from specc.semantics.imports import Load, follow_imports
from specc.semantics.scopes import build_scopes
from specc.semantics.services import assign_services, covered_modules, reachable_services
from specc.semantics.symbols import Scope, Symbol
from specc.source import SourceFile, Span
from specc.syntax.nodes.declarations import Module


@attrs.frozen(eq=False)
class Linked:
    """What linking found. `root` is None where the root's own file could not be had.

    `damaged` holds the declarations that a syntax error stands in: parts of them may be missing,
    so that nothing is reported of what they lack.
    """

    root: Module | None
    modules: tuple[Module, ...]
    scopes: dict[Module, Scope]
    covered: tuple[Module, ...]
    services: dict[Module, Symbol | None]
    damaged: frozenset[object]
    diagnostics: tuple[Diagnostic, ...]


def link(root: str, load: Load) -> Linked:
    """Loads the root and what it imports, and gives every module its scope."""
    findings = Findings()
    imports = follow_imports(root, load, findings)
    if not imports.modules:
        missing = Diagnostic(
            codes.IMPORT_NOT_FOUND,
            f"there is no file `{root}`",
            Label(SourceFile(root, ""), Span(0, 0)),
        )
        return Linked(None, (), {}, (), {}, frozenset(), (missing,))
    main = imports.modules[-1]
    scopes = build_scopes(imports, findings)
    reached = reachable_services(imports, scopes)
    services = assign_services(reached, scopes, main, findings)
    damaged = frozenset(
        declaration
        for module, errors in imports.syntax_errors.items()
        for declaration in _damaged(module, errors)
    )
    return Linked(
        main,
        imports.modules,
        scopes,
        covered_modules(main, reached),
        services,
        damaged,
        tuple(findings.items),
    )


def _damaged(module: Module, errors: tuple[Diagnostic, ...]) -> list[object]:
    if not errors:
        return []
    places = sorted(error.primary.span.start for error in errors)
    hit: list[object] = []
    at = 0
    for declaration in module.declarations:
        while at < len(places) and places[at] < declaration.span.start:
            at += 1
        if at < len(places) and places[at] <= declaration.span.end:
            hit.append(declaration)
    return hit

"""Scopes: which name means what in each module."""

from __future__ import annotations

import re
from bisect import bisect_right
from weakref import ref

from specc.diagnostics.catalogue import modules as module_codes
from specc.diagnostics.catalogue import names as codes
from specc.diagnostics.model import Diagnostic, Label
from specc.semantics.findings import Findings, declared_here
from specc.semantics.imports import Imports
from specc.semantics.symbols import Declared, Scope, Symbol, kind_of
from specc.semantics.type_names import with_article
from specc.syntax.nodes.declarations import Import, Module, Test

_IMPORT = re.compile(r"^[ \t]*import\b", re.MULTILINE)


def build_scopes(imports: Imports, findings: Findings) -> dict[Module, Scope]:
    """The scope of every module: its own names and those that its imports bring in."""
    declared = {module: _declared(module) for module in imports.modules}
    own = {module: _own_names(module, declared[module], findings) for module in imports.modules}
    lost = frozenset(
        module for module in imports.modules if _has_lost_names(module, own[module], imports)
    )
    return {
        module: _scope(module, declared[module], own, imports, lost, findings)
        for module in imports.modules
    }


def _declared(module: Module) -> tuple[Declared, ...]:
    return tuple(
        Declared(module, declaration)
        for declaration in module.declarations
        if not isinstance(declaration, Import | Test)
    )


def _own_names(
    module: Module, declared: tuple[Declared, ...], findings: Findings
) -> dict[str, Symbol]:
    own: dict[str, Symbol] = {}
    for item in declared:
        declaration = item.node
        kind = kind_of(declaration)
        assert kind is not None
        symbol = Symbol(kind, declaration.name.text, ref(item))
        first = own.setdefault(symbol.name, symbol)
        if first is not symbol:
            findings.add(
                codes.DUPLICATE_NAME,
                f"`{symbol.name}` is declared twice",
                module,
                declaration.name.span,
                "the second time",
                secondary=[declared_here(first, f"first as {with_article(first.kind)} here")],
                hint="give one of them another name: declarations of all kinds share their names",
            )
    return own


def _scope(
    module: Module,
    declared: tuple[Declared, ...],
    own: dict[Module, dict[str, Symbol]],
    imports: Imports,
    lost: frozenset[Module],
    findings: Findings,
) -> Scope:
    visible: dict[str, Symbol] = dict(own[module])
    brought_by: dict[str, Import] = {}
    aliases: dict[str, Import] = {}
    broken = set(module.broken_names)
    missing: set[str] = set()
    incomplete = module in lost
    for edge in imports.edges[module]:
        statement = edge.statement
        alias = statement.alias
        if alias is not None:
            _check_alias(module, statement, aliases, own[module], findings)
            if edge.module is None:
                missing.add(alias.text)
                continue
            if edge.module in lost:
                missing.add(alias.text)
            for name, symbol in own[edge.module].items():
                visible.setdefault(f"{alias.text}.{name}", symbol)
            broken.update(f"{alias.text}.{name}" for name in edge.module.broken_names)
            continue
        if edge.module is None:
            incomplete = True
            continue
        incomplete = incomplete or edge.module in lost
        broken |= edge.module.broken_names
        for name, symbol in own[edge.module].items():
            first = visible.setdefault(name, symbol)
            if first is symbol:
                brought_by.setdefault(name, statement)
            else:
                _report_clash(module, statement, symbol, first, brought_by.get(name), findings)
    return Scope(
        module, declared, own[module], visible, frozenset(broken), frozenset(missing), incomplete
    )


def _has_lost_names(module: Module, own: dict[str, Symbol], imports: Imports) -> bool:
    """Whether syntax errors took an import or a name along: then any name may be that one."""
    errors = imports.syntax_errors[module]
    if not errors:
        return False
    if len(_IMPORT.findall(module.source.text)) > len(imports.edges[module]):
        return True
    # An error outside all declarations is what is left of one. Its name may be known to be broken.
    remains = sum(not _stands_in_a_declaration(error, module) for error in errors)
    return remains > sum(name not in own for name in module.broken_names)


def _stands_in_a_declaration(error: Diagnostic, module: Module) -> bool:
    at = error.primary.span.start
    before = bisect_right(module.declarations, at, key=lambda item: item.span.start)
    return before > 0 and at <= module.declarations[before - 1].span.end


def _check_alias(
    module: Module,
    statement: Import,
    aliases: dict[str, Import],
    own: dict[str, Symbol],
    findings: Findings,
) -> None:
    alias = statement.alias
    assert alias is not None
    first = aliases.setdefault(alias.text, statement)
    if first is not statement and first.alias is not None:
        other = Label(module.source, first.alias.span, "first used here")
    elif alias.text in own:
        other = declared_here(own[alias.text])
    else:
        return
    findings.add(
        module_codes.ALIAS_CLASH,
        f"the alias `{alias.text}` is taken",
        module,
        alias.span,
        secondary=[other],
        hint="choose another word after `as`",
    )


def _report_clash(
    module: Module,
    statement: Import,
    symbol: Symbol,
    first: Symbol,
    brought_by: Import | None,
    findings: Findings,
) -> None:
    if first.module is module:
        seen = declared_here(first, "this module declares it too")
    else:
        assert brought_by is not None
        seen = Label(
            module.source,
            brought_by.span,
            f"brings in `{first.name}` of `{first.module.source.name}`",
        )
    findings.add(
        codes.IMPORTED_NAME_CLASH,
        f"`{symbol.name}` would mean two things in this module",
        module,
        statement.span,
        f"brings in `{symbol.name}` of `{symbol.module.source.name}`",
        secondary=[seen, declared_here(symbol, "the second one is declared here")],
        hint='import one of them under a name of its own: `import "..." as other`',
    )

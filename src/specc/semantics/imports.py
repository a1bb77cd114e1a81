"""Following imports: from the root's name to all modules that it reaches, in dependency order."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from specc.diagnostics.catalogue import modules as codes
from specc.diagnostics.model import Diagnostic, Label
from specc.semantics.findings import Findings
from specc.syntax.nodes.declarations import Import, Module

if TYPE_CHECKING:
    from specc.syntax.parser import Parsed

Load: TypeAlias = "Callable[[str], Parsed | None]"
"""Gives the parsed module of a normalised name, or None where there is no such file."""


@attrs.frozen(eq=False)
class Edge:
    """One import and the module it leads to; None where that could not be had."""

    statement: Import
    module: Module | None


@attrs.frozen(eq=False)
class Imports:
    """All modules, each after what it imports (cycles apart), and the edges between them."""

    modules: tuple[Module, ...]
    edges: dict[Module, tuple[Edge, ...]]
    syntax_errors: dict[Module, tuple[Diagnostic, ...]]


@attrs.define(eq=False)
class _Visit:
    """A module whose imports are being followed."""

    name: str
    module: Module
    pending: Iterator[Import]
    edges: list[Edge] = attrs.field(factory=list)
    current: Import | None = None


def follow_imports(root: str, load: Load, findings: Findings) -> Imports:
    """Loads the root and whatever it reaches. Works off a stack: chains may be of any length."""
    walk = _Walk(load, findings)
    walk.run(posixpath.normpath(root))
    return Imports(tuple(walk.order), walk.edges, walk.syntax_errors)


class _Walk:
    def __init__(self, load: Load, findings: Findings) -> None:
        self.load = load
        self.findings = findings
        self.loaded: dict[str, Module | None] = {}
        self.order: list[Module] = []
        self.edges: dict[Module, tuple[Edge, ...]] = {}
        self.syntax_errors: dict[Module, tuple[Diagnostic, ...]] = {}
        self.stack: list[_Visit] = []

    def run(self, root: str) -> None:
        self.enter(root)
        while self.stack:
            visit = self.stack[-1]
            statement = next(visit.pending, None)
            if statement is None:
                self.stack.pop()
                self.edges[visit.module] = tuple(visit.edges)
                self.order.append(visit.module)
                continue
            visit.current = statement
            visit.edges.append(Edge(statement, self.follow(visit, statement)))

    def enter(self, name: str) -> Module | None:
        parsed = self.load(name)
        module = parsed.module if parsed is not None else None
        self.loaded[name] = module
        if parsed is not None and module is not None:
            self.findings.items.extend(parsed.diagnostics)
            self.syntax_errors[module] = tuple(parsed.diagnostics)
            imports = (item for item in module.declarations if isinstance(item, Import))
            self.stack.append(_Visit(name, module, imports))
        return module

    def follow(self, visit: _Visit, statement: Import) -> Module | None:
        written = statement.path.plain
        if written is None or not written or written.startswith("/") or "\\" in written:
            self.findings.add(
                codes.IMPORT_PATH,
                "the path of an import is relative, and plain text with `/` between its parts",
                visit.module,
                statement.path.span,
                hint=f"write it as seen from `{visit.module.source.name}`",
            )
            return None
        name = posixpath.normpath(posixpath.join(posixpath.dirname(visit.name), written))
        if name not in self.loaded:
            module = self.enter(name)
        else:
            module = self.loaded[name]
            self.report_cycle(name)
        if module is None:
            self.findings.add(
                codes.IMPORT_NOT_FOUND,
                f"there is no file `{name}`",
                visit.module,
                statement.path.span,
                "imported here",
                hint=f"the path is taken from the folder of `{visit.module.source.name}`",
            )
        return module

    def report_cycle(self, name: str) -> None:
        """Reports the import that leads back to a module whose own imports are being followed."""
        start = next((at for at, visit in enumerate(self.stack) if visit.name == name), None)
        if start is None:
            return
        chain = self.stack[start:]
        last = chain[-1]
        assert last.current is not None
        drawn = " → ".join(
            [*(visit.module.source.name for visit in chain), chain[0].module.source.name]
        )
        self.findings.add(
            codes.IMPORT_CYCLE,
            f"`{chain[0].module.source.name}` imports itself: {drawn}",
            last.module,
            last.current.path.span,
            "this import closes the circle",
            secondary=[
                Label(visit.module.source, visit.current.path.span, "by way of this import")
                for visit in chain[:-1]
                if visit.current is not None
            ],
            hint="move what both need to a module of its own, and import that",
        )

"""Declarations of the root that nothing uses."""

from __future__ import annotations

from specc.diagnostics.catalogue import load, names
from specc.diagnostics.catalogue import warnings as codes
from specc.semantics.context import Context
from specc.semantics.symbols import Symbol
from specc.syntax.nodes.declarations import Actor, Module, Test

_LOST = frozenset(
    {
        names.UNKNOWN_ENDPOINT,
        names.UNKNOWN_ROLE,
        names.UNKNOWN_TYPE,
        names.WRONG_KIND,
        load.INCOMPLETE,
    }
)
_KINDS = frozenset({"contract", "role", "actor", "flow"})
_USERS = frozenset({"service", "load", "security", "pipeline"})


def warn_of_unused(context: Context) -> None:
    """Warns of what the root declares for itself alone, and then never uses.

    A module without a service, tests or runs of its own is a library: whatever it declares is
    meant for others.
    """
    root = context.program.root
    scope = context.program.scopes[root]
    if not _runs_something(root, scope.own) or context.damaged:
        return
    if root.broken_names or scope.incomplete or _names_are_lost(context, root):
        return
    used = context.used | context.resolver.mentioned
    for symbol in scope.own.values():
        if symbol.kind not in _KINDS or symbol in used or _plays_a_part(context, symbol):
            continue
        context.findings.add(
            codes.UNUSED,
            f"the {symbol.kind} `{symbol.name}` is never used",
            root,
            symbol.node.name.span,
            hint="use it, or leave it out",
        )


def _runs_something(root: Module, own: dict[str, Symbol]) -> bool:
    return any(symbol.kind in _USERS for symbol in own.values()) or any(
        isinstance(declaration, Test) for declaration in root.declarations
    )


def _names_are_lost(context: Context, root: Module) -> bool:
    """Whether a name of the root stands for nothing: it may be meant for what seems unused."""
    return any(
        item.code in _LOST and item.primary.source is root.source for item in context.findings.items
    )


def _plays_a_part(context: Context, symbol: Symbol) -> bool:
    """Whether an actor's role is used: each of a role's actors is a stranger to the others."""
    if not isinstance(symbol.node, Actor):
        return False
    role = context.program.find(symbol.module, symbol.node.role.text)
    return role is None or role in context.used

"""Who calls: roles, actors, and the two that are built in."""

from __future__ import annotations

from specc.diagnostics.catalogue import names as codes
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.context import Context
from specc.semantics.findings import declared_here, near_name
from specc.semantics.symbols import Scope, Symbol
from specc.semantics.type_names import elsewhere, with_article
from specc.syntax.nodes.base import Ref

BUILT_IN = ("anonymous", "anyone")


def check_identity(
    context: Context, ref: Ref, scope: Scope, kinds: tuple[str, ...] = ("role", "actor")
) -> Symbol | None:
    """The role or actor that a name stands for; None for a built-in, or a mistake reported."""
    symbol = scope.visible.get(ref.text)
    if symbol is not None and symbol.kind in kinds:
        context.used.add(symbol)
        return symbol
    wanted = " or ".join(kinds)
    if symbol is not None:
        context.findings.add(
            codes.WRONG_KIND,
            f"`{ref.text}` is {with_article(symbol.kind)}, and {with_article(wanted)} is wanted"
            " here",
            scope.module,
            ref.span,
            secondary=[declared_here(symbol)],
        )
        return None
    if (ref.text in BUILT_IN and "actor" in kinds) or scope.is_excused(ref.text):
        return None
    candidates = [name for name, item in scope.visible.items() if item.kind in kinds]
    if "actor" in kinds:
        candidates += BUILT_IN
    suggestion = did_you_mean(ref.text, candidates)
    if context.findings.is_repeated(scope.module, ref.text, suggestion):
        return None
    context.findings.add(
        codes.UNKNOWN_ROLE,
        f"there is no {wanted} `{ref.text}`",
        scope.module,
        ref.span,
        near_name(suggestion),
        hint=elsewhere(ref.text, context.program.scopes.values(), kinds[0])
        or f"declare it: `{kinds[0]} {ref.text}`",
    )
    return None

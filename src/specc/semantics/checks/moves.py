"""`moves`: the field is there, and so are the states that it goes from and to."""

from __future__ import annotations

from specc.diagnostics.catalogue.effects import MOVES
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.context import Context
from specc.semantics.findings import near_name
from specc.semantics.signatures import Signature
from specc.semantics.types import Literal, Record, Union
from specc.source import Span
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.endpoint import MovesClause


def check_moves(context: Context) -> None:
    """Checks the states that endpoints bring things into."""
    for signature in context.signatures.values():
        if signature.node in context.damaged:
            continue
        for clause in signature.node.clauses:
            if isinstance(clause, MovesClause):
                _check(context, signature, clause)


def _check(context: Context, signature: Signature, clause: MovesClause) -> None:
    name, dot, field = clause.field.text.rpartition(".")
    scope = context.program.scopes[signature.symbol.module]
    span = clause.field.span
    if not dot:
        message = f"`{clause.field.text}` is no field of a contract"
        _report(context, signature, span, message, hint='write `Order.status "open" -> "paid"`')
        return
    thing = context.resolver.names.contract(Ref(name, span), scope)
    if thing is None:
        return
    context.used.add(thing)
    record = context.resolver.definition(thing)
    found = record.get(field) if isinstance(record, Record) else None
    if found is None:
        known = [item.name for item in record.properties] if isinstance(record, Record) else []
        message = f"`{name}` has no field `{field}`"
        _report(context, signature, span, message, did_you_mean(field, known))
        return
    body = context.resolver.body_of(found.type)
    options = body.options if isinstance(body, Union) else (body,)
    states = [str(option.value) for option in options if isinstance(option, Literal)]
    if len(states) < len(options):
        _report(context, signature, span, f"the type of `{clause.field.text}` is no union of texts")
        return
    for move in clause.moves:
        for state in (*move.states, move.to):
            word = state.plain or ""
            if word not in states:
                message = f'`{clause.field.text}` is never "{word}"'
                hint = f"its states are: {', '.join(states)}"
                _report(context, signature, state.span, message, did_you_mean(word, states), hint)


def _report(
    context: Context,
    signature: Signature,
    span: Span,
    message: str,
    near: str | None = None,
    hint: str | None = None,
) -> None:
    module = signature.symbol.module
    context.findings.add(MOVES, message, module, span, near_name(near), hint=hint)

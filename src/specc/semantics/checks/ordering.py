"""`sorts by` and `counts from`: what they name is in the list."""

from __future__ import annotations

from specc.diagnostics.catalogue.effects import LIST_ORDER
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.checks.paging import field_of
from specc.semantics.context import Context
from specc.semantics.findings import near_name
from specc.semantics.orders import bare
from specc.semantics.signatures import Signature, returned_type
from specc.semantics.types import Literal, Record, Union
from specc.source import Span
from specc.syntax.nodes.endpoint import CountsClause, SortKey, SortsClause


def check_ordering(context: Context) -> None:
    """Checks by what lists are sorted, and where they say how long they are."""
    for signature in context.signatures.values():
        if signature.node in context.damaged:
            continue
        for clause in signature.node.clauses:
            match clause:
                case SortsClause(keys=keys):
                    for key in keys:
                        _check_key(context, signature, key)
                case CountsClause():
                    _check_count(context, signature, clause)
                case _:
                    pass


def _check_key(context: Context, signature: Signature, key: SortKey) -> None:
    fields = _listed_fields(context, signature, key.span)
    if fields is None:
        return
    name = key.name.text
    argument = signature.arguments.get(name)
    if argument is not None and argument.place == "query" and not key.descending:
        body = context.resolver.body_of(argument.type)
        options = body.options if isinstance(body, Union) else (body,)
        words = [str(option.value) for option in options if isinstance(option, Literal)]
        wrong = [word for word in words if bare(word) not in fields]
        if len(words) < len(options):
            _report(context, signature, key.name.span, f"`{name}` is not a union of texts")
        elif wrong:
            text = f'`{name}` may be "{wrong[0]}", and what is listed has no such field'
            _report(context, signature, key.name.span, text, fields, bare(wrong[0]))
    elif name not in fields:
        text = f"there is no query parameter `{name}`, and no such field of what is listed"
        _report(context, signature, key.name.span, text, fields, name)


def _check_count(context: Context, signature: Signature, clause: CountsClause) -> None:
    answer = signature.success
    if _listed_fields(context, signature, clause.span) is None or answer is None:
        return
    place, *names = clause.source
    if place == "header":
        known = [header.name.text for header in answer.headers]
        if names[0].lower() not in [item.lower() for item in known]:
            text = f"the {answer.status} response has no header `{names[0]}`"
            _report(context, signature, clause.span, text, known, names[0])
        return
    type_ = returned_type(answer, context.program)
    for name in names:
        body = context.resolver.body_of(type_)
        found = field_of(context, body, name)
        if found is None:
            known = [item.name for item in body.properties] if isinstance(body, Record) else []
            text = f"the {answer.status} response has no field `{name}`"
            _report(context, signature, clause.span, text, known, name)
            return
        type_ = found


def _listed_fields(context: Context, signature: Signature, span: Span) -> list[str] | None:
    """The fields of the listed thing; None, reported, where nothing is listed."""
    scope = context.program.scopes[signature.symbol.module]
    for effect in signature.effects:
        if effect.kind == "lists":
            thing = scope.visible.get(effect.thing.text)
            body = None if thing is None else context.resolver.definition(thing)
            return [item.name for item in body.properties] if isinstance(body, Record) else None
    _report(context, signature, span, f"`{signature.symbol.name}` lists nothing")
    return None


def _report(
    context: Context,
    signature: Signature,
    span: Span,
    message: str,
    known: list[str] | None = None,
    name: str = "",
) -> None:
    context.findings.add(
        LIST_ORDER,
        message,
        signature.symbol.module,
        span,
        near_name(did_you_mean(name, known or ())),
        hint=f"there are: {', '.join(known)}" if known else None,
    )

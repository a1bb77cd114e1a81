"""`pages by`: the parameters and the place of the next cursor are there."""

from __future__ import annotations

from specc.diagnostics.catalogue.effects import PAGES
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.context import Context
from specc.semantics.findings import near_name
from specc.semantics.signatures import Signature, returned_type
from specc.semantics.types import UNKNOWN, MapOf, Record, Scalar, Type, Union
from specc.syntax.nodes.endpoint import PagesClause


def check_paging(context: Context) -> None:
    """Checks how the lists of all endpoints go on."""
    for signature in context.signatures.values():
        if signature.pages is not None and signature.node not in context.damaged:
            _check_parameters(context, signature, signature.pages)
            _check_source(context, signature, signature.pages)


def _check_parameters(context: Context, signature: Signature, pages: PagesClause) -> None:
    queries = [item.name for item in signature.arguments.values() if item.place == "query"]
    for name in pages.parameters:
        # `pages by _limit, link from header "Next-Page"`: the next page is a link, not a parameter.
        is_link = name.text == "link" and pages.source is not None
        if name.text not in queries and not is_link:
            context.findings.add(
                PAGES,
                f"the endpoint has no query parameter `{name.text}`",
                signature.symbol.module,
                name.span,
                near_name(did_you_mean(name.text, queries)),
                hint=f"declare it: `query {name.text}?: int`",
            )


def _check_source(context: Context, signature: Signature, pages: PagesClause) -> None:
    clause = signature.success
    if pages.source is None or pages.source[:1] != ("body",) or clause is None:
        return
    type_ = returned_type(clause, context.program)
    for name in pages.source[1:]:
        body = context.resolver.body_of(type_)
        field = field_of(context, body, name)
        if field is None:
            fields = [item.name for item in body.properties] if isinstance(body, Record) else []
            context.findings.add(
                PAGES,
                f"the {clause.status} response has no field `{name}`",
                signature.symbol.module,
                pages.span,
                near_name(did_you_mean(name, fields)),
                hint=f"its fields are: {', '.join(fields)}" if fields else None,
            )
            return
        type_ = field


def field_of(context: Context, body: Type, name: str) -> Type | None:
    """The type of a field of an answer; None where it has none of that name."""
    match body:
        case Record():
            found = body.get(name)
            return found.type if found is not None else UNKNOWN if body.open else None
        case MapOf(value):
            return value
        case Union(options):
            found_types = [
                field_of(context, context.resolver.body_of(option), name) for option in options
            ]
            return next((item for item in found_types if item is not None), None)
        case Scalar("any" | "json"):
            return UNKNOWN
    return UNKNOWN if body == UNKNOWN else None

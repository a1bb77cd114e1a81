"""A contract made of what stands in a place: of a type's fields, or of a body that is sent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from specc.lsp.completing.suggestion import key
from specc.lsp.declared import declaration_at, nodes, written
from specc.lsp.fixing.fix import Edit, Fix
from specc.lsp.views import View
from specc.source import Span
from specc.syntax.nodes.declarations import Declaration, Module
from specc.syntax.nodes.endpoint import BodyClause, ReturnsClause
from specc.syntax.nodes.expressions import (
    Bool,
    Expr,
    ListExpr,
    Null,
    Number,
    ObjectExpr,
    Text,
)
from specc.syntax.nodes.steps import CallStep
from specc.syntax.nodes.types import ObjectType


def from_here(view: View, module: Module, span: Span) -> Iterator[Fix]:
    """Contracts that could be declared of what stands about a place."""
    holder = declaration_at(module, Span(span.start, span.start))
    if holder is None:
        return
    for node in nodes(holder):
        match node:
            case BodyClause(type=ObjectType() as type_) if _holds(node.span, span):
                yield _of_type(view, module, holder, type_, "Body")
            case ReturnsClause(type=ObjectType() as type_) if _holds(node.span, span):
                yield _of_type(view, module, holder, type_, "Answer")
            case CallStep(body=ObjectExpr() as body) if _holds(body.span, span) and body.entries:
                name = _free(view, module, "Body")
                text = f"contract {name} {_type(body, 1)}"
                title = f"Declare a contract `{name}` from this body"
                yield Fix(title, (_before(module, holder, text),))
            case _:
                pass


def _of_type(
    view: View, module: Module, holder: Declaration, type_: ObjectType, ending: str
) -> Fix:
    words = str(getattr(getattr(holder, "name", None), "text", "")).split("_")
    name = _free(view, module, "".join(word.capitalize() for word in words) + ending)
    fields = written(module, type_.span)
    open_ = "open " if type_.open and not fields.startswith("open") else ""
    text = f"contract {name} {open_}{fields}"
    edits = (_before(module, holder, text), Edit(module.source.name, type_.span, name))
    return Fix(f"Declare a contract `{name}` of these fields", edits)


def _before(module: Module, holder: Declaration, text: str) -> Edit:
    """A declaration more, before another and its doc string."""
    source = module.source.text
    start = holder.span.start
    if getattr(holder, "doc", None) is not None:
        start = source.rfind('"""', 0, source.rfind('"""', 0, start))
    return Edit(module.source.name, Span(start, start), f"{text}\n\n")


def _free(view: View, module: Module, name: str) -> str:
    taken = view.context.program.scopes[module].visible if view.context else {}
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}{number}"
    return free


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _type(expr: Expr, depth: int) -> str:
    """The type that a value is most likely of, as it is written."""
    match expr:
        case Bool():
            return "bool"
        case Null():
            return "null"
        case Number(value):
            return "decimal" if isinstance(value, Decimal) else "int"
        case Text():
            return "string"
        case ListExpr(items):
            kinds = dict.fromkeys(_type(each, depth) for each in items)
            return f"[{' | '.join(kinds) or 'any'}]"
        case ObjectExpr(entries):
            margin = "  " * depth
            fields = {each.key: _type(each.value, depth + 1) for each in entries}
            lines = [f"{margin}{key(name)}: {type_}\n" for name, type_ in fields.items()]
            return "{\n" + "".join(lines) + "  " * (depth - 1) + "}"
    return "any"

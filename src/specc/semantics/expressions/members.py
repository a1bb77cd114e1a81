"""Members: `x.name`, on records, on lists after `[*]`, on unions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specc.diagnostics.catalogue import types as type_codes
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.expressions.environment import Environment, Inferred
from specc.semantics.expressions.proofs import path_key
from specc.semantics.findings import near_name
from specc.semantics.type_names import fields_label
from specc.semantics.types import (
    NULL,
    UNKNOWN,
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Property,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
)
from specc.source import Span
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import Expr, Member, Variable

if TYPE_CHECKING:
    from specc.semantics.expressions.inference import Inference


def source_text(expr: Expr, module: Module) -> str:
    """An expression as written."""
    return module.source.text[expr.span.start : expr.span.end]


def member_type(inference: Inference, expr: Member, env: Environment) -> Inferred:
    """The type of a member; notes whether its field may be absent."""
    subject = inference.infer(expr.subject, env)
    if subject.spread:
        item = subject.type.item if isinstance(subject.type, ListOf) else UNKNOWN
        found = _field(inference, expr, item, env)
        if found is None:
            return Inferred(UNKNOWN, spread=True)
        return Inferred(ListOf(found.type), subject.optional, spread=True)
    found = _field(inference, expr, subject.type, env)
    if found is None:
        return Inferred(UNKNOWN)
    optional = subject.optional or found.optional or _is_nullable(inference, found.type)
    if optional:
        inference.context.typing.optional.add(expr)
        if env.proven and path_key(expr) in env.proven:
            return Inferred(found.type)
    return Inferred(found.type, optional)


def _is_nullable(inference: Inference, type_: Type) -> bool:
    if isinstance(type_, Scalar | ListOf | Literal):
        return type_ == NULL
    body = inference.resolver.body_of(type_)
    return isinstance(body, Union) and NULL in body.options


def _field(inference: Inference, expr: Member, subject: Type, env: Environment) -> Property | None:
    body = inference.resolver.body_of(subject)
    match body:
        case Record():
            found = body.get(expr.name)
            if found is not None or body.open or _is_damaged(inference, subject):
                return found
            _report(inference, expr, subject, [item.name for item in body.properties], env)
            return None
        case MapOf(value):
            return Property(expr.name, value, optional=True)
        case Union(options):
            return _field_of_union(inference, expr, options, env)
        case Unknown() | Scalar("any" | "json"):
            return None
        case _:
            _report(inference, expr, subject, [], env)
            return None


def _field_of_union(
    inference: Inference, expr: Member, options: tuple[Type, ...], env: Environment
) -> Property | None:
    """The field of whichever options have it; it may be absent where some have not."""
    found: list[Property] = []
    names: dict[str, None] = {}
    objects = 0
    for option in options:
        body = inference.resolver.body_of(option)
        match body:
            case Record():
                objects += 1
                names.update(dict.fromkeys(item.name for item in body.properties))
                property_ = body.get(expr.name)
                if property_ is not None:
                    found.append(property_)
                elif body.open:
                    return None
            case Unknown() | MapOf() | Scalar("any" | "json") | Union():
                return None
            case _:
                pass
    if not found:
        _report(inference, expr, Union(options), list(names), env)
        return None
    everywhere = len(found) == objects == len(options)
    types = tuple(dict.fromkeys(item.type for item in found))
    return Property(
        expr.name,
        types[0] if len(types) == 1 else Union(types),
        optional=not everywhere or any(item.optional for item in found),
    )


def _is_damaged(inference: Inference, subject: Type) -> bool:
    return isinstance(subject, ContractType) and subject.symbol.node in inference.context.damaged


def _report(
    inference: Inference, expr: Member, subject: Type, fields: list[str], env: Environment
) -> None:
    name = expr.subject.name if isinstance(expr.subject, Variable) else None
    binding = env.variables.get(name) if name is not None else None
    shown = f"`{source_text(expr.subject, env.module)}`"
    if binding is not None and binding.origin is not None:
        shown = binding.origin
    contract = _contract_of(subject)
    hint = None
    if fields and contract is None:
        hint = f"its fields are: {', '.join(fields)}"
    elif not fields:
        hint = "it has no body" if subject == NULL else "it has no fields at all"
    inference.findings.add(
        type_codes.UNKNOWN_FIELD,
        f"{shown} has no field `{expr.name}`",
        env.module,
        Span(expr.name_span.start, expr.name_span.end),
        near_name(did_you_mean(expr.name, fields)),
        secondary=[fields_label(contract.symbol, fields)] if contract and fields else (),
        hint=hint,
    )


def _contract_of(type_: Type) -> ContractType | None:
    while isinstance(type_, FieldType):
        type_ = type_.type
    return type_ if isinstance(type_, ContractType) else None

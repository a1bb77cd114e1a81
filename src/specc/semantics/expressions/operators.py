"""Operators: whether their operands can ever meet, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specc.diagnostics.catalogue.expressions import IMPOSSIBLE_COMPARISON, OPERAND
from specc.semantics.expressions.environment import Environment, Inferred
from specc.semantics.expressions.kinds import (
    LIST,
    NULL_KIND,
    NUMBER,
    OBJECT,
    STRING,
    Kinds,
    can_meet,
    kinds,
    kinds_text,
)
from specc.semantics.expressions.members import source_text
from specc.semantics.expressions.shapes import unknown_keys
from specc.semantics.expressions.values import misfit
from specc.semantics.findings import near_name
from specc.semantics.type_text import type_text
from specc.semantics.types import UNKNOWN, ListOf, Literal, Scalar, Type
from specc.syntax.nodes.expressions import Between, Binary, Expr, ListExpr, ObjectExpr, Unary

if TYPE_CHECKING:
    from specc.semantics.expressions.inference import Inference

_BOOL = Scalar("bool")
_NUMBER = Scalar("number")
_ORDERED: Kinds = frozenset({"number", "string", "date", "duration", "size", "percentage", "rate"})
_MEASURES: Kinds = frozenset({"number", "duration", "size", "percentage", "rate", "date"})


def binary_type(
    inference: Inference, expr: Binary, left: Inferred, right: Inferred, env: Environment
) -> Type:
    """The type of an operation on two operands, `and` and `or` apart."""
    operator = expr.operator
    if operator in {"==", "!="}:
        _check_equality(inference, expr, left.type, right.type, env)
        return _BOOL
    if operator in {"<", "<=", ">", ">="}:
        _check_order(inference, expr, left, right, env)
        return _BOOL
    if operator in {"in", "not in"}:
        _check_in(inference, expr, left.type, right.type, env)
        return _BOOL
    if operator == "contains":
        _check_contains(inference, expr, left.type, right.type, env)
        return _BOOL
    if operator == "matches":
        found = kinds(left.type, inference.resolver)
        if not can_meet(found, STRING):
            _misuse(inference, expr.left, f"`matches` needs a string, not {kinds_text(found)}", env)
        return _BOOL
    return _arithmetic(inference, expr, left, right, env)


def negated_type(inference: Inference, expr: Unary, operand: Inferred, env: Environment) -> Type:
    """The type of `-x`."""
    found = kinds(operand.type, inference.resolver)
    if not can_meet(found, NUMBER | {"duration"}):
        _misuse(inference, expr, f"{kinds_text(found)} has no negative", env)
        return UNKNOWN
    inference.require_present(expr.operand, operand, env, "cannot be reckoned with")
    return operand.type if not isinstance(operand.type, Literal) else _NUMBER


def _check_equality(
    inference: Inference, expr: Binary, left: Type, right: Type, env: Environment
) -> None:
    one, other = kinds(left, inference.resolver), kinds(right, inference.resolver)
    if one == NULL_KIND or other == NULL_KIND:
        return
    if not can_meet(one - NULL_KIND, other - NULL_KIND):
        _never(inference, expr, one, other, env)
        return
    for literal, type_, value_expr, typed in (
        (right, left, expr.right, expr.left),
        (left, right, expr.left, expr.right),
    ):
        if isinstance(literal, Literal) and not isinstance(type_, Literal):
            wrong = misfit(literal.value, type_, inference.resolver)
            if wrong is not None:
                inference.findings.add(
                    IMPOSSIBLE_COMPARISON,
                    f"`{source_text(typed, env.module)}` can never be"
                    f" {source_text(value_expr, env.module)}: {wrong.reason}",
                    env.module,
                    value_expr.span,
                    near_name(wrong.suggestion),
                    hint=f"its type is `{type_text(type_)}`",
                )
            return
    if isinstance(expr.right, ObjectExpr):
        unknown_keys(inference, expr.right, left, env)


def _check_order(
    inference: Inference, expr: Binary, left: Inferred, right: Inferred, env: Environment
) -> None:
    one, other = kinds(left.type, inference.resolver), kinds(right.type, inference.resolver)
    for operand, inferred, found in ((expr.left, left, one), (expr.right, right, other)):
        if not can_meet(found, _ORDERED):
            _misuse(
                inference,
                operand,
                f"`{expr.operator}` compares what has an order, and {kinds_text(found)} has none",
                env,
            )
            return
        inference.require_present(operand, inferred, env, "has no order then")
    if not can_meet(one - NULL_KIND, other - NULL_KIND):
        _never(inference, expr, one, other, env)


def _check_in(
    inference: Inference, expr: Binary, left: Type, right: Type, env: Environment
) -> None:
    resolver = inference.resolver
    one, other = kinds(left, resolver), kinds(right, resolver)
    if isinstance(expr.right, Between):
        for end in (expr.right.low, expr.right.high):
            if end is not None:
                end_kinds = kinds(inference.infer(end, env).type, resolver)
                if not can_meet(one, end_kinds):
                    _never(inference, expr, one, end_kinds, env)
                    return
        return
    if not can_meet(other, LIST | STRING | OBJECT):
        _misuse(
            inference,
            expr.right,
            f"`{expr.operator}` looks into a list, a range or a string, not {kinds_text(other)}",
            env,
        )
        return
    body = resolver.body_of(right)
    if isinstance(body, ListOf) and not can_meet(one, kinds(body.item, resolver)):
        _never(inference, expr, one, kinds(body.item, resolver), env)
    elif isinstance(expr.right, ListExpr):
        _check_choices(inference, expr, expr.right, left, env)


def _check_choices(
    inference: Inference, expr: Binary, choices: ListExpr, left: Type, env: Environment
) -> None:
    for item in choices.items:
        found = inference.infer(item, env).type
        wrong = (
            misfit(found.value, left, inference.resolver) if isinstance(found, Literal) else None
        )
        if wrong is not None and not isinstance(left, Literal):
            inference.findings.add(
                IMPOSSIBLE_COMPARISON,
                f"`{source_text(expr.left, env.module)}` can never be"
                f" {source_text(item, env.module)}: {wrong.reason}",
                env.module,
                item.span,
                near_name(wrong.suggestion),
            )


def _check_contains(
    inference: Inference, expr: Binary, left: Type, right: Type, env: Environment
) -> None:
    resolver = inference.resolver
    one, other = kinds(left, resolver), kinds(right, resolver)
    if not can_meet(one, STRING | LIST | OBJECT):
        _misuse(
            inference,
            expr.left,
            f"`contains` looks into an object, a list or a string, not {kinds_text(one)}",
            env,
        )
        return
    body = resolver.body_of(left)
    if isinstance(body, ListOf):
        if not can_meet(kinds(body.item, resolver) | LIST, other):
            _never(inference, expr, kinds(body.item, resolver), other, env)
        elif isinstance(expr.right, ObjectExpr):
            unknown_keys(inference, expr.right, body.item, env)
    elif not can_meet(one, other):
        _never(inference, expr, one, other, env)
    elif isinstance(expr.right, ObjectExpr):
        unknown_keys(inference, expr.right, left, env)


def _arithmetic(
    inference: Inference, expr: Binary, left: Inferred, right: Inferred, env: Environment
) -> Type:
    resolver = inference.resolver
    one, other = kinds(left.type, resolver), kinds(right.type, resolver)
    for operand, inferred, found in ((expr.left, left, one), (expr.right, right, other)):
        if not can_meet(found, _MEASURES):
            _misuse(
                inference,
                operand,
                f"`{expr.operator}` reckons with numbers, not with {kinds_text(found)}",
                env,
                'texts are put together by interpolation: `"{a}{b}"`',
            )
            return UNKNOWN
        inference.require_present(operand, inferred, env, "cannot be reckoned with")
    if one <= NUMBER and other <= NUMBER:
        return _NUMBER
    if expr.operator in {"+", "-"} and not can_meet(one, other | {"date"}):
        if not can_meet(other, one | {"date"}):
            _never(inference, expr, one, other, env)
        return UNKNOWN
    measures = (one | other) - NUMBER
    if expr.operator in {"*", "/"} and one != other and len(measures) == 1:
        return left.type if one & measures else right.type
    return left.type if one == other and expr.operator in {"+", "-", "%"} else UNKNOWN


def _never(inference: Inference, expr: Binary, one: Kinds, other: Kinds, env: Environment) -> None:
    inference.findings.add(
        IMPOSSIBLE_COMPARISON,
        f"`{source_text(expr, env.module)}` can never hold: {kinds_text(one)} is compared with"
        f" {kinds_text(other)}",
        env.module,
        expr.span,
    )


def _misuse(
    inference: Inference, expr: Expr, message: str, env: Environment, hint: str | None = None
) -> None:
    inference.findings.add(OPERAND, message, env.module, expr.span, hint=hint)

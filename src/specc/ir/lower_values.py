"""Lowering of expressions."""

from __future__ import annotations

from typing import assert_never

from specc.ir.context import Answer, Binding, Captures, ColumnOf, Context
from specc.ir.expressions import (
    Builtin,
    Captured,
    Column,
    Conforms,
    Const,
    Each,
    Field,
    Fields,
    FlowCapture,
    Function,
    Item,
    Items,
    Operation,
    Span,
    Template,
    Value,
)
from specc.semantics.types import ListOf, MapOf, Record, Type, Union
from specc.syntax.nodes.expressions import (
    Between,
    Binary,
    Bool,
    Call,
    Date,
    Expr,
    Index,
    IsType,
    ListExpr,
    Member,
    Null,
    Number,
    ObjectExpr,
    Quantity,
    Regex,
    Text,
    Unary,
    Variable,
)
from specc.syntax.nodes.types import NamedType

MADE_AT_RUN_TIME = frozenset({"env", "secret", "unique", "uuid", "now", "file"})


def lower_value(expr: Expr, context: Context) -> Value:
    """The expression as a value of the IR."""
    match expr:
        case Number(value=value) | Bool(value=value) | Date(value=value):
            return Const(value)
        case Null():
            return Const(None)
        case Quantity():
            return Const(expr.base)
        case Regex(pattern=pattern):
            return Const(pattern)
        case Text():
            return _text(expr, context)
        case Variable(name=name):
            return _variable(name, context)
        case Member() | Index():
            return _access(expr, context)[0]
        case Call(function=function, arguments=arguments):
            values = tuple(lower_value(argument, context) for argument in arguments)
            if function in MADE_AT_RUN_TIME:
                return Builtin(function, values, context.module.source.name)
            return Function(function, values)
        case Unary(operator=operator, operand=operand):
            inner = lower_value(operand, context)
            if operator == "-" and isinstance(inner, Const) and isinstance(inner.value, int):
                return Const(-inner.value)
            return Operation(operator, (inner,))
        case Binary(operator=operator, left=left, right=right):
            return Operation(operator, (lower_value(left, context), lower_value(right, context)))
        case IsType(subject=subject, type=type_node):
            # Only contracts have a name that a check can be made by; the checks made sure of one.
            symbol = context.find(type_node.ref.text) if isinstance(type_node, NamedType) else None
            contract = "" if symbol is None else context.names[symbol]
            return Conforms(lower_value(subject, context), contract)
        case Between(low=low, high=high):
            return Span(
                None if low is None else lower_value(low, context),
                None if high is None else lower_value(high, context),
            )
        case ListExpr(items=items):
            return Items(tuple(lower_value(item, context) for item in items))
        case ObjectExpr(entries=entries):
            return Fields(tuple((item.key, lower_value(item.value, context)) for item in entries))
        case _:
            assert_never(expr)


def _text(expr: Text, context: Context) -> Value:
    plain = expr.plain
    if plain is not None:
        return Const(plain)
    return Template(
        tuple(part if isinstance(part, str) else lower_value(part, context) for part in expr.parts)
    )


def _variable(name: str, context: Context) -> Value:
    match context.bindings.get(name):
        case ColumnOf():
            return Column(name)
        case Answer(form=form):
            return Captured(name, form)
        case _:
            return Captured(name)


def _access(expr: Expr, context: Context) -> tuple[Value, Binding | Type | None]:
    """A value with what is known of its type: enough to tell which fields may be absent."""
    match expr:
        case Variable(name=name):
            return _variable(name, context), context.bindings.get(name)
        case Member(subject=subject, name=name):
            value, known = _access(subject, context)
            if isinstance(known, Captures):
                captured = known.names.get(name)
                form = captured.form if isinstance(captured, Answer) else "json"
                return FlowCapture(value, name, form), captured
            if isinstance(value, Each):
                return Each(value.subject, (*value.path, name)), None
            body = known.type if isinstance(known, Answer) else known
            maybe, inner = _field(body, name, context)
            return Field(value, name, maybe), inner
        case Index(subject=subject, index=None):
            value, known = _access(subject, context)
            if isinstance(value, Each):
                return Each(value.subject, (*value.path, "*")), None
            return Each(value, ()), None
        case Index(subject=subject, index=index) if index is not None:
            value, known = _access(subject, context)
            held = known.type if isinstance(known, Answer) else known
            item: Type | None = None
            if held is not None and not isinstance(held, Captures | ColumnOf):
                match context.program.body_of(held):
                    case ListOf(item=item) | MapOf(value=item):
                        pass
                    case _:
                        pass
            return Item(value, lower_value(index, context)), item
        case _:
            return lower_value(expr, context), None


def _field(body: Binding | Type | None, name: str, context: Context) -> tuple[bool, Type | None]:
    if body is None or isinstance(body, Answer | Captures | ColumnOf):
        return False, None
    match context.program.body_of(body):
        case Record() as record:
            found = record.get(name)
            # What an open record does not name may or may not be there.
            return (True, None) if found is None else (found.optional, found.type)
        case MapOf(value):
            return False, value
        case Union(options, _):
            known = [_field(option, name, context) for option in options]
            present = [item for item in known if item[1] is not None]
            inner = present[0][1] if present else None
            return len(present) < len(options) or any(item[0] for item in present), inner
        case _:
            return False, None

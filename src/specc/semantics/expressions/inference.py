"""Types of expressions, from the leaves up; each mistake is reported where it stands."""

from __future__ import annotations

from typing import assert_never

from specc.diagnostics.catalogue import types as type_codes
from specc.diagnostics.catalogue.captures import (
    CAPTURE_TOO_EARLY,
    OPTIONAL_UNCHECKED,
    UNKNOWN_VARIABLE,
)
from specc.diagnostics.catalogue.expressions import (
    EXPRESSION_DEPTH,
    IMPOSSIBLE_TYPE,
    INDEX,
    INTERPOLATION,
)
from specc.diagnostics.catalogue.tables import DUPLICATE_KEY
from specc.diagnostics.model import Label
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.context import Context
from specc.semantics.expressions.environment import Binding, Environment, Inferred
from specc.semantics.expressions.functions import call_type
from specc.semantics.expressions.kinds import LIST, NUMBER, OBJECT, STRING, can_meet, kinds
from specc.semantics.expressions.kinds import kinds_text as shown_kinds
from specc.semantics.expressions.members import member_type, source_text
from specc.semantics.expressions.operators import binary_type, negated_type
from specc.semantics.expressions.proofs import proofs
from specc.semantics.findings import near_name
from specc.semantics.patterns import pattern_error
from specc.semantics.type_text import type_text
from specc.semantics.types import (
    ANY,
    NULL,
    UNKNOWN,
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

MAX_DEPTH = 100
"""How deep expressions may nest: more than anyone writes, and less than would break a reader."""

_STRING = Scalar("string")
_BOOL = Scalar("bool")
_DATE = Scalar("datetime")
_PATTERN = Scalar("pattern")
_RANGE = Scalar("range")
_NOTHING_KNOWN = Inferred(UNKNOWN)
_TRUTH = Inferred(_BOOL)
_TEXT = Inferred(_STRING)


class Inference:
    """Infers and checks the expressions of one program."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.findings = context.findings
        self.resolver = context.resolver
        self.given_up = 0
        self._depth = 0

    def infer(self, expr: Expr, env: Environment) -> Inferred:
        """The type of an expression; UNKNOWN where a mistake in it was reported.

        `given_up` counts the expressions that nest too deeply to be looked into.
        """
        if self._depth >= MAX_DEPTH:
            self.given_up += 1
            self.findings.add(
                EXPRESSION_DEPTH,
                f"the expression nests more than {MAX_DEPTH} levels deep",
                env.module,
                expr.span,
                hint="split it into several expectations",
            )
            return _NOTHING_KNOWN
        self._depth += 1
        inferred = self._infer(expr, env)
        self._depth -= 1
        return inferred

    def _infer(self, expr: Expr, env: Environment) -> Inferred:
        match expr:
            case Variable():
                return self._variable(expr, env)
            case Member():
                return member_type(self, expr, env)
            case Text():
                return self._text(expr, env)
            case Number(value) | Bool(value):
                return Inferred(Literal(value))
            case Binary():
                return self._binary(expr, env)
            case ObjectExpr():
                return self._object(expr, env)
            case ListExpr(items):
                types = [self.infer(item, env).type for item in items]
                return Inferred(ListOf(_common(types)))
            case Call():
                return call_type(self, expr, env)
            case Index():
                return self._index(expr, env)
            case Unary(operator, operand):
                inner = self.infer(operand, env)
                if operator == "not":
                    return _TRUTH
                return Inferred(negated_type(self, expr, inner, env))
            case IsType():
                return self._is_type(expr, env)
            case Quantity():
                return Inferred(Scalar(f"quantity {expr.dimension}"))
            case Null():
                return Inferred(NULL)
            case Date():
                return self._date(expr, env)
            case Regex(pattern):
                wrong = pattern_error(pattern)
                if wrong is not None:
                    self.findings.add(
                        type_codes.PATTERN,
                        f"the pattern is not a valid regular expression: {wrong}",
                        env.module,
                        expr.span,
                    )
                return Inferred(_PATTERN)
            case Between(low, high):
                for end in (low, high):
                    if end is not None:
                        self.infer(end, env)
                return Inferred(_RANGE)
        assert_never(expr)

    def require_present(self, expr: Expr, inferred: Inferred, env: Environment, use: str) -> None:
        """Reports a value that may be absent where it has to be there."""
        if inferred.optional and not isinstance(inferred.type, Unknown):
            shown = source_text(expr, env.module)
            self.findings.add(
                OPTIONAL_UNCHECKED,
                f"`{shown}` may be absent or null, and {use}",
                env.module,
                expr.span,
                hint=f"say that it is there first: `expect {shown} != null`",
            )

    def _variable(self, expr: Variable, env: Environment) -> Inferred:
        name = expr.name
        binding = env.variables.get(name)
        if binding is not None:
            env.read.add(name)
            return Inferred(binding.type)
        later = env.later.get(name)
        if later is not None:
            self.findings.add(
                CAPTURE_TOO_EARLY,
                f"`{name}` is used before it is captured",
                env.module,
                expr.span,
                secondary=[Label(env.module.source, later.span, "captured only here")],
            )
        elif not env.excused and name not in env.module.broken_names:
            near = did_you_mean(name, [*env.variables, *env.later])
            self.findings.add(
                UNKNOWN_VARIABLE,
                f"nothing here is called `{name}`",
                env.module,
                expr.span,
                near_name(near),
                hint="names are captures (`-> name`) of earlier steps, and columns of `cases`",
            )
            if near is None:
                # Near none, it is not misspelt but missing: that is one mistake in all.
                env.variables[name] = Binding(UNKNOWN, expr.span)
        return _NOTHING_KNOWN

    def _text(self, expr: Text, env: Environment) -> Inferred:
        parts = expr.parts
        if not parts:
            return Inferred(Literal(""))
        if len(parts) == 1 and isinstance(parts[0], str):
            return Inferred(Literal(parts[0]))
        for part in parts:
            if isinstance(part, str):
                continue
            inferred = self.infer(part, env)
            found = kinds(inferred.type, self.resolver)
            if found <= LIST | OBJECT:
                self.findings.add(
                    INTERPOLATION,
                    f"{shown_kinds(found)} cannot stand in the middle of a text",
                    env.module,
                    part.span,
                    hint="interpolate one of its fields",
                )
            else:
                self.require_present(part, inferred, env, "cannot stand in the middle of a text")
        return _TEXT

    def _binary(self, expr: Binary, env: Environment) -> Inferred:
        given_up = self.given_up
        left = self.infer(expr.left, env)
        if self.given_up > given_up:
            return _NOTHING_KNOWN
        if expr.operator in {"and", "or"}:
            gained = proofs(expr.left, expr.operator == "and") - env.proven
            env.proven |= gained
            self.infer(expr.right, env)
            env.proven -= gained
            return _TRUTH
        right = self.infer(expr.right, env)
        return Inferred(binary_type(self, expr, left, right, env))

    def _object(self, expr: ObjectExpr, env: Environment) -> Inferred:
        properties: dict[str, Property] = {}
        for entry in expr.entries:
            if entry.key in properties:
                self.findings.add(
                    DUPLICATE_KEY,
                    f"`{entry.key}` is given twice",
                    env.module,
                    entry.key_span,
                )
            properties[entry.key] = Property(entry.key, self.infer(entry.value, env).type)
        return Inferred(Record(tuple(properties.values())))

    def _index(self, expr: Index, env: Environment) -> Inferred:
        subject = self.infer(expr.subject, env)
        index = self.infer(expr.index, env) if expr.index is not None else None
        body = self.resolver.body_of(without_null(self.resolver.body_of(subject.type)))
        match body:
            case ListOf(item):
                if index is None:
                    return Inferred(body, subject.optional, spread=True)
                if can_meet(kinds(index.type, self.resolver), NUMBER):
                    return Inferred(item, subject.optional)
            case MapOf(value):
                if index is None:
                    return Inferred(ListOf(value), subject.optional, spread=True)
                if can_meet(kinds(index.type, self.resolver), STRING):
                    return Inferred(value, optional=True)
            case Record():
                if index is not None and isinstance(index.type, Literal):
                    found = body.get(str(index.type.value))
                    if found is not None:
                        return Inferred(found.type, found.optional)
                if index is not None and can_meet(kinds(index.type, self.resolver), STRING):
                    return _NOTHING_KNOWN
            case Union() | Unknown() | Scalar("any" | "json"):
                return _NOTHING_KNOWN
            case _:
                pass
        what = "`[*]`" if index is None else "this index"
        self.findings.add(
            INDEX,
            f"`{source_text(expr.subject, env.module)}` is {_described(body)}: {what} has no"
            " meaning for it",
            env.module,
            expr.span,
            hint="lists are indexed by number, objects by name",
        )
        return _NOTHING_KNOWN

    def _is_type(self, expr: IsType, env: Environment) -> Inferred:
        subject = self.infer(expr.subject, env)
        type_ = self.resolver.type_of(expr.type, env.module)
        self.context.typing.types[expr.type] = type_
        one, other = kinds(subject.type, self.resolver), kinds(type_, self.resolver)
        if not can_meet(one, other):
            self.findings.add(
                IMPOSSIBLE_TYPE,
                f"`{source_text(expr.subject, env.module)}` is {shown_kinds(one)}, and can never"
                f" be `{type_text(type_)}`",
                env.module,
                expr.span,
            )
        return _TRUTH

    def _date(self, expr: Date, env: Environment) -> Inferred:
        if not self.resolver.reader(env.module).is_real_day(expr):
            return _NOTHING_KNOWN
        return Inferred(_DATE)


def without_null(type_: Type) -> Type:
    """The type less `null`."""
    if isinstance(type_, Union):
        left = tuple(option for option in type_.options if option != NULL)
        if len(left) < len(type_.options):
            return left[0] if len(left) == 1 else Union(left, type_.tag)
    return type_


def _common(types: list[Type]) -> Type:
    distinct: dict[Type, None] = dict.fromkeys(types)
    if not distinct:
        return ANY
    only, *more = distinct
    return Union((only, *more)) if more else only


def _described(body: Type) -> str:
    return "null" if body == NULL else f"a `{type_text(body)}`"

"""Written values against types: is this object what the contract asks for?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from specc.diagnostics.catalogue import types as type_codes
from specc.diagnostics.catalogue.expressions import IMPOSSIBLE_COMPARISON
from specc.diagnostics.catalogue.values import MISSING_FIELD, READONLY_SENT, VALUE_RANGE, VALUE_TYPE
from specc.diagnostics.code import Code
from specc.diagnostics.model import Label
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.kinds import can_meet, kinds, kinds_text
from specc.semantics.expressions.values import misfit
from specc.semantics.findings import near_name
from specc.semantics.type_names import fields_label
from specc.semantics.type_text import type_text
from specc.semantics.types import (
    ContractType,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Property,
    Record,
    Type,
    Union,
    Unknown,
)
from specc.source import Span
from specc.syntax.nodes.expressions import (
    Bool,
    Entry,
    Expr,
    ListExpr,
    Null,
    Number,
    ObjectExpr,
    Text,
    Variable,
)

if TYPE_CHECKING:
    from specc.semantics.context import Context
    from specc.semantics.expressions.inference import Inference


@attrs.frozen(eq=False)
class Problem:
    """One way in which a written value is not of its type. `meant` is a field it seems to mean."""

    code: Code
    message: str
    span: Span
    label: str = ""
    secondary: tuple[Label, ...] = ()
    hint: str | None = None
    meant: str | None = None


@attrs.frozen(eq=False)
class Shapes:
    """Compares what is written at one point of a block with what is wanted there."""

    inference: Inference
    env: Environment

    @property
    def context(self) -> Context:
        """The program under check."""
        return self.inference.context

    def problems(self, expr: Expr, type_: Type, what: str) -> Iterator[Problem]:
        """All that is wrong with a value to be sent. `what` names it in messages."""
        if isinstance(expr, Variable):
            column = self.env.variables.get(expr.name)
            for cell in () if column is None else column.values:
                yield from self.problems(cell, type_, what)
        body = self.context.resolver.body_of(type_)
        match body:
            case Unknown():
                return
            case Union(options):
                yield from self._union(expr, options, body.tag, what)
            case Record() if isinstance(expr, ObjectExpr):
                yield from self._record(expr, body, type_)
            case MapOf(value) if isinstance(expr, ObjectExpr):
                for entry in expr.entries:
                    yield from self.problems(entry.value, value, f"`{entry.key}`")
            case ListOf() if isinstance(expr, ListExpr):
                yield from self._list(expr, body, what)
            case _:
                yield from self._single(expr, type_, what)

    def _single(self, expr: Expr, type_: Type, what: str) -> Iterator[Problem]:
        literal = written_value(expr)
        if literal is not None:
            wrong = misfit(literal.value, type_, self.context.resolver)
            if wrong is not None:
                yield Problem(
                    VALUE_RANGE if wrong.refined else VALUE_TYPE,
                    f"{what} cannot have this value: {wrong.reason}",
                    expr.span,
                    near_name(wrong.suggestion) or f"the type is `{type_text(type_)}`",
                )
            return
        found = kinds(self.inference.infer(expr, self.env).type, self.context.resolver)
        wanted = kinds(type_, self.context.resolver)
        if not can_meet(found, wanted):
            yield Problem(
                VALUE_TYPE,
                f"{what} cannot have this value: {kinds_text(wanted)} is wanted, and this is"
                f" {kinds_text(found)}",
                expr.span,
                f"the type is `{type_text(type_)}`",
            )

    def _record(self, expr: ObjectExpr, record: Record, type_: Type) -> Iterator[Problem]:
        fields = {item.name: item for item in record.properties}
        contract = type_ if isinstance(type_, ContractType) else None
        if contract is not None and contract.symbol.node in self.context.damaged:
            return
        given: set[str] = set()
        for entry in expr.entries:
            given.add(entry.key)
            field = fields.get(entry.key)
            if field is None:
                if not record.open:
                    problem = _unknown_key(entry, list(fields), contract)
                    given.add(problem.meant or entry.key)
                    yield problem
            elif field.readonly:
                yield Problem(
                    READONLY_SENT,
                    f"`{entry.key}` is readonly: it is the server's to set, and never sent",
                    entry.key_span,
                    hint="leave it out",
                )
            else:
                yield from self.problems(entry.value, field.type, f"`{entry.key}`")
        missing = [item for item in fields.values() if _is_required(item, given)]
        if missing:
            names = ", ".join(f"`{item.name}`" for item in missing)
            yield Problem(
                MISSING_FIELD,
                f"{names} {'is' if len(missing) == 1 else 'are'} missing",
                expr.span,
                secondary=_contract_label(contract, list(fields)),
                hint=f"required: {', '.join(f'{i.name}: {type_text(i.type)}' for i in missing)}",
            )

    def _list(self, expr: ListExpr, type_: ListOf, what: str) -> Iterator[Problem]:
        count = len(expr.items)
        low, high = type_.low, type_.high
        if (low is not None and count < low) or (high is not None and count > high):
            end = f"at least {low}" if low is not None and count < low else f"at most {high}"
            yield Problem(
                VALUE_RANGE,
                f"{what} takes {end} items, and this has {count}",
                expr.span,
            )
        for item in expr.items:
            yield from self.problems(item, type_.item, f"an item of {what}")

    def _union(
        self, expr: Expr, options: tuple[Type, ...], tag: str | None, what: str
    ) -> Iterator[Problem]:
        resolver = self.context.resolver
        if isinstance(expr, ObjectExpr):
            candidates = [
                item for item in options if isinstance(resolver.body_of(item), Record | MapOf)
            ]
            if tag is not None:
                candidates = [item for item in candidates if self._has_tag(expr, item, tag)]
        elif isinstance(expr, ListExpr):
            candidates = [item for item in options if isinstance(resolver.body_of(item), ListOf)]
        else:
            yield from self._single(expr, Union(options), what)
            return
        first: list[Problem] | None = None
        for option in candidates:
            found = list(self.problems(expr, option, what))
            if not found:
                return
            first = found if first is None else first
        if first is not None and len(candidates) == 1:
            yield from first
        elif not any(isinstance(item, Unknown) for item in options):
            yield Problem(
                VALUE_TYPE,
                f"{what} is none of `{type_text(Union(options))}`",
                expr.span,
            )

    def _has_tag(self, expr: ObjectExpr, option: Type, tag: str) -> bool:
        body = self.context.resolver.body_of(option)
        field = body.get(tag) if isinstance(body, Record) else None
        for entry in expr.entries:
            if entry.key == tag and field is not None:
                literal = written_value(entry.value)
                return literal is None or not misfit(
                    literal.value, field.type, self.context.resolver
                )
        return False


def written_value(expr: Expr) -> Literal | None:
    """The value of a literal expression."""
    match expr:
        case Number(value) | Bool(value):
            return Literal(value)
        case Text():
            plain: JsonScalar = expr.plain
            return Literal(plain) if plain is not None else None
        case Null():
            return Literal(None)
    return None


def unknown_keys(inference: Inference, expr: ObjectExpr, type_: Type, env: Environment) -> None:
    """Reports keys of a subset that the object it is compared with can never have."""
    body = inference.resolver.body_of(type_)
    if not isinstance(body, Record) or body.open:
        return
    contract = type_ if isinstance(type_, ContractType) else None
    if contract is not None and contract.symbol.node in inference.context.damaged:
        return
    fields = {item.name: item.type for item in body.properties}
    for entry in expr.entries:
        if entry.key not in fields:
            problem = _unknown_key(entry, list(fields), contract)
            report(inference, problem, env)
        elif isinstance(entry.value, ObjectExpr):
            unknown_keys(inference, entry.value, fields[entry.key], env)
        else:
            _check_value(inference, entry, fields[entry.key], env)


def _check_value(inference: Inference, entry: Entry, type_: Type, env: Environment) -> None:
    literal = written_value(entry.value)
    wrong = misfit(literal.value, type_, inference.resolver) if literal is not None else None
    if wrong is not None and literal != Literal(None):
        inference.findings.add(
            IMPOSSIBLE_COMPARISON,
            f"`{entry.key}` can never have this value: {wrong.reason}",
            env.module,
            entry.value.span,
            near_name(wrong.suggestion),
        )


def report(inference: Inference, problem: Problem, env: Environment) -> None:
    """Reports a problem as it stands."""
    inference.findings.add(
        problem.code,
        problem.message,
        env.module,
        problem.span,
        problem.label,
        secondary=problem.secondary,
        hint=problem.hint,
    )


def _is_required(field: Property, given: set[str]) -> bool:
    # What has an example is filled in where a step leaves it out.
    is_open = field.optional or field.readonly or field.example is not None
    return not is_open and field.name not in given


def _unknown_key(entry: Entry, fields: list[str], contract: ContractType | None) -> Problem:
    shown = f"`{contract.symbol.name}`" if contract is not None else "the object"
    meant = did_you_mean(entry.key, fields)
    return Problem(
        type_codes.UNKNOWN_FIELD,
        f"{shown} has no field `{entry.key}`",
        entry.key_span,
        near_name(meant),
        _contract_label(contract, fields),
        None if contract is not None else f"its fields are: {', '.join(fields)}",
        meant,
    )


def _contract_label(contract: ContractType | None, fields: list[str]) -> tuple[Label, ...]:
    return () if contract is None else (fields_label(contract.symbol, fields),)

"""Endpoints: routes, parameters, statuses, conditions, defaults."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from specc.diagnostics.catalogue import types as type_codes
from specc.diagnostics.catalogue.endpoints import (
    CLAUSE_TWICE,
    NO_SUCCESS,
    PARAMETER_TWICE,
    ROUTE_TWICE,
    STATUS_RANGE,
    STATUS_TWICE,
    WITHIN,
)
from specc.diagnostics.model import Label
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.checks.conditions import check_conditions
from specc.semantics.checks.waivers import check_waiver
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.expressions.shapes import Shapes
from specc.semantics.findings import declared_here, near_name
from specc.semantics.identities import check_identity
from specc.semantics.signatures import Signature, returned_type
from specc.semantics.symbols import Symbol
from specc.semantics.types import Type
from specc.source import Span
from specc.syntax.nodes.endpoint import (
    AsClause,
    BodyClause,
    CountsClause,
    Effect,
    MovesClause,
    PagesClause,
    Parameter,
    PathParameter,
    ReturnsClause,
    SortsClause,
    WithinClause,
)
from specc.syntax.nodes.expressions import Expr

Route: TypeAlias = tuple[Symbol | None, str, str, frozenset[str], tuple[object, ...]]
"""Service, method, path, and what is taken: parameters and body."""

METRICS = frozenset({"p50", "p75", "p90", "p95", "p99", "p99.9", "max"})


def check_endpoints(inference: Inference) -> None:
    """Checks every endpoint on its own, and that no two of a service are told apart by nothing."""
    context = inference.context
    routes: dict[Route, Symbol] = {}
    for symbol, signature in context.signatures.items():
        _check_route(inference, symbol, signature, routes)
        _check_clauses(inference, signature)
        _check_statuses(inference, signature)
        check_conditions(context, signature)
        for waiver in signature.node.waivers:
            check_waiver(context, symbol.module, waiver.reason, waiver.until)


def _check_route(
    inference: Inference,
    symbol: Symbol,
    signature: Signature,
    routes: dict[Route, Symbol],
) -> None:
    node = signature.node
    path = "".join(part if isinstance(part, str) else "{}" for part in node.path.parts)
    service = inference.context.program.services.get(symbol.module)
    taken = frozenset(
        f"{argument.place} {argument.name}"
        for argument in signature.arguments.values()
        if argument.place != "path"
    )
    first = routes.setdefault((service, node.method, path, taken, _body_key(signature)), symbol)
    if first is not symbol:
        inference.findings.add(
            ROUTE_TWICE,
            f"{node.method} {path.replace('{}', '{...}')} is `{first.name}` already",
            symbol.module,
            node.path.span,
            secondary=[declared_here(first)],
            hint="describe a request once, with all that may answer it; endpoints share a method"
            " and a path only where what they take differs",
        )


def _body_key(signature: Signature) -> tuple[object, ...]:
    """What tells the bodies of two endpoints apart."""
    body = signature.body
    if body is None:
        return ()
    return (body.form, None if body.media is None else body.media.plain, signature.body_type)


def _check_clauses(inference: Inference, signature: Signature) -> None:
    module = signature.symbol.module
    names: dict[tuple[str, str], Span] = {}
    once: dict[type, Span] = {}

    def declare(place: str, name: str, span: Span) -> None:
        first = names.setdefault((place, name.lower() if place == "header" else name), span)
        if first is not span:
            inference.findings.add(
                PARAMETER_TWICE,
                f"the {place} parameter `{name}` is declared twice",
                module,
                span,
                secondary=[Label(module.source, first, "first declared here")],
            )

    for part in signature.node.path.parts:
        if isinstance(part, PathParameter):
            declare("path", part.name.text, part.name.span)
            if part.example is not None:
                _check_value(inference, signature, part.example, part.type)
    for clause in signature.node.clauses:
        match clause:
            case Parameter():
                declare(clause.place, clause.name.text, clause.name.span)
                if clause.default is not None:
                    _check_value(inference, signature, clause.default, clause.type)
            case AsClause(allowed):
                _check_once(inference, signature, AsClause, clause.span, once)
                scope = inference.context.program.scopes[module]
                for item in allowed:
                    if item.role is not None:
                        check_identity(inference.context, item.role, scope)
            case BodyClause():
                _check_once(inference, signature, BodyClause, clause.span, once)
            case PagesClause() | SortsClause() | CountsClause() | MovesClause():
                _check_once(inference, signature, type(clause), clause.span, once)
            case WithinClause():
                _check_within(inference, signature, clause)
            case ReturnsClause() | Effect():
                pass
            case _:
                assert_never(clause)


def _check_once(
    inference: Inference,
    signature: Signature,
    kind: type,
    span: Span,
    once: dict[type, Span],
) -> None:
    first = once.setdefault(kind, span)
    if first is not span:
        module = signature.symbol.module
        inference.findings.add(
            CLAUSE_TWICE,
            "an endpoint has this clause once",
            module,
            span,
            "the second time",
            secondary=[Label(module.source, first, "first here")],
            hint="merge the two",
        )


def _check_value(
    inference: Inference, signature: Signature, value: Expr, type_node: object
) -> None:
    module = signature.symbol.module
    type_: Type = inference.context.program.types[type_node]
    check_example(inference, value, type_, Environment(module))


def check_example(inference: Inference, value: Expr, type_: Type, env: Environment) -> None:
    """Reports an example or a default that is no value of its type."""
    inference.infer(value, env)
    for problem in Shapes(inference, env).problems(value, type_, "what stands after `=`"):
        inference.findings.add(
            type_codes.EXAMPLE_VALUE,
            problem.message,
            env.module,
            problem.span,
            problem.label,
            secondary=problem.secondary,
            hint=problem.hint,
        )


def _check_within(inference: Inference, signature: Signature, clause: WithinClause) -> None:
    module = signature.symbol.module
    if clause.metric is not None and clause.metric not in METRICS:
        inference.findings.add(
            WITHIN,
            f"`{clause.metric}` is no measure of how long calls take",
            module,
            clause.span,
            near_name(did_you_mean(clause.metric, METRICS)),
            hint=f"there are: {', '.join(sorted(METRICS))}",
        )
    if clause.limit.dimension != "duration":
        inference.findings.add(
            WITHIN,
            f"a call takes a time, and {clause.limit.value}{clause.limit.unit} is none",
            module,
            clause.limit.span,
            hint="its unit is one of ms, s, m",
        )


def _check_statuses(inference: Inference, signature: Signature) -> None:
    context = inference.context
    module = signature.symbol.module
    first: dict[int, ReturnsClause] = {}
    for clause in signature.returns:
        if not 100 <= clause.status <= 599:
            inference.findings.add(
                STATUS_RANGE, f"{clause.status} is no HTTP status", module, clause.status_span
            )
        earlier = first.setdefault(clause.status, clause)
        if earlier is clause:
            continue
        same = returned_type(earlier, context.program) == returned_type(clause, context.program)
        conditional = bool(clause.conditions or earlier.conditions)
        if not same or not conditional:
            inference.findings.add(
                STATUS_TWICE,
                f"{clause.status} is declared twice"
                + ("" if same else ", with bodies that differ"),
                module,
                clause.status_span,
                secondary=[Label(module.source, earlier.status_span, "first declared here")],
                hint="one status has one body; a union (`A | B`) holds several"
                if not same
                else "name both conditions after one `when`, or drop one of the two",
            )
    if signature.success is None and signature.node not in context.damaged:
        inference.findings.add(
            NO_SUCCESS,
            f"`{signature.symbol.name}` declares no success",
            module,
            signature.node.name.span,
            hint="say what it answers when all is well: `returns 200 T`",
        )

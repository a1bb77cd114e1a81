"""Lowering of steps: names become endpoints, flows and actors of the suite; captures are bound."""

from __future__ import annotations

from typing import assert_never

from specc.ir.context import Answer, Binding, Captures, ColumnOf, Context
from specc.ir.credentials import Credential
from specc.ir.expressions import Captured, Value, walk
from specc.ir.filling import filled_arguments, filled_body
from specc.ir.lower_credential import lower_credential
from specc.ir.lower_values import lower_value
from specc.ir.steps import (
    Action,
    Eventually,
    Expectation,
    Finally,
    FlowCall,
    HostCall,
    Pause,
    Request,
)
from specc.semantics.steps.statuses import is_negative
from specc.semantics.symbols import Symbol
from specc.semantics.types import Type
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.declarations import Flow
from specc.syntax.nodes.endpoint import BodyClause, Endpoint, ReturnsClause
from specc.syntax.nodes.steps import (
    CallStep,
    Escape,
    EventuallyStep,
    ExpectStep,
    FinallyStep,
    PauseStep,
    RawRequest,
    StatusPattern,
    Step,
)

DEFAULT_WITHIN = 10.0
DEFAULT_EVERY = 0.25


def lower_steps(steps: tuple[Step, ...], context: Context) -> tuple[Action, ...]:
    """The steps in order; `context.bindings` gains what they capture."""
    return tuple(lower_step(step, context) for step in steps)


def lower_step(step: Step, context: Context) -> Action:
    """One step."""
    match step:
        case CallStep():
            return _call(step, context)
        case ExpectStep(condition=condition, span=span):
            value = lower_value(condition, context)
            captures = dict.fromkeys(
                item.name for item in walk(value) if isinstance(item, Captured)
            )
            text = context.text(span).removeprefix("expect").strip()
            return Expectation(value, text, tuple(captures), context.place(span))
        case EventuallyStep(within=within, every=every, steps=inner, span=span):
            return Eventually(
                DEFAULT_WITHIN if within is None else float(within.base),
                DEFAULT_EVERY if every is None else float(every.base),
                lower_steps(inner, context),
                context.place(span),
            )
        case FinallyStep(steps=inner, span=span):
            return Finally(lower_steps(inner, context), context.place(span))
        case PauseStep(duration=duration, span=span):
            return Pause(float(duration.base), context.place(span))
        case _:
            assert_never(step)


def _call(step: CallStep, context: Context) -> Action:
    place = context.place(step.span)
    arguments = tuple((entry.key, lower_value(entry.value, context)) for entry in step.arguments)
    capture = step.capture.text if step.capture else None
    match step.target:
        case Escape(target=target):
            if capture:
                context.bindings[capture] = Answer(None)
            return HostCall(target.plain or "", arguments, capture, place)
        case RawRequest(method=method, path=path):
            if capture:
                context.bindings[capture] = Answer(None)
            return Request(
                None,
                method,
                lower_value(path, context),
                arguments,
                _body(step, context),
                _actor(step.actor, context),
                step.follow,
                _statuses(step.expects, context),
                capture,
                place,
                context.text(step.span),
                _credential(step, context),
                context.service,
            )
        case Ref(text=name):
            symbol = context.find(name)
            assert symbol is not None, f"{name} was resolved when the spec was checked"
            if isinstance(symbol.node, Flow):
                if capture:
                    context.bindings[capture] = Captures(_captures_of(symbol.node, context, symbol))
                return FlowCall(context.names[symbol], _actor(step.actor, context), capture, place)
            assert isinstance(symbol.node, Endpoint)
            body = _body(step, context)
            if body is not None and not is_negative(step):
                # Where a refusal is expected, what is left out may be the point.
                body_type = _body_type(symbol.node, context)
                body = body if body_type is None else filled_body(body, body_type, context)
            statuses = _statuses(step.expects, context)
            if capture:
                context.bindings[capture] = (
                    Answer(None) if step.follow else _answer(symbol.node, statuses, context)
                )
            return Request(
                context.names[symbol],
                symbol.node.method,
                None,
                filled_arguments(symbol.node, symbol, arguments, context),
                body,
                _actor(step.actor, context),
                step.follow,
                statuses,
                capture,
                place,
                context.text(step.span),
                _credential(step, context),
            )
        case _:
            assert_never(step.target)


def _body(step: CallStep, context: Context) -> Value | None:
    return None if step.body is None else lower_value(step.body, context)


def _body_type(endpoint: Endpoint, context: Context) -> Type | None:
    for clause in endpoint.clauses:
        if isinstance(clause, BodyClause) and clause.type is not None:
            return context.program.types.get(clause.type)
    return None


def _credential(step: CallStep, context: Context) -> Credential | None:
    return None if step.credential is None else lower_credential(step.credential, context)


def _actor(ref: Ref | None, context: Context) -> str | None:
    return None if ref is None else actor_name(ref.text, context)


def actor_name(name: str, context: Context) -> str:
    """An actor's name in the suite; `role:` before a role's; `anonymous` for nobody."""
    if name in ("anonymous", "anyone"):
        return "anonymous"
    symbol = context.find(name)
    assert symbol is not None, f"{name} was resolved when the spec was checked"
    return context.names[symbol] if symbol.kind == "actor" else f"role:{context.names[symbol]}"


def _statuses(
    patterns: tuple[StatusPattern, ...], context: Context
) -> tuple[int | str | Value, ...]:
    return tuple(
        pattern.status
        if isinstance(pattern.status, int | str)
        else lower_value(pattern.status, context)
        for pattern in patterns
    )


def _answer(
    endpoint: Endpoint, statuses: tuple[int | str | Value, ...], context: Context
) -> Answer:
    """The answer that a step captures: that of the status it names, or else the first success.

    Its type is known where the status is; that a body is text or bytes is taken to be so for all.
    """
    wanted = [status for status in statuses if isinstance(status, int)]
    clauses = [clause for clause in endpoint.clauses if isinstance(clause, ReturnsClause)]
    is_open = not wanted
    if is_open:
        found = [clause for clause in clauses if clause.status < 400]
        wanted = [clause.status for clause in found if clause.status < 300][:1]
        wanted = wanted or [clause.status for clause in found][:1]
    chosen = [clause for clause in clauses if clause.status in wanted]
    form = next((item.form for item in chosen if item.form in ("text", "bytes")), "json")
    types = [item.type for item in chosen if item.type is not None]
    if not types or (is_open and statuses):
        return Answer(None, form)
    return Answer(context.program.types.get(types[0]), form)


def _captures_of(flow: Flow, context: Context, symbol: Symbol) -> dict[str, Binding]:
    """What a flow captures, found by lowering its steps in its own module."""
    inner = context.inside(symbol)
    lower_steps(flow.steps, inner)
    return {
        name: binding
        for name, binding in inner.bindings.items()
        if not isinstance(binding, ColumnOf)
    }

"""Conditions after `when`: each is about something that the endpoint has."""

from __future__ import annotations

from specc.diagnostics.catalogue.endpoints import CONDITION
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.context import Context
from specc.semantics.findings import near_name
from specc.semantics.signatures import Signature
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.endpoint import Condition

KINDS = frozenset(
    {
        "anonymous",
        "blocked",
        "deleted",
        "forbidden",
        "invalid",
        "malformed",
        "rate exceeded",
        "repeated",
        "stale",
        "unchanged",
        "unknown",
    }
)
_NEEDS = {"stale": "If-Match", "unchanged": "If-None-Match"}
"""Conditions that are put by a request header, which the endpoint has to declare."""


def check_conditions(context: Context, signature: Signature) -> None:
    """Checks the conditions of an endpoint's `returns` clauses."""
    if signature.node in context.damaged:
        return
    for clause in signature.returns:
        for condition in clause.conditions:
            if condition.kind not in KINDS:
                _report(
                    context,
                    signature,
                    condition,
                    f"there is no condition `{condition.kind}`",
                    did_you_mean(condition.kind, KINDS),
                    "conditions: anonymous, forbidden, body invalid, body malformed, query invalid,"
                    " NAME unknown, NAME invalid, repeated, deleted, blocked, stale,"
                    " unchanged, rate exceeded",
                )
            elif condition.kind in _NEEDS:
                _check_header(context, signature, condition, _NEEDS[condition.kind])
            elif condition.parameter is not None:
                _check_parameter(context, signature, condition, condition.parameter)


def _check_header(context: Context, signature: Signature, condition: Condition, name: str) -> None:
    if not any(
        argument.place == "header" and argument.name.lower() == name.lower()
        for argument in signature.arguments.values()
    ):
        _report(
            context,
            signature,
            condition,
            f"`{condition.kind}` is asked with `{name}`, and the endpoint takes no such header",
            None,
            f'declare it: `header "{name}"?: string`',
        )


def _check_parameter(
    context: Context, signature: Signature, condition: Condition, name: Name
) -> None:
    arguments = signature.arguments
    if name.text in arguments and condition.kind != "malformed":
        return
    if condition.kind in ("invalid", "malformed") and name.text == "body":
        if signature.body is None:
            _report(context, signature, condition, "the endpoint takes no body", None, None)
        return
    if condition.kind == "invalid" and name.text == "query":
        if not any(argument.place == "query" for argument in arguments.values()):
            _report(
                context, signature, condition, "the endpoint takes no query parameters", None, None
            )
        return
    if condition.kind == "malformed":
        message = "only a body can be malformed"
        hint = f"write `{name.text} invalid` of a parameter"
        _report(context, signature, condition, message, None, hint)
        return
    _report(
        context,
        signature,
        condition,
        f"the endpoint has no parameter `{name.text}`",
        did_you_mean(name.text, arguments),
        f"its parameters are: {', '.join(arguments)}" if arguments else None,
    )


def _report(
    context: Context,
    signature: Signature,
    condition: Condition,
    message: str,
    suggestion: str | None,
    hint: str | None,
) -> None:
    span = condition.parameter.span if condition.parameter is not None else condition.span
    context.findings.add(
        CONDITION,
        message,
        signature.symbol.module,
        span,
        near_name(suggestion),
        hint=hint,
    )

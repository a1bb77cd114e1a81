"""Statuses that a step expects, against those that its endpoint declares."""

from __future__ import annotations

import re

from specc.diagnostics.catalogue.captures import STATUS, UNDECLARED_STATUS
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.expressions.kinds import NUMBER, can_meet, kinds
from specc.semantics.findings import declared_here
from specc.semantics.signatures import FIRST_FAILURE, Signature
from specc.syntax.nodes.endpoint import ReturnsClause
from specc.syntax.nodes.steps import CallStep, StatusPattern

_CLASS = re.compile(r"[1-5]xx")


def is_negative(step: CallStep) -> bool:
    """Whether a step expects a refusal, or (by a case's column) may: bad values are its point."""
    for pattern in step.expects:
        match pattern.status:
            case int(status) if status < FIRST_FAILURE:
                pass
            case str(text) if text[:1] in {"1", "2", "3"}:
                pass
            case _:
                return True
    return False


def check_patterns(inference: Inference, step: CallStep, env: Environment) -> None:
    """Checks what stands after `expects`, whatever is called."""
    for pattern in step.expects:
        match pattern.status:
            case int(status) if not 100 <= status <= 599:
                _malformed(inference, pattern, f"{status} is no HTTP status", env)
            case int():
                pass
            case str(text) if _CLASS.fullmatch(text) is None:
                _malformed(inference, pattern, f"`{text}` is no class of statuses", env)
            case str():
                pass
            case expr:
                found = kinds(inference.infer(expr, env).type, inference.resolver)
                if not can_meet(found, NUMBER):
                    _malformed(inference, pattern, "a status is a number", env)


def chosen_returns(
    inference: Inference, step: CallStep, signature: Signature, env: Environment
) -> tuple[ReturnsClause, ...] | None:
    """The `returns` clauses that a step's statuses choose; None where that is open."""
    if not step.expects:
        success = signature.success
        return (success,) if success is not None else None
    chosen: list[ReturnsClause] = []
    is_open = False
    for pattern in step.expects:
        status = pattern.status
        if not isinstance(status, int | str):
            is_open = True
            continue
        found = [clause for clause in signature.returns if _matches(status, clause.status)]
        if not found:
            _undeclared(inference, pattern, signature, env)
            is_open = True
        chosen += found
    return None if is_open else tuple(chosen)


def _matches(wanted: int | str, status: int) -> bool:
    return wanted == status if isinstance(wanted, int) else wanted[:1] == str(status)[:1]


def _undeclared(
    inference: Inference, pattern: StatusPattern, signature: Signature, env: Environment
) -> None:
    if signature.node in inference.context.damaged or not _is_well_formed(pattern.status):
        return
    declared = sorted({clause.status for clause in signature.returns})
    inference.findings.add(
        UNDECLARED_STATUS,
        f"`{signature.symbol.name}` never answers {pattern.status}",
        env.module,
        pattern.span,
        secondary=[declared_here(signature.symbol, f"declares {', '.join(map(str, declared))}")],
        hint=f"declare it in the endpoint: `returns {pattern.status}`, or expect another status",
    )


def _is_well_formed(status: object) -> bool:
    match status:
        case int():
            return 100 <= status <= 599
        case str():
            return _CLASS.fullmatch(status) is not None
    return False


def _malformed(
    inference: Inference, pattern: StatusPattern, message: str, env: Environment
) -> None:
    inference.findings.add(
        STATUS,
        message,
        env.module,
        pattern.span,
        hint="write a status (404), a class (4xx), or a column of `cases`",
    )

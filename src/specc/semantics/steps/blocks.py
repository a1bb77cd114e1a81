"""Blocks of steps, read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from specc.diagnostics.catalogue import warnings as warning_codes
from specc.diagnostics.catalogue.expressions import OPERAND
from specc.diagnostics.catalogue.tables import DURATION
from specc.semantics.expressions.environment import Environment
from specc.semantics.expressions.inference import Inference
from specc.semantics.expressions.kinds import BOOL, can_meet, kinds, kinds_text
from specc.semantics.expressions.proofs import proofs
from specc.semantics.steps.calls import Calls
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import (
    Between,
    Binary,
    Bool,
    Expr,
    ListExpr,
    Null,
    Number,
    Quantity,
    Text,
    Unary,
)
from specc.syntax.nodes.steps import (
    CallStep,
    EventuallyStep,
    ExpectStep,
    FinallyStep,
    PauseStep,
    Step,
)


class Blocks:
    """Checks blocks of steps."""

    def __init__(self, inference: Inference, calls: Calls) -> None:
        self.inference = inference
        self.calls = calls
        self.findings = inference.findings

    def check(self, steps: tuple[Step, ...], env: Environment) -> None:
        """Checks the steps of a whole block; afterwards `env` holds all that it captured."""
        for name in captures(steps):
            env.later.setdefault(name.text, name)
        self._steps(steps, env)

    def _steps(self, steps: tuple[Step, ...], env: Environment) -> None:
        for step in steps:
            match step:
                case CallStep():
                    self.calls.check(step, env)
                case ExpectStep(condition):
                    self._expect(condition, env)
                case EventuallyStep(within, every, inner):
                    self.check_duration(within, env.module)
                    self.check_duration(every, env.module)
                    self._steps(inner, env)
                case FinallyStep(inner):
                    self._steps(inner, env)
                case PauseStep(duration):
                    self.check_duration(duration, env.module)
                case _:
                    assert_never(step)

    def _expect(self, condition: Expr, env: Environment) -> None:
        given_up = self.inference.given_up
        found = kinds(self.inference.infer(condition, env).type, self.inference.resolver)
        if self.inference.given_up > given_up:
            return
        if not can_meet(found, BOOL):
            self.findings.add(
                OPERAND,
                f"an expectation is true or false, and this is {kinds_text(found)}",
                env.module,
                condition.span,
                hint=_instead(condition),
            )
        elif is_constant(condition):
            self.findings.add(
                warning_codes.CONSTANT_EXPECTATION,
                "this expectation is the same whatever the service answers",
                env.module,
                condition.span,
                hint="compare something that a step captured",
            )
        env.proven |= proofs(condition, True)

    def check_duration(self, quantity: Quantity | None, module: Module) -> None:
        """Reports a quantity that is no duration where one is wanted."""
        if quantity is not None and quantity.dimension != "duration":
            self.findings.add(
                DURATION,
                f"a duration is wanted here, and {quantity.value}{quantity.unit} is none",
                module,
                quantity.span,
                hint="its unit is one of ms, s, m, h, d",
            )


def captures(steps: tuple[Step, ...]) -> Iterator[Name]:
    """The names that steps capture, nested ones too."""
    for step in steps:
        match step:
            case CallStep(capture=Name() as name):
                yield name
            case EventuallyStep(steps=inner) | FinallyStep(steps=inner):
                yield from captures(inner)
            case _:
                pass


def calls_of(steps: tuple[Step, ...]) -> Iterator[CallStep]:
    """The calls among steps, nested ones too."""
    for step in steps:
        match step:
            case CallStep():
                yield step
            case EventuallyStep(steps=inner) | FinallyStep(steps=inner):
                yield from calls_of(inner)
            case _:
                pass


def is_constant(expr: Expr) -> bool:
    """Whether an expression is made of literals alone."""
    match expr:
        case Number() | Bool() | Null() | Quantity():
            return True
        case Text():
            return expr.plain is not None
        case Unary(_, operand):
            return is_constant(operand)
        case Binary(_, left, right):
            return is_constant(left) and is_constant(right)
        case Between(low, high):
            return all(end is None or is_constant(end) for end in (low, high))
        case ListExpr(items):
            return all(is_constant(item) for item in items)
    return False


def _instead(condition: Expr) -> str:
    """What to write for an expectation that is neither true nor false."""
    match condition:
        case Number(int() as status) if 100 <= status <= 599:
            return f"a status stands behind its call: `get_order(id: order.id) expects {status}`"
        case _:
            return "compare it with something"

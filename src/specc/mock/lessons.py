"""What the spec's own tests expect of an answer: the only place where a rule of business shows.

`pay ... -> paid` and `expect paid.status == "paid"` say what paying does to an order. Only what is
plain is learned: a field of an answer that equals something known before the run.
"""

from __future__ import annotations

from typing import Any

import attrs

from specc.ir import nodes
from specc.ir.expressions import Captured, Field, Operation, Value
from specc.ir.steps import Action, Expectation, Request, walk_steps
from specc.plan.changes import constant


@attrs.frozen
class Lesson:
    """A call with this body is answered with `value` at `path`. `body` is () where any will do."""

    endpoint: str
    body: Any
    path: tuple[str, ...]
    value: Any


def lessons(suite: nodes.Suite) -> dict[str, tuple[Lesson, ...]]:
    """The lessons of a suite's flows and tests, by endpoint."""
    found: dict[str, list[Lesson]] = {}
    for steps in (
        *(flow.steps for flow in suite.flows),
        *(test.steps for test in suite.tests),
    ):
        for lesson in _learned(steps, suite):
            found.setdefault(lesson.endpoint, []).append(lesson)
    return {name: tuple(items) for name, items in found.items()}


def _learned(steps: tuple[Action, ...], suite: nodes.Suite) -> list[Lesson]:
    calls: dict[str, Request] = {}
    found: list[Lesson] = []
    for step in walk_steps(steps):
        match step:
            case Request(endpoint=name, capture=capture) if name in suite.by_name and capture:
                calls[capture] = step
            case Expectation(condition=condition):
                for path, value in _equalities(condition):
                    request = calls.get(path[0])
                    if request is None or request.endpoint is None or not path[1:]:
                        continue
                    body = () if request.body is None else constant(request.body)
                    if request.body is None or body != ():
                        found.append(Lesson(request.endpoint, body, path[1:], value))
            case _:
                pass
    return found


def _equalities(condition: Value) -> list[tuple[tuple[str, ...], Any]]:
    match condition:
        case Operation("and", operands):
            return [pair for operand in operands for pair in _equalities(operand)]
        case Operation("==", (left, right)):
            path, value = _path(left), constant(right)
            return [(path, value)] if path and value != () else []
        case _:
            return []


def _path(value: Value) -> tuple[str, ...]:
    match value:
        case Captured(name):
            return (name,)
        case Field(subject, name, _):
            before = _path(subject)
            return (*before, name) if before else ()
        case _:
            return ()

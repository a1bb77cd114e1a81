"""What proves who one is: what an actor sent to become somebody, taken up by its login."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from specc.ir import nodes
from specc.ir.expressions import (
    MADE_ANEW,
    Builtin,
    Captured,
    Field,
    Fields,
    Function,
    Thing,
    Value,
    replaced,
    walk,
)
from specc.ir.steps import Request

Own: TypeAlias = Callable[[nodes.Actor, str, tuple[str, ...], bool], Thing | None]
"""The field of an actor's own thing that a capture of its steps has at a path, or (with True) that
was sent for it there; None where its thing has none."""


def login_body(
    suite: nodes.Suite,
    endpoint: nodes.Endpoint,
    own: Own,
) -> Fields | None:
    """The body with which an actor's steps call an endpoint; None where only those steps know it.

    Of what a step had sent before, constants are sent again; what was made up then, or answered, is
    taken from the thing that the step made.
    """
    for actor in suite.actors:
        steps = [item for item in actor.entries if isinstance(item, Request)]
        made = {step.capture: step for step in steps}
        for step in steps:
            if step.endpoint != endpoint.name or not isinstance(step.body, Fields):
                continue
            body = replaced(step.body, partial(_known, actor, made, own))
            if isinstance(body, Fields) and not any(isinstance(x, Captured) for x in walk(body)):
                return body
    return None


def _known(actor: nodes.Actor, made: dict[str | None, Request], own: Own, value: Value) -> Value:
    """A value of an earlier step by what it was, or by the thing that has it."""
    path: list[str] = []
    subject = value
    while isinstance(subject, Field):
        path.insert(0, subject.name)
        subject = subject.subject
    match subject:
        case Function("request", (Captured(capture),)):
            sent = True
        case Captured(capture):
            sent = False
        case _:
            return value
    step = made.get(capture)
    if step is None or not path:
        return value
    if sent:
        given = _at(step.body, path)
        if given is not None and not any(
            isinstance(item, Captured) or (isinstance(item, Builtin) and item.name in MADE_ANEW)
            for item in walk(given)
        ):
            return given
    return own(actor, capture, tuple(path), sent) or value


def _at(value: Value | None, path: list[str]) -> Value | None:
    for name in path:
        value = dict(value.entries).get(name) if isinstance(value, Fields) else None
    return value

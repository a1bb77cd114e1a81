"""Prints the steps of flows, tests and actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from specc.format.blocks import block
from specc.format.documents import Doc, concat, flattened, words
from specc.format.families.credentials import credential
from specc.format.families.expressions import condition, entries, expression, text, value
from specc.format.gaps import Item
from specc.format.lists import bracketed
from specc.format.literals import quantity
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.expressions import Quantity
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


def step_items(written: Written, nodes: Iterable[Step]) -> list[Item]:
    """Steps, as statements of a block."""
    return [Item(node.span, step(written, node)) for node in nodes]


def step(written: Written, node: Step) -> Doc:
    """A step."""
    match node:
        case CallStep():
            return _call(written, node)
        case ExpectStep():
            return words("expect", condition(written, node.condition, node.span))
        case EventuallyStep():
            head = words(
                "eventually",
                *_duration(written, "within", node.within),
                *_duration(written, "every", node.every),
            )
            return words(head, _steps(written, node.steps, node.span))
        case FinallyStep():
            return words("finally", _steps(written, node.steps, node.span))
        case PauseStep():
            return words("pause", quantity(written, node.duration))
        case _:
            assert_never(node)


def _steps(written: Written, nodes: Sequence[Step], place: Span) -> Doc:
    return block(written, step_items(written, nodes), place)


def _duration(written: Written, word: str, node: Quantity | None) -> list[Doc]:
    return [] if node is None else [word, quantity(written, node)]


def _call(written: Written, node: CallStep) -> Doc:
    """A call, its clauses in the order in which they come about: what is sent, what comes back."""
    start = _target(written, node.target)
    if node.arguments:
        arguments = entries(written, node.arguments)
        end = written.closing(node.arguments[-1].value.span.end)
        place = Span(node.target.span.end, end)
        # A path would take a parenthesis right behind it for a part of it.
        gap = " " if isinstance(node.target, RawRequest) else ""
        start = concat(start, gap, bracketed(written, "()", arguments, place))
    clauses: list[Doc] = []
    if node.body is not None:
        clauses += ["with", value(written, node.body)]
    if node.actor is not None:
        clauses += ["as", node.actor.text]
    if node.credential is not None:
        clauses += ["as", credential(written, node.credential)]
    if node.follow:
        clauses += ["following redirects"]
    if node.expects:
        clauses += ["expects", ", ".join(_status(one) for one in node.expects)]
    if node.capture is not None:
        clauses += ["->", node.capture.text]
    return words(start, *clauses)


def _target(written: Written, node: Ref | RawRequest | Escape) -> Doc:
    match node:
        case Ref():
            return node.text
        case RawRequest():
            return raw_request(written, node)
        case Escape():
            return words("call", text(written, node.target))
        case _:
            assert_never(node)


def raw_request(written: Written, node: RawRequest) -> Doc:
    """A method and a path; what is filled in stands in braces."""
    path = node.path
    if written.text.startswith('"', path.span.start) or not written.text:
        return words(node.method, text(written, path))
    pieces = (
        part if isinstance(part, str) else concat("{", flattened(expression(written, part)), "}")
        for part in path.parts
    )
    return words(node.method, concat(*pieces))


def _status(node: StatusPattern) -> str:
    match node.status:
        case int() | str():
            return str(node.status)
        case variable:
            assert hasattr(variable, "name")
            return str(variable.name)

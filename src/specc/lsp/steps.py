"""The names in steps: captures and columns, parameters, and fields of what was captured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from specc.lsp.definitions import Definition, of_field, of_name
from specc.lsp.shapes import Shape, field, item
from specc.semantics.steps.blocks import calls_of
from specc.semantics.symbols import Symbol
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.declarations import Actor, Flow, Test
from specc.syntax.nodes.endpoint import BodyClause, Endpoint, Parameter, PathParameter
from specc.syntax.nodes.expressions import (
    Binary,
    Call,
    Expr,
    Index,
    ListExpr,
    Member,
    ObjectExpr,
    Variable,
)
from specc.syntax.nodes.steps import CallStep
from specc.syntax.walk import children

if TYPE_CHECKING:
    from specc.lsp.occurrences import Walk


@attrs.frozen(eq=False)
class Held:
    """What a capture holds: the value of a shape, or (of a flow) all that the flow captures.

    `sent` is the shape of the body that the call sent.
    """

    definition: Definition
    shape: Shape | None = None
    flow: Symbol | None = None
    sent: Shape | None = None


class StepNames:
    """Notes the names of one block of steps; grows as it is read from top to bottom."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.program = walk.program
        self.known: dict[str, Held] = {}

    def test(self, test: Test) -> None:
        """Notes the names of a test."""
        if test.actor is not None:
            self.walk.ref(test.actor)
        if test.cases is not None:
            for column in test.cases.columns:
                self.known[column.text] = Held(self.walk.declare("column", column))
        self.visit(test.title)
        if test.cases is not None:
            for row in test.cases.rows:
                self.inside(row)
        self.steps(test.steps)

    def actor(self, actor: Actor) -> None:
        """Notes the names in an actor's block."""
        self.steps(actor.entries)

    def steps(self, steps: tuple[Any, ...]) -> None:
        """Notes the names of steps, of credentials, and of blocks within."""
        for step in steps:
            self.visit(step)

    def visit(self, node: Any) -> None:
        """Notes the names in a step or an expression."""
        match node:
            case CallStep():
                self._call(node)
            case Ref():
                self.walk.ref(node)
            case Variable(name):
                if name in self.known:
                    self.walk.mention(node.span, self.known[name].definition)
            case Member(subject):
                self.visit(subject)
                self._member(node)
            case Binary(_, left, right):
                self.visit(left)
                self.value(right, self.shape(left))
            case ObjectExpr() | ListExpr():
                self.value(node, None)
            case _:
                self.inside(node)

    def inside(self, node: Any) -> None:
        """Notes the names in all parts of a node."""
        for child in children(node):
            self.visit(child)

    def value(self, expr: Expr, wanted: Shape | None) -> None:
        """Notes the names in a value that is to have a shape: its keys are fields."""
        match expr:
            case ObjectExpr(entries):
                for entry in entries:
                    declared = field(self.program, wanted, entry.key)
                    if declared is not None:
                        self.walk.mention(entry.key_span, of_field(declared))
                    self.value(entry.value, declared.shape if declared else None)
            case ListExpr(items):
                for each in items:
                    self.value(each, item(self.program, wanted))
            case _:
                self.visit(expr)

    def shape(self, expr: Expr) -> Shape | None:
        """The shape of what an expression stands for, where that is declared anywhere."""
        match expr:
            case Variable(name):
                held = self.known.get(name)
                return held.shape if held else None
            case Member(subject, name):
                inner = self._captured(subject, name)
                if inner is not None:
                    return inner.shape
                declared = field(self.program, self.shape(subject), name)
                return declared.shape if declared else None
            case Index(subject):
                return item(self.program, self.shape(subject))
            case Call("request", _, (Variable(name), *_)):
                held = self.known.get(name)
                return held.sent if held else None
        return None

    def _member(self, node: Member) -> None:
        inner = self._captured(node.subject, node.name)
        if inner is not None:
            self.walk.mention(node.name_span, inner.definition)
            return
        declared = field(self.program, self.shape(node.subject), node.name)
        if declared is not None:
            self.walk.mention(node.name_span, of_field(declared))

    def _captured(self, subject: Expr, name: str) -> Held | None:
        """What a flow captured under a name, where the subject is what the flow left."""
        if not isinstance(subject, Variable):
            return None
        held = self.known.get(subject.name)
        flow = held.flow if held else None
        if flow is None or not isinstance(flow.node, Flow):
            return None
        for step in calls_of(flow.node.steps):
            if step.capture is not None and step.capture.text == name:
                definition = of_name("capture", step.capture, flow.module)
                return Held(definition, self._answer(step))
        return None

    def _answer(self, step: CallStep) -> Shape | None:
        """The shape of a call's answer."""
        typing = self.walk.context.typing
        clause, target = typing.returns.get(step), typing.targets.get(step)
        if clause is None or clause.type is None or target is None:
            return None
        return Shape(clause.type, target.module)

    def _call(self, step: CallStep) -> None:
        symbol: Symbol | None = None
        if isinstance(step.target, Ref):
            symbol = self.walk.ref(step.target)
        else:
            self.inside(step.target)
        endpoint = symbol.node if symbol is not None else None
        sent: Shape | None = None
        parameters: dict[str, Definition] = {}
        if isinstance(endpoint, Endpoint) and symbol is not None:
            parameters = {
                part.name.text: of_name("parameter", part.name, symbol.module)
                for part in (*endpoint.clauses, *endpoint.path.parts)
                if isinstance(part, Parameter | PathParameter)
            }
            body = next((each for each in endpoint.clauses if isinstance(each, BodyClause)), None)
            if body is not None and body.type is not None:
                sent = Shape(body.type, symbol.module)
        for entry in step.arguments:
            if entry.key in parameters:
                self.walk.mention(entry.key_span, parameters[entry.key])
            self.visit(entry.value)
        if step.body is not None:
            self.value(step.body, sent)
        if step.actor is not None:
            self.walk.ref(step.actor)
        if step.credential is not None:
            self.inside(step.credential)
        for pattern in step.expects:
            self.inside(pattern)
        if step.capture is not None:
            definition = self.walk.declare("capture", step.capture)
            flow = symbol if isinstance(endpoint, Flow) else None
            self.known[step.capture.text] = Held(definition, self._answer(step), flow, sent)

"""The cursor in its program: what the names before it stand for, and what may be asked of them."""

from __future__ import annotations

from functools import cached_property
from typing import Any, get_args

import attrs

from specc.lsp.cursor import Cursor, Part, cursor_at
from specc.semantics.context import Context
from specc.semantics.expressions.environment import Environment, Inferred
from specc.semantics.expressions.inference import Inference, without_null
from specc.semantics.findings import Findings
from specc.semantics.signatures import Signature
from specc.semantics.steps.blocks import Blocks
from specc.semantics.steps.calls import Calls
from specc.semantics.steps.tables import bind_cases
from specc.semantics.symbols import Scope, Symbol
from specc.semantics.types import UNKNOWN, ListOf, MapOf, Property, Record, Type, Union
from specc.semantics.typing import Typing
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.declarations import Cases, Module
from specc.syntax.nodes.expressions import Expr
from specc.syntax.nodes.steps import Step
from specc.syntax.parser import Inside, machine

STEPS = get_args(Step)


@attrs.frozen(eq=False, slots=False)
class Scene:
    """A cursor, the text that it is in, and the program as it was checked last."""

    cursor: Cursor
    text: str
    context: Context
    module: Module

    @property
    def scope(self) -> Scope:
        """What names mean in the module of the cursor."""
        return self.context.program.scopes[self.module]

    @cached_property
    def inference(self) -> Inference:
        """Infers types, and keeps what it finds wrong to itself."""
        context = attrs.evolve(self.context, findings=Findings(), typing=Typing())
        context.__dict__["signatures"] = self.context.signatures
        return Inference(context)

    @cached_property
    def environment(self) -> Environment:
        """What the steps before the cursor, in all blocks around it, have captured."""
        inference = self.inference
        env = Environment(self.module, excused=True)
        blocks = Blocks(inference, Calls(inference, self.context.typing.flows))
        for part in self.cursor.parts:
            if part.symbol.startswith("_items{"):
                for statement in part.value:
                    if isinstance(statement, Cases):
                        bind_cases(inference, statement, env)
                    elif isinstance(statement, STEPS):
                        blocks.check((statement,), env)
        return env

    @cached_property
    def statement(self) -> tuple[Part, ...]:
        """What of the innermost statement stands before the cursor."""
        parts = self.cursor.parts
        for at in range(len(parts) - 1, -1, -1):
            symbol = parts[at].symbol
            if symbol.startswith(("_items{", "_rows{")):
                return parts[at + 1 :]
            if symbol == "_NL" and at and parts[at - 1].symbol == "LBRACE":
                return parts[at + 1 :]
        return parts

    def expression(self, start: int, end: int) -> Expr | None:
        """What stands between two places, if it is an expression."""
        try:
            made: Expr = machine().run(self.text, start, end, "expression", Inside(start, end))
        except Mistake:
            return None
        return made

    def infer(self, expr: Expr) -> Inferred:
        """The type of an expression at the cursor."""
        return self.inference.infer(expr, self.environment)

    def target(self) -> Signature | None:
        """The endpoint that the statement calls, if it calls one."""
        for part in self.statement:
            if part.symbol in ("target", "ref", "NAME"):
                symbol = self.scope.find(ref_text(part.value))
                return self.context.signatures.get(symbol) if symbol is not None else None
        return None

    def named(self, *kinds: str) -> dict[str, Symbol]:
        """What can be seen from here of these kinds, by the name to write."""
        return {name: each for name, each in self.scope.visible.items() if each.kind in kinds}

    def fields(self, type_: Type, spread: bool = False, depth: int = 0) -> dict[str, Property]:
        """The fields that a value of a type may have."""
        if depth > 20:
            return {}
        program = self.context.program
        body = program.body_of(without_null(program.body_of(type_)))
        match body:
            case ListOf(item) if spread:
                return self.fields(item, depth=depth + 1)
            case Record(properties):
                return {each.name: each for each in properties}
            case Union(options):
                found: dict[str, Property] = {}
                for option in options:
                    for name, each in self.fields(option, depth=depth + 1).items():
                        found.setdefault(name, each)
                return found
        return {}

    def item(self, type_: Type) -> Type:
        """What a list of a type holds."""
        program = self.context.program
        body = program.body_of(without_null(program.body_of(type_)))
        match body:
            case ListOf(item) | MapOf(item):
                return item
        return UNKNOWN


def scene_at(text: str, offset: int, context: Context, module: Module) -> Scene | None:
    """The scene of a cursor; None where nothing can be said of it."""
    cursor = cursor_at(text, offset)
    return Scene(cursor, text, context, module) if cursor is not None else None


def ref_text(value: Any) -> str:
    """The name in a part of the stack; empty where there is none."""
    return value.text if isinstance(value, Name | Ref) else ""

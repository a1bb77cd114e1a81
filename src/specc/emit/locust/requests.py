"""The requests of a locustfile: one constant for each step that sends one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from specc.emit.locust.splitting import Split, is_late, said, split
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Code, Raw, literal
from specc.emit.python.statements import assignment
from specc.ir import nodes
from specc.ir.expressions import Captured, FlowCapture, Function, Value, walk
from specc.ir.steps import Request

if TYPE_CHECKING:
    from specc.emit.pytest.steps import Statements

RUNTIME = "specc.runtime.locustfile"


@attrs.frozen(eq=False)
class Requests:
    """Gathers the requests of all flows. `asked` are captures asked for their time or request."""

    suite: nodes.Suite
    names: Names
    imports: Imports
    asked: frozenset[str]
    constants: list[str] = attrs.field(factory=list)
    taken: set[str] = attrs.field(factory=set)

    def prepared(self, step: Request, statements: Statements) -> tuple[str, tuple[Value, ...]]:
        """The constant for a step, and the values that go into its slots."""
        cut = split(step)
        name = self._name(step)
        self.constants.append(assignment(name, self._code(step, cut, statements)))
        return name, cut.slots

    def _name(self, step: Request) -> str:
        if step.endpoint is None:
            base = f"{step.method}_REQUEST"
        else:
            base = self.names.endpoints[step.endpoint].upper()
        name, number = base, 2
        while name in self.taken or name in self.names.taken:
            name, number = f"{base}_{number}", number + 1
        self.taken.add(name)
        return name

    def _code(self, step: Request, cut: Split, statements: Statements) -> Code:
        values = Expressions(self.names, self.imports)
        for index, value in enumerate(cut.slots):
            self.imports.add(RUNTIME, "Slot")
            slot = Call("Slot", (literal(said(value)),))
            values.variables[f"slot {index}"] = slot.flat
        keywords: list[tuple[str, Code]] = []
        if step.endpoint is not None:
            name = self.names.endpoints[step.endpoint]
            self.imports.add(".endpoints", name)
            self.imports.add(RUNTIME, "call")
            function, positional = "call", [Raw(name)]
            arguments: list[Code] = [*positional]
            if cut.params:
                arguments.append(values.pairs(cut.params))
        else:
            assert cut.path is not None
            self.imports.add(RUNTIME, "request")
            function = "request"
            arguments = [literal(step.method), values.of(cut.path)]
            service = self.names.services[self.suite.services[0].name]
            self.imports.add(".service", service)
            keywords.append(("service", Raw(service)))
            if cut.params:
                keywords.append(("query", values.pairs(cut.params)))
        if cut.body is not None:
            keywords.append(("body", values.of(cut.body)))
        if not any(not isinstance(item, int | str) and is_late(item) for item in step.statuses):
            keywords.append(("expects", statements.statuses(step)))
        keywords.append(("at", literal(step.place)))
        if step.follow:
            keywords.append(("follow", literal(True)))
        if step.capture in self.asked:
            keywords.append(("whole", literal(True)))
        return Call(function, tuple(arguments), tuple(keywords))


def asked_for(found: list[Value]) -> frozenset[str]:
    """The captures whose time or request an expression asks for."""
    names: set[str] = set()
    for value in found:
        for item in walk(value):
            if isinstance(item, Function) and item.name in ("elapsed", "request"):
                for argument in item.arguments:
                    match argument:
                        case Captured(name=name) | FlowCapture(name=name):
                            names.add(name)
                        case _:
                            pass
    return frozenset(names)

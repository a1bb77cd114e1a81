"""Steps of flows, tests and actors as Python statements."""

from __future__ import annotations

from typing import assert_never

import attrs

from specc.emit.pytest.negation import without_not
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Attribute, Call, Code, Raw, TupleOf, literal
from specc.emit.python.names import identifier
from specc.emit.python.statements import assignment, call_statement, for_statement, with_statement
from specc.emit.python.width import LINE_LENGTH, width
from specc.ir import nodes
from specc.ir.expressions import (
    Captured,
    Conforms,
    FlowCapture,
    Operation,
    Span,
    Value,
    walk,
)
from specc.ir.steps import (
    Action,
    Eventually,
    Expectation,
    Finally,
    FlowCall,
    HostCall,
    Pause,
    Request,
    walk_steps,
)

_COMPARISONS = {
    "==": "equal",
    "!=": "unequal",
    "<": "less",
    "<=": "at_most",
    ">": "greater",
    ">=": "at_least",
    "in": "one_of",
    "not in": "not_one_of",
    "contains": "contains",
    "matches": "matches",
}


@attrs.frozen(eq=False)
class Statements:
    """Writes steps for one function. `actor` is the Python expression of whoever calls by default.

    `actors` gives the expression for any other actor; with `soft`, a failed expectation is
    recorded by `check` and the function goes on; without, it ends there.
    """

    suite: nodes.Suite
    values: Expressions
    actor: str
    soft: bool
    actors: dict[str, str]
    idle: frozenset[str] = frozenset()
    """Captures that nothing looks at: they get no variable."""
    check: str = "check"
    """The Python expression of what records broken expectations."""

    def block(self, steps: tuple[Action, ...], indent: int) -> list[str]:
        """The statements of a block, its `finally` steps last whatever happens."""
        last = [step for step in steps if isinstance(step, Finally)]
        if not last:
            return [line for step in steps for line in self.step(step, indent)]
        pad = " " * indent
        first = tuple(step for step in steps if not isinstance(step, Finally))
        inner = tuple(action for step in last for action in step.steps)
        lines = [
            assignment(self.values.variable(name), literal(None), indent)
            for name in self._captured_before(first, inner)
        ]
        lines.append(f"{pad}try:")
        lines.extend(self.block(first, indent + 4) or [f"{pad}    pass"])
        lines.append(f"{pad}finally:")
        lines.extend(self.block(inner, indent + 4) or [f"{pad}    pass"])
        return lines

    def _captured_before(self, first: tuple[Action, ...], last: tuple[Action, ...]) -> list[str]:
        """Captures that the last steps look at: they must be bound, whatever came of them."""
        made = {
            step.capture
            for step in walk_steps(first)
            if isinstance(step, Request | FlowCall | HostCall) and step.capture
        }
        used: dict[str, None] = {}
        for step in walk_steps(last):
            for value in values_of(step):
                for item in walk(value):
                    if isinstance(item, Captured) and item.name in made:
                        used[item.name] = None
        return list(used)

    def step(self, step: Action, indent: int) -> list[str]:
        """The statements of one step."""
        match step:
            case Request():
                return self._request(step, indent)
            case FlowCall():
                return [self._flow_call(step, indent)]
            case HostCall():
                return [self._host_call(step, indent)]
            case Expectation():
                return self._expectation(step, indent)
            case Eventually(within, every, steps, _):
                times = (("within", literal(within)), ("every", literal(every)))
                tries = for_statement("attempt", Call(self._eventually(), (), times), indent)
                return [tries, *self._attempt(steps, indent + 4)]
            case Finally(steps, _):
                return self.block(steps, indent)
            case Pause(seconds, _):
                self.values.imports.add("time")
                return [call_statement(Call("time.sleep", (literal(seconds),)), indent)]
            case _:
                assert_never(step)

    def _attempt(self, steps: tuple[Action, ...], indent: int) -> list[str]:
        """`with attempt:` and the steps; of what is one check alone, it makes one statement."""
        inner = self.block(steps, indent + 4) or [" " * (indent + 4) + "pass"]
        deeper = " " * (indent + 8)
        if not inner[0].lstrip().startswith("with ") or not all(
            text.startswith(deeper) for text in inner[1:]
        ):
            return [with_statement(Raw("attempt"), indent), *inner]
        head, *checked = self.block(steps, indent)
        pad = " " * indent
        together = f"{pad}with attempt, {head.strip().removeprefix('with ')}"
        if "\n" in head or width(together) > LINE_LENGTH:
            check = inner[0].strip().removeprefix("with ").removesuffix(":")
            item = " " * (indent + 4)
            together = f"{pad}with (\n{item}attempt,\n{item}{check},\n{pad}):"
        return [together, *checked]

    def _eventually(self) -> str:
        self.values.imports.runtime("eventually")
        return "eventually"

    def _flow_call(self, step: FlowCall, indent: int) -> str:
        name = self.values.names.flows[step.flow]
        self.values.imports.add(".flows", name)
        call = Call(name, (Raw(self.who(step.actor)), Raw("check")))
        return self.captured(step.capture, call, indent)

    def who(self, actor: str | None) -> str:
        """The Python expression of an actor; of the one by default for None."""
        return self.actor if actor is None else self.actors[actor]

    def captured(self, capture: str | None, call: Code, indent: int) -> str:
        """A call whose result has a variable, if something looks at it."""
        if capture is None or capture in self.idle:
            return call_statement(call, indent)
        return assignment(self.values.variable(capture), call, indent)

    def caller(self, step: Request) -> Code:
        """Who calls: an actor, or one that is made for this call, of a credential alone."""
        credential = step.credential
        if credential is None:
            return Raw(self.who(step.actor))
        self.values.imports.runtime("Actor")
        parts = tuple(self.values.of(value) for value in credential.values)
        made = Call("Actor", (literal(credential.kind),))
        return Call(Attribute(made, credential.kind), parts)

    def _request(self, step: Request, indent: int) -> list[str]:
        call = self._call(step)
        statuses = self.statuses(step)
        # What the other steps look at must be there: a wrong status ends the test at once.
        if step.capture is not None and step.capture not in self.idle:
            if self.soft:
                expected = Call("check.expect", (call, statuses), (("at", literal(step.place)),))
            else:
                self.values.imports.runtime("expect_status")
                expected = Call("expect_status", (call, statuses))
            return [assignment(self.values.variable(step.capture), expected, indent)]
        if not self.soft:
            self.values.imports.runtime("expect_status")
            return [call_statement(Call("expect_status", (call, statuses)), indent)]
        self.values.imports.runtime("expect")
        return [
            with_statement(Call("check", (literal(step.place),)), indent),
            call_statement(Call("expect", (call, statuses)), indent + 4),
        ]

    def _call(self, step: Request) -> Code:
        who = self.caller(step)
        keywords: list[tuple[str, Code]] = []
        if step.endpoint is not None:
            name = self.values.names.endpoints[step.endpoint]
            self.values.imports.add(".endpoints", name)
            positional: list[Code] = [Raw(name)]
            if step.params:
                positional.append(self.values.pairs(step.params))
        else:
            assert step.path is not None
            positional = [literal(step.method), self.values.of(step.path)]
            service = self.values.names.services[step.service]
            self.values.imports.add(".service", service)
            keywords.append(("service", Raw(service)))
            if step.params:
                keywords.append(("query", self.values.pairs(step.params)))
        if step.body is not None:
            keywords.append(("body", self.values.of(step.body)))
        if step.follow:
            keywords.append(("follow", literal(True)))
        function = "call" if step.endpoint is not None else "request"
        return Call(Attribute(who, function), tuple(positional), tuple(keywords))

    def statuses(self, step: Request) -> Code:
        """The statuses that a step expects; the endpoint's first success where it names none."""
        if not step.statuses and step.follow:
            return literal("2xx")
        if not step.statuses:
            endpoint = self.suite.by_name.get(step.endpoint or "")
            success = None if endpoint is None else endpoint.success
            return literal("2xx" if success is None else success.status)
        codes = tuple(
            literal(status) if isinstance(status, int | str) else self.values.of(status)
            for status in step.statuses
        )
        return codes[0] if len(codes) == 1 else TupleOf(codes)

    def _host_call(self, step: HostCall, indent: int) -> str:
        self.values.imports.add("pkgutil")
        found = Call("pkgutil.resolve_name", (literal(step.target),))
        keywords = tuple(
            (identifier(name), self.values.of(value)) for name, value in step.arguments
        )
        if step.capture is not None:
            self.values.plain.add(step.capture)
        return self.captured(step.capture, Call(found, (), keywords), indent)

    def _expectation(self, step: Expectation, indent: int) -> list[str]:
        lines: list[str] = []
        for condition in _conjuncts(step.condition):
            call = self._comparison(condition, step.text)
            if not self.soft:
                lines.append(call_statement(call, indent))
                continue
            seen = tuple(self._answers(condition))
            arguments = (literal(step.place), literal(step.text), *seen)
            lines.append(with_statement(Call(self.check, arguments), indent))
            lines.append(call_statement(call, indent + 4))
        return lines

    def _answers(self, condition: Value) -> list[Code]:
        """The answers that a condition looks at, to be shown if it fails."""
        found: dict[str, Code] = {}
        flows: set[str] = set()
        for item in walk(condition):
            match item:
                case FlowCapture(flow=Captured(flow)):
                    flows.add(flow)
                    code = self.values.subject(item)
                    found.setdefault(code.flat, code)
                case Captured(name) if name not in flows and name not in self.values.plain:
                    code = self.values.subject(item)
                    found.setdefault(code.flat, code)
                case _:
                    pass
        return list(found.values())

    def _comparison(self, condition: Value, text: str) -> Code:
        match condition:
            case Operation("in", (left, Span(low, high))):
                calls = [(name, end) for name, end in (("at_least", low), ("at_most", high)) if end]
                if len(calls) == 1:
                    return self._check(
                        calls[0][0], self.values.of(left), self.values.of(calls[0][1])
                    )
            case Operation(operator, (left, right)) if operator in _COMPARISONS and not isinstance(
                right, Span
            ):
                return self._check(
                    _COMPARISONS[operator], self.values.of(left), self.values.of(right)
                )
            case Operation("not", (Operation("contains", (left, right)),)):
                return self._check("not_contains", self.values.of(left), self.values.of(right))
            case Conforms(subject, contract):
                return self._is_a("is_a", subject, contract)
            case Operation("not", (Conforms(subject, contract),)):
                return self._is_a("is_not_a", subject, contract)
            case _:
                pass
        return self._check("holds", self.values.of(condition), literal(text))

    def _check(self, name: str, *arguments: Code) -> Code:
        self.values.imports.runtime(name)
        return Call(name, arguments)

    def _is_a(self, check: str, subject: Value, contract: str) -> Code:
        python = self.values.names.contracts[contract]
        self.values.imports.add(".contracts", python)
        return self._check(check, self.values.of(subject), Raw(python))


def _conjuncts(condition: Value) -> list[Value]:
    """The parts of `a and b and c`: each is checked and reported by itself."""
    condition = without_not(condition)
    match condition:
        case Operation("and", (left, right)):
            return [*_conjuncts(left), *_conjuncts(right)]
        case Operation("in", (left, Span(low, high))) if low is not None and high is not None:
            return [Operation(">=", (left, low)), Operation("<=", (left, high))]
        case _:
            return [condition]


def idle_captures(steps: tuple[Action, ...]) -> frozenset[str]:
    """The captures of steps that none of them looks at."""
    made: set[str] = set()
    seen: set[str] = set()
    for step in walk_steps(steps):
        if isinstance(step, Request | FlowCall | HostCall) and step.capture is not None:
            made.add(step.capture)
        for value in values_of(step):
            seen.update(item.name for item in walk(value) if isinstance(item, Captured))
    return frozenset(made - seen)


def values_of(step: Action) -> list[Value]:
    """The values that a step itself is made of, without those of steps inside it."""
    match step:
        case Request():
            found = [value for _, value in step.params]
            found.extend(item for item in (step.path, step.body) if item is not None)
            found.extend(step.credential.values if step.credential is not None else ())
            found.extend(item for item in step.statuses if not isinstance(item, int | str))
            return found
        case HostCall(arguments=arguments):
            return [value for _, value in arguments]
        case Expectation(condition=condition):
            return [condition]
        case _:
            return []

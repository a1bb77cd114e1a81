"""Values of the IR as Python expressions."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import assert_never

import attrs

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.names import Names
from specc.emit.pytest.negation import without_not
from specc.emit.python.code import (
    Attribute,
    Call,
    Code,
    DictOf,
    Infix,
    ListOf,
    Prefix,
    Raw,
    Subscript,
    literal,
)
from specc.emit.python.names import identifier
from specc.ir.expressions import (
    Builtin,
    Captured,
    Column,
    Conforms,
    Const,
    Each,
    Field,
    Fields,
    FlowCapture,
    Function,
    Item,
    Items,
    Operation,
    Span,
    Template,
    Thing,
    Value,
)

_OPERATORS = frozenset(
    ["==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "and", "or", "in"]
) | {"not in"}
_BODIES = {"json": "json", "text": "text", "bytes": "content"}
_OF_ANSWERS = {"status": "status", "elapsed": "elapsed", "request": "sent"}


@attrs.frozen(eq=False)
class Expressions:
    """Turns values into code. `variables` are the Python names of captures and columns.

    `plain` names the captures that are no answers but ordinary values.
    """

    names: Names
    imports: Imports
    variables: dict[str, str] = attrs.field(factory=dict)
    plain: set[str] = attrs.field(factory=set)
    is_sent: Callable[[str, bool], bool] = lambda contract, fresh: False
    """Whether a thing, by contract and freshness, is what was sent, not what was answered."""

    def variable(self, name: str) -> str:
        """The Python name of a capture or column."""
        found = self.variables.get(name)
        if found is None:
            # The suite's names are many: they are looked into, never copied.
            base = found = identifier(name)
            number = 2
            while found in self.names.taken or found in self.variables.values():
                found, number = f"{base}_{number}", number + 1
            self.variables[name] = found
        return found

    def of(self, value: Value) -> Code:
        """The expression for a value; an answer as a whole is its JSON."""
        match value:
            case Captured(name, form) if name not in self.plain:
                return Attribute(Raw(self.variable(name)), _BODIES[form])
            case FlowCapture(form=form):
                return Attribute(self.subject(value), _BODIES[form])
            case _:
                return self.subject(value)

    def pairs(self, entries: tuple[tuple[str, Value], ...]) -> Code:
        """A dictionary of values by their names."""
        return DictOf(tuple((literal(name), self.of(value)) for name, value in entries))

    def subject(self, value: Value) -> Code:
        """The expression for a value that something is asked of; an answer stays an answer."""
        match value:
            case Const(plain):
                return self._literal(plain)
            case Template(parts):
                return self._template(parts)
            case Builtin():
                return self._builtin(value)
            case Captured(name) | Column(name):
                return Raw(self.variable(name))
            case FlowCapture(flow=flow, name=name):
                return Attribute(self.subject(flow), identifier(name))
            case Thing(contract, path, fresh):
                code: Code = Raw(self.names.fixture(contract, fresh))
                if self.is_sent(contract, fresh):
                    code = Attribute(code, "sent")
                for name in path:
                    code = Subscript(code, literal(name))
                return code
            case Field(subject, name, maybe):
                holder = self.subject(subject)
                if maybe:
                    return Call(Attribute(holder, "get"), (literal(name),))
                return Subscript(holder, literal(name))
            case Item(subject, index):
                return Subscript(self.subject(subject), self.of(index))
            case Each(subject, path):
                self.imports.runtime("each")
                steps = tuple(Raw("...") if name == "*" else literal(name) for name in path)
                return Call("each", (self.of(subject), *steps))
            case Function(name, arguments):
                return self._function(name, arguments)
            case Operation(operator, operands):
                return self._operation(operator, operands)
            case Conforms(subject, contract):
                self.imports.add(".contracts", self.names.contracts[contract])
                return Prefix(
                    "not",
                    Call(
                        Attribute(Raw(self.names.contracts[contract]), "errors"),
                        (self.of(subject),),
                    ),
                )
            case Span():
                return literal(None)
            case Items(items):
                return ListOf(tuple(self.of(item) for item in items))
            case Fields(entries):
                return self.pairs(entries)
            case _:
                assert_never(value)

    def _literal(self, value: object) -> Code:
        if has_decimal(value):
            self.imports.add("decimal", "Decimal")
        return literal(value)

    def _template(self, parts: tuple[str | Value, ...]) -> Code:
        pattern = "".join(
            part.replace("{", "{{").replace("}", "}}") if isinstance(part, str) else "{}"
            for part in parts
        )
        values = tuple(self.of(part) for part in parts if not isinstance(part, str))
        return Call(Attribute(literal(pattern), "format"), values)

    def _builtin(self, value: Builtin) -> Code:
        match value.name:
            case "secret":
                self.imports.runtime("secret")
                return Call("secret", (self.of(value.arguments[0]), self.spec(value.spec)))
            case "file" if value.arguments:
                self.imports.runtime("file")
                return Call("file", (self.of(value.arguments[0]), self.spec(value.spec)))
            case "file":
                self.imports.runtime("File")
                return Call("File", (literal("example.bin"), literal(b"specc")))
            case "unique_email":
                self.imports.runtime("unique")
                return Infix("+", Call("unique", (literal("person"),)), literal("@host.example"))
            case name:
                self.imports.runtime(name)
                return Call(name, tuple(self.of(item) for item in value.arguments))

    def spec(self, name: str) -> Code:
        """The path of a spec file, for what is read from it or beside it at run time."""
        self.imports.add(".service", "ROOT")
        return Infix("/", Raw("ROOT"), literal(name))

    def _function(self, name: str, arguments: tuple[Value, ...]) -> Code:
        if name in _OF_ANSWERS:
            return Attribute(self.subject(arguments[0]), _OF_ANSWERS[name])
        if name in ("header", "cookie"):
            return Call(
                Attribute(self.subject(arguments[0]), name),
                tuple(self.of(item) for item in arguments[1:]),
            )
        return Call(name, tuple(self.of(item) for item in arguments))

    def _operation(self, operator: str, operands: tuple[Value, ...]) -> Code:
        said = without_not(Operation(operator, operands))
        if isinstance(said, Operation) and said.operator != operator:
            return self._operation(said.operator, said.operands)
        if len(operands) == 1:
            return Prefix(operator, self.of(operands[0]))
        left, right = operands
        if isinstance(right, Span):
            return self._within(left, right, negated=operator == "not in")
        match operator:
            case "contains":
                return Infix("in", self.of(right), self.of(left))
            case "matches":
                self.imports.add("re")
                found = Call("re.search", (self.of(right), self.of(left)))
                return Infix("is not", found, literal(None))
            case _ if operator in _OPERATORS:
                return Infix(operator, self.of(left), self.of(right))
            case _:
                raise AssertionError(f"no such operator: {operator}")

    def _within(self, value: Value, span: Span, *, negated: bool) -> Code:
        code: Code = literal(True)
        ends: list[Code] = []
        if span.low is not None:
            ends.append(Infix(">=", self.of(value), self.of(span.low)))
        if span.high is not None:
            ends.append(Infix("<=", self.of(value), self.of(span.high)))
        for index, end in enumerate(ends):
            code = end if index == 0 else Infix("and", code, end)
        return Prefix("not", code) if negated else code


def has_decimal(value: object) -> bool:
    """Whether the code of a value needs `Decimal`."""
    match value:
        case Decimal():
            return True
        case list() | tuple():
            return any(has_decimal(item) for item in value)
        case dict():
            return any(has_decimal(item) for item in value.values())
        case _:
            return False

"""Calls of derived tests as Python expressions."""

from __future__ import annotations

from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Attribute, Code, Raw, literal
from specc.emit.python.code import Call as CallCode
from specc.plan.nodes import Call


def call_code(call: Call, values: Expressions, body: Code | None = None) -> Code:
    """`alice.call(create_order, {...}, body=...)`; `body` stands in for the call's own."""
    names = values.names
    values.imports.add(".endpoints", names.endpoints[call.endpoint])
    arguments: list[Code] = [Raw(names.endpoints[call.endpoint])]
    if call.changed == "params":
        arguments.append(CallCode("change", (values.pairs(call.params),)))
    elif call.params:
        arguments.append(values.pairs(call.params))
    keywords: list[tuple[str, Code]] = []
    if body is None and call.body is not None:
        body = values.of(call.body)
    if body is not None:
        if call.changed == "body":
            body = CallCode("change", (body,))
        keywords.append(("body", body))
    if call.media is not None:
        keywords.append(("media", literal(call.media)))
    actor: Code = Raw(names.actor(call.actor))
    if call.forged:
        values.imports.runtime("forged")
        actor = CallCode("forged", (actor,))
    return CallCode(Attribute(actor, "call"), tuple(arguments), tuple(keywords))


def reached(call: Call, code: Code, values: Expressions) -> Code:
    """`expect_status(..., 201)`: a set-up is there for others, and promises nothing by itself."""
    values.imports.runtime("expect_status")
    statuses = literal(call.statuses[0] if len(call.statuses) == 1 else call.statuses)
    return CallCode("expect_status", (code, statuses))


def expected(call: Call, code: Code, values: Expressions) -> Code:
    """`expect(..., 201, Order)`, or `survived(...)` where any declared answer but a 5xx will do."""
    if call.loose:
        values.imports.runtime("survived")
        return CallCode("survived", (code, *map(literal, call.statuses)))
    values.imports.runtime("expect")
    statuses = literal(call.statuses[0] if len(call.statuses) == 1 else call.statuses)
    arguments: tuple[Code, ...] = (code, statuses)
    if call.contract is not None:
        python = values.names.contracts[call.contract]
        values.imports.add(".contracts", python)
        arguments = (*arguments, Raw(python))
    return CallCode("expect", arguments)

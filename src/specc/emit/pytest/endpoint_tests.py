"""`test_<endpoint>.py`: the derived tests of one endpoint."""

from __future__ import annotations

import attrs

from specc.emit.pytest.calls import call_code, expected
from specc.emit.pytest.changes import change_row
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call as CallCode
from specc.emit.python.code import Code, ListOf, Raw, literal
from specc.emit.python.prose import docstring
from specc.emit.python.statements import (
    assignment,
    call_statement,
    decorator,
    for_statement,
    function_signature,
    with_statement,
)
from specc.ir import nodes
from specc.ir.expressions import Captured, Value
from specc.plan.nodes import (
    Burst,
    Call,
    DerivedStep,
    DerivedTest,
    EndpointPlan,
    Keep,
    Plan,
    Retried,
    Verify,
    Walk,
    flat,
    things_in,
)
from specc.plan.recipes import is_static

LISTS = {"listed": "listed", "listed_before": "listed_before"}
"""The variables of lists that a test has walked; no part of a spec is called so."""


@attrs.frozen(eq=False)
class EndpointTests:
    """The file's text, and the fixtures that it asks for."""

    text: str
    fixtures: frozenset[str]


def endpoint_file(plan: Plan, part: EndpointPlan, names: Names) -> EndpointTests:
    """The tests of one endpoint."""
    endpoint = plan.suite.by_name[part.endpoint]
    imports = Imports()
    used: set[str] = set()
    body = _shared_body(part)
    constants: list[str] = []
    values = Expressions(names, imports, is_sent=plan.is_sent)
    if body is not None:
        constants.append(assignment("BODY", values.of(body)))
    blocks = [_test(test, plan, names, imports, body, used) for test in part.tests]
    lines = [f"{endpoint.line} keeps what {endpoint.place} says."]
    if endpoint.doc:
        lines = [*lines, "", endpoint.doc.strip()]
    text = render(ModuleView("\n".join(lines), imports.text(), tuple(constants), tuple(blocks)))
    return EndpointTests(text, frozenset(used))


def _shared_body(part: EndpointPlan) -> Value | None:
    """The body that most tests start from, if it is the same in every run."""
    for test in part.tests:
        for step in test.steps:
            if isinstance(step, Call) and step.endpoint == part.endpoint and step.body is not None:
                return step.body if is_static(step.body) else None
    return None


def _test(
    test: DerivedTest,
    plan: Plan,
    names: Names,
    imports: Imports,
    body: Value | None,
    used: set[str],
) -> str:
    values = Expressions(names, imports, dict(LISTS), is_sent=plan.is_sent)
    imports.runtime("obligation")
    lines = [decorator(CallCode("obligation", (literal(test.obligation), literal(test.place))))]
    if test.changes:
        imports.add("pytest")
        imports.runtime("Change")
        params = ListOf(tuple(change_row(change, imports) for change in test.changes))
        rows = CallCode(
            "pytest.mark.parametrize", (literal("change"), params), (("ids", Raw("str")),)
        )
        lines.append(decorator(rows))
    statements: list[str] = []
    for step in test.steps:
        statements.extend(_step(step, plan, values, body))
    parameters = _parameters(test, names)
    used.update(name.split(":")[0] for name in parameters)
    if any(item.endswith(": Actor") for item in parameters):
        imports.runtime("Actor")
    if any(item.endswith(": Response") for item in parameters):
        imports.runtime("Response")
    if test.changes:
        parameters.append("change: Change")
    lines.append(function_signature(test.function, parameters, "None"))
    lines.append(docstring(test.doc, 4))
    lines.extend(statements)
    return "\n".join(lines)


def _parameters(test: DerivedTest, names: Names) -> list[str]:
    """The fixtures that a test asks for: its actors, then its things."""
    actors = dict.fromkeys(
        f"{names.actor(step.actor)}: Actor"
        for step in flat(test.steps)
        if isinstance(step, Call | Walk | Burst)
    )
    things = dict.fromkeys(
        f"{names.fixture(thing.contract, thing.fresh)}: Response"
        for step in test.steps
        for thing in things_in(step)
    )
    return [*actors, *things]


def _step(
    step: DerivedStep, plan: Plan, values: Expressions, body: Value | None, indent: int = 4
) -> list[str]:
    match step:
        case Call():
            shared = Raw("BODY") if body is not None and step.body == body else None
            code = call_code(step, values, shared)
            if step.statuses or step.loose:
                code = expected(step, code, values)
            if step.capture is not None:
                return [assignment(values.variable(step.capture), code, indent)]
            return [call_statement(code, indent)]
        case Verify(check, arguments):
            values.imports.runtime(check)
            codes = tuple(_whole(argument, values) for argument in arguments)
            return [call_statement(CallCode(check, codes), indent)]
        case Walk():
            return [_walk(step, plan, values, indent)]
        case Burst():
            return _burst(step, values)
        case Keep(capture, value):
            values.plain.add(capture)
            return [assignment(values.variable(capture), values.of(value), indent)]
        case Retried(steps):
            values.imports.runtime("eventually")
            times = (("within", literal(2)), ("every", literal(0.1)))
            return [
                for_statement("attempt", CallCode("eventually", (), times), indent),
                with_statement(Raw("attempt"), indent + 4),
                *(line for inner in steps for line in _step(inner, plan, values, body, indent + 8)),
            ]


def _whole(value: Value, values: Expressions) -> Code:
    """A captured list is handed on as it is: it is no answer. So is an answer as such."""
    if isinstance(value, Captured) and (value.name in LISTS or value.form == "answer"):
        return Raw(values.variable(value.name))
    return values.of(value)


def _walk(step: Walk, plan: Plan, values: Expressions, indent: int) -> str:
    names = values.names
    endpoint = plan.suite.by_name[step.endpoint]
    values.imports.runtime("read_list")
    values.imports.add(".endpoints", names.endpoints[step.endpoint])
    keywords: list[tuple[str, Code]] = []
    if step.params:
        keywords.append(("params", values.pairs(step.params)))
    if step.items:
        keywords.append(("items", literal(step.items)))
    keywords.extend(paging(endpoint))
    code = CallCode(
        "read_list",
        (Raw(names.actor(step.actor)), Raw(names.endpoints[step.endpoint])),
        tuple(keywords),
    )
    return assignment(values.variable(step.capture), code, indent)


def paging(endpoint: nodes.Endpoint) -> list[tuple[str, Code]]:
    """How `read_list` is told that a list goes on."""
    pages = endpoint.pages
    if pages is None:
        return []
    if pages.link:
        if pages.source is None:
            return [("link", literal(True))]
        return [("source", literal(pages.source))]
    if pages.source is not None:
        found: list[tuple[str, Code]] = []
        if pages.by:
            found.append(("cursor", literal(pages.by[0])))
        return [*found, ("source", literal(pages.source))]
    return [("by", literal(pages.by))] if len(pages.by) == 2 else []


def _burst(step: Burst, values: Expressions) -> list[str]:
    names = values.names
    values.imports.runtime("burst", "expect")
    values.imports.add(".endpoints", names.endpoints[step.endpoint])
    arguments: list[Code] = [
        Raw(names.actor(step.actor)),
        Raw(names.endpoints[step.endpoint]),
    ]
    if step.params:
        arguments.append(values.pairs(step.params))
    keywords: list[tuple[str, Code]] = []
    if step.body is not None:
        keywords.append(("body", values.of(step.body)))
    keywords.append(("count", literal(step.count)))
    keywords.append(("until", literal(step.status)))
    code = CallCode("burst", tuple(arguments), tuple(keywords))
    last = CallCode("expect", (Raw("responses[-1]"), literal(step.status)))
    return [assignment("responses", code, 4), call_statement(last, 4)]

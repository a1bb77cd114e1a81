"""`test_security.py`: what is probed where, and by whom; how a probe works is the runtime's."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call as CallCode
from specc.emit.python.code import Code, DictOf, Infix, ListOf, Raw, literal
from specc.emit.python.prose import docstring
from specc.emit.python.statements import call_statement, decorator, function_signature
from specc.ir.expressions import Builtin, Captured, Field, Fields, Value, walk
from specc.plan.nodes import Call, Plan, things_in
from specc.plan.security import SecurityPlan, SecurityTest, Who
from specc.plan.security.nodes import Argument, Calls, ScanTest, calls_in

_MADE_ANEW = ("unique", "uuid")


@attrs.frozen(eq=False)
class SecurityTests:
    """The file's text, and the fixtures that it asks for."""

    text: str
    fixtures: frozenset[str]


def security_file(plan: Plan, security: SecurityPlan, names: Names) -> SecurityTests:
    """The security tests of a suite."""
    imports = Imports()
    if security.tests:
        imports.add("pytest")
    imports.runtime("obligation", "security")
    used: set[str] = set()
    blocks = [_only_against(plan, security, names, imports)] if security.tests else []
    blocks.extend(_test(test, plan, names, imports, used) for test in security.tests)
    blocks.extend(_scan(scan, imports) for scan in security.scans)
    doc = f"What {plan.suite.spec} says nobody may do, and what must not come of trying."
    text = render(ModuleView(doc, imports.text(), (), tuple(blocks)))
    return SecurityTests(text, frozenset(used))


def _only_against(plan: Plan, security: SecurityPlan, names: Names, imports: Imports) -> str:
    """The fixture that keeps the tests to hosts that the spec allows for them."""
    used = {plan.suite.by_name[test.attempt.endpoint].service for test in security.tests}
    services = [names.services[item.name] for item in plan.suite.services if item.name in used]
    imports.add(".service", *services)
    hosts = tuple(literal(host) for host in security.hosts)
    call = CallCode("security.only_against", (*map(Raw, services),), (("hosts", ListOf(hosts)),))
    return "\n".join(
        [
            "@pytest.fixture(autouse=True)",
            function_signature("_only_against", (), "None"),
            docstring("Loopback is tried out, and what the spec allows by name; nothing else.", 4),
            call_statement(call, 4),
        ]
    )


def _test(test: SecurityTest, plan: Plan, names: Names, imports: Imports, used: set[str]) -> str:
    values = Expressions(names, imports, is_sent=plan.is_sent)
    several = len(test.rules) > 1
    identifier = test.endpoint or "service"
    if not several:
        identifier = ".".join(filter(None, [identifier, test.rules[0], test.who]))
    lines = [decorator(CallCode("obligation", (literal(identifier), literal(test.place))))]
    if test.fail_on is not None:
        lines.append(decorator(CallCode("security.fail_on", (literal(test.fail_on),))))
    if several:
        rules = ListOf(tuple(literal(rule) for rule in test.rules))
        lines.append(decorator(CallCode("pytest.mark.parametrize", (literal("rule"), rules))))
    parameters = list(dict.fromkeys(_parameters(test, names)))
    used.update(name.split(":")[0] for name in parameters)
    for kind in ("Actor", "Response"):
        if any(item.endswith(f": {kind}") for item in parameters):
            imports.runtime(kind)
    if several:
        parameters.append("rule: str")
    lines.append(function_signature(test.function, parameters))
    lines.append(docstring(test.doc, 4))
    first = Raw("rule") if several else literal(test.rules[0])
    arguments = (first, _attempt(test.attempt, values, test.like))
    keywords = tuple((name, _argument(value, values)) for name, value in test.others)
    check = _check(test.check, imports)
    lines.append(call_statement(CallCode(check, arguments, keywords), 4))
    return "\n".join(lines)


def _check(place: str, imports: Imports) -> str:
    """What a check is called in the file: `security.refuses_intruder`, or one that is imported."""
    module, colon, name = place.rpartition(":")
    if not colon:
        return f"security.{name}"
    imports.add(module)
    return f"{module}.{name}"


def _scan(scan: ScanTest, imports: Imports) -> str:
    """A test that looks at files."""
    imports.add(".service", "ROOT")
    path = Infix("/", Raw("ROOT"), literal(scan.path))
    keywords: list[tuple[str, Code]] = []
    if scan.also:
        others = ListOf(tuple(Infix("/", Raw("ROOT"), literal(other)) for other in scan.also))
        keywords += [("also", others), ("root", Raw("ROOT"))]
    keywords.append(("fail_on", literal(scan.fail_on)))
    call = CallCode(f"security.{scan.check}", (path,), tuple(keywords))
    return "\n".join(
        [
            decorator(CallCode("obligation", (literal(scan.obligation), literal(scan.place)))),
            function_signature(scan.function, ()),
            docstring(scan.doc, 4),
            call_statement(call, 4),
        ]
    )


def _argument(value: Argument, values: Expressions) -> Code:
    match value:
        case Call():
            return _attempt(value, values)
        case Calls(calls):
            return ListOf(tuple(_attempt(call, values) for call in calls))
        case Who(name):
            return Raw(values.names.actor(name))
        case _:
            return values.of(value)


def _attempt(call: Call, values: Expressions, like: str | None = None) -> Code:
    """`security.Attempt(alice, pay, {"id": ...}, body=...)`."""
    names = values.names
    values.imports.add(".endpoints", names.endpoints[call.endpoint])
    arguments: list[Code] = [
        Raw(names.actor(call.actor)),
        Raw(names.endpoints[call.endpoint]),
    ]
    if call.params:
        pairs = tuple((literal(name), _parameter(value, values)) for name, value in call.params)
        arguments.append(DictOf(pairs))
    keywords: list[tuple[str, Code]] = []
    if call.body is not None:
        keywords.append(("body", values.of(call.body)))
        fresh = tuple(_made_anew(call.body, ""))
        if fresh:
            keywords.append(("fresh", ListOf(tuple(literal(place) for place in fresh))))
    if like is not None:
        keywords.append(("like", Raw(names.actor(like))))
    return CallCode("security.Attempt", tuple(arguments), tuple(keywords))


def _parameter(value: Value, values: Expressions) -> Code:
    """A value; what comes from the answer that is looked at again is said by its place there."""
    steps: list[str] = []
    inner = value
    while isinstance(inner, Field):
        steps.insert(0, inner.name)
        inner = inner.subject
    if isinstance(inner, Captured) and steps:
        values.imports.runtime("FromBody")
        plain = all(step.isidentifier() for step in steps)
        path = literal(".".join(steps)) if plain else literal(tuple(steps))
        return CallCode("FromBody", (path,))
    return values.of(value)


def _made_anew(value: Value, at: str) -> Iterator[str]:
    """The fields of a body that must be others each time that it is sent."""
    if isinstance(value, Fields):
        for name, item in value.entries:
            if name.isidentifier():
                yield from _made_anew(item, f"{at}.{name}" if at else name)
    elif at and any(isinstance(item, Builtin) and item.name in _MADE_ANEW for item in walk(value)):
        yield at


def _parameters(test: SecurityTest, names: Names) -> Iterator[str]:
    """The fixtures that a test asks for: its actors, then its things."""
    calls = [test.attempt, *calls_in(test.others)]
    for call in calls:
        yield f"{names.actor(call.actor)}: Actor"
    if test.like is not None:
        yield f"{names.actor(test.like)}: Actor"
    for _, value in test.others:
        if isinstance(value, Who):
            yield f"{names.actor(value.name)}: Actor"
    plain = tuple(
        (name, value) for name, value in test.others if not isinstance(value, Call | Calls | Who)
    )
    for call in [*calls, Call("", "", plain)]:
        for thing in things_in(call):
            yield f"{names.fixture(thing.contract, thing.fresh)}: Response"

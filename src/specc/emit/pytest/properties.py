"""`test_properties.py`: tests that are run with many requests, made up when they are run."""

from __future__ import annotations

import attrs

from specc.emit.pytest.calls import call_code, expected, reached
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call as CallCode
from specc.emit.python.code import Code, DictOf, Infix, Raw, literal
from specc.emit.python.prose import docstring
from specc.emit.python.statements import assignment, call_statement, decorator, function_signature
from specc.plan.nodes import Call, Plan, things_in
from specc.plan.property_nodes import PropertyTest

PACKAGE = "specc.runtime.properties"


@attrs.frozen(eq=False)
class PropertyTests:
    """The file's text, and the fixtures that it asks for."""

    text: str
    fixtures: frozenset[str]


def properties_file(plan: Plan, names: Names) -> PropertyTests:
    """The property tests of all endpoints."""
    imports = Imports()
    imports.runtime("obligation")
    imports.add(".", "requests")
    imports.add(PACKAGE, "Sent")
    used: set[str] = set()
    blocks = [_test(test, plan, names, imports, used) for test in plan.properties.tests]
    doc = f"What {plan.suite.spec} says holds for requests of all kinds."
    text = render(ModuleView(doc, imports.text(), (), tuple(blocks)))
    return PropertyTests(text, frozenset(used))


def _test(test: PropertyTest, plan: Plan, names: Names, imports: Imports, used: set[str]) -> str:
    values = Expressions(names, imports, is_sent=plan.is_sent)
    wanted = "any_valid" if test.valid else "any_invalid"
    imports.add(PACKAGE, wanted)
    endpoint = names.endpoints[test.call.endpoint]
    parameters = _parameters(test, names)
    used.update(name.split(":")[0] for name in parameters)
    for kind in ("Actor", "Response"):
        if any(item.endswith(f": {kind}") for item in parameters):
            imports.runtime(kind)
    lines = [
        decorator(CallCode("obligation", (literal(test.obligation), literal(test.place)))),
        decorator(CallCode(wanted, (Raw(f"requests.{endpoint}"),))),
        function_signature(test.function, [*parameters, "sent: Sent"], "None"),
        docstring(test.doc, 4),
    ]
    for set_up in test.set_ups:
        assert set_up.call is not None
        code = reached(set_up.call, call_code(set_up.call, values), values)
        lines.append(assignment(names.fixture(set_up.contract, set_up.fresh), code, 4))
    if test.things:
        things = values.pairs(test.things)
        lines.append(assignment("sent", CallCode("sent.on", (things,)), 4))
    call = _call(test.call, test, values)
    if test.valid:
        lines.append(call_statement(expected(test.call, call, values), 4))
    else:
        imports.add(PACKAGE, "refused")
        lines.append(call_statement(CallCode("refused", (call, Raw("sent"))), 4))
    return "\n".join(lines)


def _call(call: Call, test: PropertyTest, values: Expressions) -> Code:
    """`alice.call(pay, {"id": new_order["id"]} | sent.params, body=sent.body)`."""
    names = values.names
    values.imports.add(".endpoints", names.endpoints[call.endpoint])
    arguments: list[Code] = [Raw(names.endpoints[call.endpoint])]
    given = values.pairs(call.params) if call.params else None
    made_up = Raw("sent.params") if test.shape.params else None
    if given is not None and made_up is not None:
        arguments.append(Infix("|", given, made_up))
    elif given is not None or made_up is not None:
        arguments.append(given or made_up or DictOf(()))
    keywords: list[tuple[str, Code]] = []
    if test.shape.body is not None:
        keywords.append(("body", Raw("sent.body")))
    elif call.body is not None:
        keywords.append(("body", values.of(call.body)))
    return CallCode(f"{names.actor(call.actor)}.call", tuple(arguments), tuple(keywords))


def _parameters(test: PropertyTest, names: Names) -> list[str]:
    """The fixtures that a test asks for: its actors, then the things that it does not make."""
    made = {(set_up.contract, set_up.fresh) for set_up in test.set_ups}
    calls = [set_up.call for set_up in test.set_ups if set_up.call is not None] + [test.call]
    asked = Call("", "", test.things)
    actors = dict.fromkeys(f"{names.actor(call.actor)}: Actor" for call in calls)
    things = dict.fromkeys(
        f"{names.fixture(thing.contract, thing.fresh)}: Response"
        for call in [*calls, asked]
        for thing in things_in(call)
        if (thing.contract, thing.fresh) not in made
    )
    return [*actors, *things]

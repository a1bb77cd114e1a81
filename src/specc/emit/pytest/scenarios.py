"""`test_scenarios.py`: the spec's own tests."""

from __future__ import annotations

from specc.emit.pytest.actors import elsewhere
from specc.emit.pytest.endpoint_tests import EndpointTests
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.steps import Statements, idle_captures
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Code, ListOf, literal
from specc.emit.python.prose import docstring
from specc.emit.python.statements import decorator, function_signature
from specc.ir import nodes
from specc.ir.steps import Expectation, FlowCall, Request, walk_steps
from specc.plan.places import scenario_functions


def scenarios_file(suite: nodes.Suite, names: Names) -> EndpointTests:
    """The tests that the spec states, in its order."""
    imports = Imports()
    imports.runtime("obligation")
    used: set[str] = set()
    functions = scenario_functions(suite)
    blocks = [
        _test(test, functions[test.slug], suite, names, imports, used) for test in suite.tests
    ]
    doc = f"The tests that {suite.spec} states."
    return EndpointTests(
        render(ModuleView(doc, imports.text(), (), tuple(blocks))), frozenset(used)
    )


def _test(
    test: nodes.Test,
    function: str,
    suite: nodes.Suite,
    names: Names,
    imports: Imports,
    used: set[str],
) -> str:
    values = Expressions(names, imports)
    by_role = _by_role(suite)
    actors = dict(names.actors)
    for role, actor in by_role.items():
        actors[f"role:{role}"] = names.actors[actor]
    for name, text in elsewhere(suite, names).items():
        actors.setdefault(name, text)
    default = actors[test.actor] if test.actor else "anonymous"
    statements = Statements(suite, values, default, True, actors, idle_captures(test.steps))
    marks = tuple(literal(text) for text in (f"test.{test.slug}", test.place, *test.tags))
    lines = [decorator(Call("obligation", marks))]
    parameters: list[str] = []
    if test.cases:
        imports.add("pytest")
        columns = [values.variable(column) for column in test.columns]
        rows = ListOf(tuple(_row(case, values) for case in test.cases))
        lines.append(decorator(Call("pytest.mark.parametrize", (literal(tuple(columns)), rows))))
    body = statements.block(test.steps, 4)
    wanted: dict[str, None] = {}
    for step in walk_steps(test.steps):
        if isinstance(step, Request) and step.credential is not None:
            continue
        if isinstance(step, Request | FlowCall):
            wanted[actors[step.actor] if step.actor else default] = None
    for name in wanted:
        imports.runtime("Actor")
        used.add(name)
        parameters.append(f"{name}: Actor")
    text = "\n".join(body)
    if any(isinstance(step, Request | FlowCall | Expectation) for step in walk_steps(test.steps)):
        imports.runtime("Checks")
        parameters.append("check: Checks")
    parameters.extend(f"{values.variable(column)}: object" for column in test.columns)
    lines.append(function_signature(function, parameters, "None"))
    lines.append(docstring(_doc(test), 4))
    lines.append(text or "    pass")
    return "\n".join(lines)


def _doc(test: nodes.Test) -> str:
    title = test.title.strip() or "A test"
    sentence = title[0].upper() + title[1:]
    head = sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
    return f"{head}\n\n{test.doc.strip()}" if test.doc and test.doc.strip() else head


def _by_role(suite: nodes.Suite) -> dict[str, str]:
    found: dict[str, str] = {}
    for actor in suite.actors:
        found.setdefault(actor.role, actor.name)
    return found


def _row(case: nodes.Case, values: Expressions) -> Code:
    return Call(
        "pytest.param",
        tuple(values.of(value) for value in case.values),
        (("id", literal(case.label)),),
    )

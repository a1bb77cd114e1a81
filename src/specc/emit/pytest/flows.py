"""`flows.py`: the flows that several tests share."""

from __future__ import annotations

from specc.emit.pytest.actors import elsewhere, needs_elsewhere
from specc.emit.pytest.feeds import feed_constants, feeding
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.steps import Statements
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Raw
from specc.emit.python.names import identifier
from specc.emit.python.prose import docstring
from specc.emit.python.statements import function_signature, returned
from specc.ir import nodes
from specc.ir.steps import FlowCall, HostCall, Request, walk_steps


def flows_file(suite: nodes.Suite, names: Names) -> str:
    """A function for each flow; it returns what the flow captures."""
    imports = Imports()
    imports.runtime("Actor", "Checks")
    imports.add("types", "SimpleNamespace")
    feeds, constants = feed_constants(suite.flows, names, imports)
    blocks = [_flow(flow, suite, names, imports, feeds) for flow in suite.flows]
    for flow in suite.flows:
        # The flows of this file call each other as they are.
        imports.found.get(".flows", set()).discard(names.flows[flow.name])
    if not imports.found.get(".flows", True):
        del imports.found[".flows"]
    doc = f"Flows that tests and load profiles share, from {suite.spec}."
    return render(ModuleView(doc, imports.text(), constants, tuple(blocks)))


def _flow(
    flow: nodes.Flow,
    suite: nodes.Suite,
    names: Names,
    imports: Imports,
    feeds: dict[str, str],
) -> str:
    values = Expressions(names, imports)
    values.variables["actor "] = "actor"
    fed = feeding(flow, feeds, values)
    statements = Statements(suite, values, "actor", True, elsewhere(suite, names))
    body = statements.block(flow.steps, 4)
    captures = dict.fromkeys(
        step.capture
        for step in walk_steps(flow.steps)
        if isinstance(step, Request | FlowCall | HostCall) and step.capture
    )
    result = Call(
        "SimpleNamespace",
        (),
        tuple((identifier(name), Raw(values.variable(name))) for name in captures if name),
    )
    lines = [
        function_signature(
            names.flows[flow.name], ("actor: Actor", "check: Checks"), "SimpleNamespace"
        ),
        docstring(f"{flow.doc or 'The flow ' + flow.name} ({flow.place}).", 4),
        *fed,
        *body,
        returned(result, 4),
    ]
    text = "\n".join(lines)
    needs_elsewhere(statements, text, names, suite)
    return text

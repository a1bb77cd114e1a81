"""`actors.py` and `flows.py`: identities, and the flows that several tests share."""

from __future__ import annotations

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.steps import Statements, values_of
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Code, Raw, Subscript, literal
from specc.emit.python.names import identifier
from specc.emit.python.prose import docstring
from specc.emit.python.statements import assignment, call_statement, function_signature, returned
from specc.ir import nodes
from specc.ir.expressions import Column, walk


def elsewhere(suite: nodes.Suite, names: Names) -> dict[str, str]:
    """How a function that is handed one actor gets at the others: by name."""
    service = names.services[suite.services[0].name] if suite.services else "None"
    found = {"anonymous": 'Actor("anonymous")'}
    for actor in suite.actors:
        # Actor names are those of the grammar: letters, digits and underscores.
        text = f"actor_named({literal(actor.name).flat}, {service})"
        found[actor.name] = text
        found.setdefault(f"role:{actor.role}", text)
    return found


def needs_elsewhere(steps: Statements, text: str, names: Names, suite: nodes.Suite) -> None:
    """Imports what `elsewhere` was used for in a function's text."""
    if "actor_named(" in text:
        steps.values.imports.runtime("actor_named")
        steps.values.imports.add(".service", names.services[suite.services[0].name])


def actors_file(suite: nodes.Suite, names: Names) -> str:
    """A function for each actor, that makes the identity."""
    imports = Imports()
    if suite.actors:
        imports.runtime("Actor")
    blocks = [_actor(actor, suite, names, imports) for actor in suite.actors]
    doc = f"Who calls the service, from {suite.spec}."
    return render(ModuleView(doc, imports.text(), (), tuple(blocks)))


def _actor(actor: nodes.Actor, suite: nodes.Suite, names: Names, imports: Imports) -> str:
    values = Expressions(names, imports)
    values.variables["actor "] = "actor"
    statements = Statements(suite, values, "actor", False, elsewhere(suite, names))
    lines = [
        function_signature(
            names.actors[actor.name], () if actor.table is None else ("index: int = 0",), "Actor"
        ),
        docstring(f"{actor.doc or 'The ' + actor.role + ' ' + actor.name} ({actor.place}).", 4),
        assignment(
            "actor", Call("Actor", (literal(actor.name),), (("role", literal(actor.role)),)), 4
        ),
    ]
    if actor.table is not None:
        # Functional tests take the first of a pool; load profiles take all of them.
        imports.runtime("table")
        rows = Call("table", (literal(actor.table), values.spec(actor.spec)))
        lines.append(assignment("row", Subscript(rows, Raw("index")), 4))
        for column in columns_of(actor):
            values.variables[column] = Subscript(Raw("row"), literal(column)).flat
    owned = {capture: contract for contract, capture in actor.owns}
    for entry in actor.entries:
        if isinstance(entry, nodes.Credential):
            lines.append(_credential(entry, actor, names, values))
            continue
        lines.extend(statements.step(entry, 4))
        capture = getattr(entry, "capture", None)
        if capture in owned:
            target = Subscript(Raw("actor.made"), literal(owned[capture]))
            lines.append(assignment(target.flat, Raw(values.variable(capture)), 4))
    lines.append(returned(Raw("actor"), 4))
    text = "\n".join(lines)
    needs_elsewhere(statements, text, names, suite)
    return text


def columns_of(actor: nodes.Actor) -> list[str]:
    """The columns of an actor's table that its entries look at."""
    found: dict[str, None] = {}
    for entry in actor.entries:
        values = (
            [*entry.values, *(value for _, value in entry.settings)]
            if isinstance(entry, nodes.Credential)
            else values_of(entry)
        )
        for value in values:
            for item in walk(value):
                if isinstance(item, Column):
                    found[item.name] = None
    return list(found)


def _credential(
    credential: nodes.Credential, actor: nodes.Actor, names: Names, values: Expressions
) -> str:
    arguments: tuple[Code, ...] = tuple(values.of(value) for value in credential.values)
    if credential.kind != "oauth2":
        return call_statement(Call(f"actor.{credential.kind}", arguments), 4)
    service = names.services[actor.service]
    values.imports.add(".service", service)
    keywords = tuple((identifier(name), values.of(value)) for name, value in credential.settings)
    call = Call("actor.oauth2_client_credentials", (Raw(service),), keywords)
    return call_statement(call, 4)

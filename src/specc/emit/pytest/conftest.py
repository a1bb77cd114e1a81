"""`conftest.py`: the actors and things that tests ask for, set up once where they can be shared."""

from __future__ import annotations

from specc.emit.pytest.calls import call_code, reached
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, DictOf, Raw, Subscript, literal
from specc.emit.python.prose import docstring
from specc.emit.python.statements import assignment, call_statement, function_signature, returned
from specc.plan.nodes import Plan, SetUp, things_in

SESSION = '@pytest.fixture(scope="session")'
FUNCTION = "@pytest.fixture"


def conftest_file(plan: Plan, names: Names, used: frozenset[str]) -> str:
    """Fixtures for the actors and things that are used."""
    suite = plan.suite
    imports = Imports()
    imports.add("pytest")
    imports.runtime("register_actors")
    values = Expressions(names, imports, is_sent=plan.is_sent)
    blocks = [
        "\n".join(
            [
                function_signature("pytest_configure", ("config: pytest.Config",), "None"),
                docstring("Brings in what every suite shares: obligations, clean-up, reports.", 4),
                '    config.pluginmanager.import_plugin("specc.runtime.plugin")',
            ]
        )
    ]
    things = set(names.fixtures.values())
    needed = {item for item in used if item in things}
    set_ups = _with_needs(plan, names, needed)
    owners = {names.actor(item.owner) for item in set_ups}
    wanted = used | owners
    for actor in suite.actors:
        name = names.actors[actor.name]
        made_anew = f"new_{name}"
        if name in wanted:
            blocks.append(
                _shared_actor(name, actor.doc or f"The {actor.role} {actor.name}", imports)
            )
        if made_anew in wanted:
            blocks.append(_fresh_actor(made_anew, name, actor.table is not None, imports))
    blocks.extend(_set_up(set_up, names, imports, values) for set_up in set_ups)
    if suite.actors:
        imports.add(".", "actors")
    makers = DictOf(
        tuple(
            (literal(actor.name), Raw(f"actors.{names.actors[actor.name]}"))
            for actor in suite.actors
        )
    )
    services = tuple(Raw(names.services[service.name]) for service in suite.services)
    for service in suite.services:
        imports.add(".service", names.services[service.name])
    register = call_statement(Call("register_actors", (makers, *services)))
    doc = f"What the tests of {suite.spec} share."
    return render(ModuleView(doc, imports.text(), (register,), tuple(blocks)))


def _with_needs(plan: Plan, names: Names, needed: set[str]) -> list[SetUp]:
    """The set-ups that are needed, with those that they need themselves."""
    by_fixture = {names.fixture(item.contract, item.fresh): item for item in plan.set_ups}
    pending = sorted(needed)
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name in found:
            continue
        found.add(name)
        call = by_fixture[name].call
        if call is not None:
            pending.extend(names.fixture(thing.contract, thing.fresh) for thing in things_in(call))
    return [item for name, item in by_fixture.items() if name in found]


def _shared_actor(name: str, doc: str, imports: Imports) -> str:
    imports.add("collections.abc", "Iterator")
    imports.runtime("Actor", "lasting")
    return "\n".join(
        [
            SESSION,
            function_signature(name, (), "Iterator[Actor]"),
            docstring(_sentence(doc), 4),
            "    with lasting() as things:",
            f"        actor = actors.{name}()",
            "    yield actor",
            "    things.delete()",
        ]
    )


def _fresh_actor(name: str, made: str, from_table: bool, imports: Imports) -> str:
    # The first row of a table is the actor that all tests share.
    which = "1" if from_table else ""
    imports.runtime("Actor")
    return "\n".join(
        [
            FUNCTION,
            function_signature(name, (), "Actor"),
            docstring(f"Another actor like {made}, of the test's own.", 4),
            f"    return actors.{made}({which})",
        ]
    )


def _set_up(set_up: SetUp, names: Names, imports: Imports, values: Expressions) -> str:
    imports.runtime("Response")
    name = names.fixture(set_up.contract, set_up.fresh)
    owner = names.actor(set_up.owner)
    if set_up.call is None:
        made = Subscript(Raw(f"{owner}.made"), literal(set_up.contract))
        return "\n".join(
            [
                FUNCTION if set_up.fresh else SESSION,
                function_signature(name, (f"{owner}: Actor",), "Response"),
                docstring(
                    f"The {set_up.contract} that {owner} made for itself ({set_up.place}).", 4
                ),
                returned(made, 4),
            ]
        )
    call = reached(set_up.call, call_code(set_up.call, values), values)
    parameters = [f"{owner}: Actor"]
    imports.runtime("Actor")
    for thing in things_in(set_up.call):
        parameter = f"{names.fixture(thing.contract, thing.fresh)}: Response"
        if parameter not in parameters:
            parameters.append(parameter)
    if set_up.fresh:
        return "\n".join(
            [
                FUNCTION,
                function_signature(name, parameters, "Response"),
                docstring(f"The {set_up.contract} of one test ({set_up.place}).", 4),
                returned(call, 4),
            ]
        )
    imports.add("collections.abc", "Iterator")
    imports.runtime("lasting")
    return "\n".join(
        [
            SESSION,
            function_signature(name, parameters, "Iterator[Response]"),
            docstring(
                f"The {set_up.contract} that tests share which leave it as it is ({set_up.place}).",
                4,
            ),
            "    with lasting() as things:",
            assignment("made", call, 8),
            "    yield made",
            "    things.delete()",
        ]
    )


def _sentence(text: str) -> str:
    first = text.strip().splitlines()[0].rstrip(".") if text.strip() else "An actor"
    return f"{first}."

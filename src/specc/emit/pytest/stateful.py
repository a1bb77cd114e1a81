"""`test_stateful.py`: random sequences of calls, held against a model of what they make."""

from __future__ import annotations

from specc.emit.pytest.endpoint_tests import paging
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.properties import PACKAGE, PropertyTests
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Code, DictOf, Raw, literal
from specc.emit.python.prose import docstring
from specc.emit.python.statements import call_statement, decorator, function_signature, listing
from specc.plan.nodes import Plan
from specc.plan.property_nodes import Move, Sequences


def stateful_file(plan: Plan, sequences: Sequences, names: Names) -> PropertyTests:
    """The moves, and the test that makes them."""
    imports = Imports()
    imports.runtime("Actor", "obligation")
    imports.add(PACKAGE, "Rule", "walk")
    values = Expressions(names, imports, is_sent=plan.is_sent)
    rules = listing("RULES", (_rule(move, plan, values) for move in sequences.moves))
    actors = [names.actors[name] for name in sequences.actors]
    given = DictOf(tuple((literal(name), Raw(names.actors[name])) for name in sequences.actors))
    promise = sequences.obligation
    block = "\n".join(
        [
            decorator(Call("obligation", (literal(promise.id), literal(promise.place)))),
            function_signature("test_sequences", [f"{name}: Actor" for name in actors], "None"),
            docstring(f"{promise.text[0].upper()}{promise.text[1:]}.", 4),
            call_statement(Call("walk", (given, Raw("RULES"))), 4),
        ]
    )
    doc = f"What {plan.suite.spec} says of things holds in whatever order calls are made."
    text = render(ModuleView(doc, imports.text(), (rules,), (block,)))
    return PropertyTests(text, frozenset(actors))


def _rule(move: Move, plan: Plan, values: Expressions) -> Code:
    names = values.names
    python = names.endpoints[move.endpoint]
    values.imports.add(".endpoints", python)
    endpoint = plan.suite.by_name[move.endpoint]
    keywords: list[tuple[str, Code]] = [
        ("deed", literal(move.deed)),
        ("endpoint", Raw(python)),
        ("thing", literal(move.thing)),
    ]
    if move.at:
        keywords.append(("at", literal(move.at)))
    if move.params:
        keywords.append(("params", literal(dict(move.params))))
    if move.fixed:
        keywords.append(("fixed", values.pairs(move.fixed)))
    if move.shape is not None:
        values.imports.add(".", "requests")
        keywords.append(("requests", Raw(f"requests.{python}")))
    for key, plain in (("by", move.by), ("owners", move.owners), ("answers", move.answers)):
        if plain:
            keywords.append((key, literal(plain)))
    if not endpoint.open:
        keywords.append(("refused", literal(move.refused)))
    if move.params:
        keywords.append(("gone", literal(move.gone)))
    if move.deed in ("creates", "lists") and move.key:
        keywords.append(("key", literal(move.key)))
    if move.hides:
        keywords.append(("hides", literal(True)))
    if move.shown and move.deed in ("creates", "reads", "updates"):
        keywords.append(("shown", literal(move.shown)))
    if move.deed == "lists" and (reading := paging(endpoint)):
        keywords.append(("reading", DictOf(tuple((literal(name), code) for name, code in reading))))
    return Call("Rule", (), tuple(keywords))

"""`requests.py`: what requests may look like, for tests that make them up."""

from __future__ import annotations

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import has_decimal
from specc.emit.python.code import Call, Code, DictOf, ListOf, Raw, TupleOf, literal
from specc.emit.python.names import class_name
from specc.emit.python.statements import assignment
from specc.plan.nodes import Plan
from specc.plan.property_nodes import RequestContract, RequestShape

_OWN = frozenset({"Contract", "Decimal", "Requests"})


def requests_file(plan: Plan, names: Names) -> str:
    """The shapes of all requests that are made up, and the contracts that they are made of."""
    imports = Imports()
    imports.add("specc.runtime.properties", "Requests")
    taken = set(_OWN)
    python: dict[str, str] = {}
    contracts = _contracts(plan)
    for contract in contracts:
        python[contract.name] = class_name(contract.name, taken)
        taken.add(python[contract.name])
    blocks = [_contract(contract, python, imports) for contract in contracts]
    for shape in _shapes(plan):
        imports.add(".", "endpoints")
        code = _shape(shape, python, names, imports)
        blocks.append(assignment(names.endpoints[shape.endpoint], code))
    doc = f"What requests may look like, from {plan.suite.spec}."
    return render(ModuleView(doc, imports.text(), tuple(blocks)))


def _contracts(plan: Plan) -> list[RequestContract]:
    """The contracts of property tests and of sequences, each once, in the order of the spec."""
    found = {item.name: item for item in plan.properties.contracts}
    if plan.sequences is not None:
        found |= {item.name: item for item in plan.sequences.contracts if item.name not in found}
    return list(found.values())


def _shapes(plan: Plan) -> list[RequestShape]:
    found = {shape.endpoint: shape for shape in plan.properties.shapes}
    for move in () if plan.sequences is None else plan.sequences.moves:
        if move.shape is not None:
            found.setdefault(move.endpoint, move.shape)
    return list(found.values())


def _contract(contract: RequestContract, python: dict[str, str], imports: Imports) -> str:
    imports.runtime("Contract")
    name = python[contract.name]
    keywords: list[tuple[str, Code]] = [("spec", literal(contract.place))]
    if contract.uses:
        keywords.append(("uses", _uses(contract.uses, python)))
    schema = _schema(contract.schema, python, imports)
    return assignment(name, Call("Contract", (literal(name), schema), tuple(keywords)))


def _shape(shape: RequestShape, python: dict[str, str], names: Names, imports: Imports) -> Code:
    keywords: list[tuple[str, Code]] = []
    if shape.params:
        keywords.append(("params", _schema(dict(shape.params), python, imports)))
    if shape.required:
        keywords.append(("required", literal(shape.required)))
    if shape.body is not None:
        keywords.append(("body", _schema(shape.body, python, imports)))
    if shape.uses:
        keywords.append(("uses", TupleOf(tuple(Raw(python[name]) for name in shape.uses))))
    if shape.waived:
        keywords.append(("waived", literal(shape.waived)))
    if shape.invalid:
        keywords.append(("invalid", literal(dict(shape.invalid))))
    endpoint = Raw(f"endpoints.{names.endpoints[shape.endpoint]}")
    return Call("Requests", (endpoint,), tuple(keywords))


def _uses(used: tuple[str, ...], python: dict[str, str]) -> Code:
    # By name, since contracts may refer to each other in circles.
    return TupleOf(tuple(literal(python[name]) for name in used))


def _schema(schema: object, python: dict[str, str], imports: Imports) -> Code:
    """A schema as a literal, its references by the contracts' Python names."""
    match schema:
        case dict():
            entries: list[tuple[Code, Code]] = []
            for key, value in schema.items():
                if key == "$ref" and isinstance(value, str):
                    target = python[value.removeprefix("#/$defs/")]
                    entries.append((literal(key), literal(f"#/$defs/{target}")))
                else:
                    entries.append((literal(key), _schema(value, python, imports)))
            return DictOf(tuple(entries))
        case list():
            return ListOf(tuple(_schema(item, python, imports) for item in schema))
        case _:
            if has_decimal(schema):
                imports.add("decimal", "Decimal")
            return literal(schema)

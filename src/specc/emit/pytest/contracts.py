"""`contracts.py`: what answers must look like."""

from __future__ import annotations

from decimal import Decimal

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.python.code import Call, Code, DictOf, ListOf, TupleOf, literal
from specc.emit.python.prose import comment
from specc.emit.python.statements import assignment
from specc.ir import nodes


def contracts_file(suite: nodes.Suite, names: Names) -> str:
    """All contracts of the suite, as JSON Schema 2020-12."""
    imports = Imports()
    if suite.contracts:
        imports.runtime("Contract")
    blocks: list[str] = []
    for contract in suite.contracts:
        code = _contract(contract, names, imports)
        lines = [comment(contract.doc, 0)] if contract.doc else []
        lines.append(assignment(names.contracts[contract.name], code))
        blocks.append("\n".join(lines))
    doc = f"What answers must look like, from {suite.spec}."
    return render(ModuleView(doc, imports.text(), tuple(blocks)))


def _contract(contract: nodes.Contract, names: Names, imports: Imports) -> Code:
    python = names.contracts[contract.name]
    keywords: list[tuple[str, Code]] = [("spec", literal(contract.place))]
    if contract.uses:
        # By name, since contracts may refer to each other in circles.
        keywords.append(
            ("uses", TupleOf(tuple(literal(names.contracts[name]) for name in contract.uses)))
        )
    if contract.secret:
        keywords.append(("secret", literal(contract.secret)))
    return Call(
        "Contract", (literal(python), schema_code(contract.schema, names, imports)), tuple(keywords)
    )


def schema_code(schema: object, names: Names, imports: Imports) -> Code:
    """A schema as a literal, its references by the contracts' Python names."""
    match schema:
        case dict():
            entries: list[tuple[Code, Code]] = []
            for key, value in schema.items():
                if key == "$ref" and isinstance(value, str):
                    target = names.contracts[value.removeprefix("#/$defs/")]
                    entries.append((literal(key), literal(f"#/$defs/{target}")))
                else:
                    entries.append((literal(key), schema_code(value, names, imports)))
            return DictOf(tuple(entries))
        case list():
            return ListOf(tuple(schema_code(item, names, imports) for item in schema))
        case _:
            if isinstance(schema, Decimal):
                imports.add("decimal", "Decimal")
            return literal(schema)

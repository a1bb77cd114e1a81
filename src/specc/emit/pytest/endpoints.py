"""`endpoints.py`: each endpoint once, with all that it may answer."""

from __future__ import annotations

from specc.emit.pytest.contracts import schema_code
from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.python.code import Call, Code, DictOf, Raw, TupleOf, literal
from specc.emit.python.prose import comment
from specc.emit.python.statements import assignment
from specc.ir import nodes
from specc.ir.expressions import Const
from specc.ir.schema import references
from specc.plan.nodes import FromArgument, FromThing, Plan, Undo


def endpoints_file(plan: Plan, names: Names) -> str:
    """All endpoints of the suite."""
    suite = plan.suite
    imports = Imports()
    if suite.endpoints:
        imports.runtime("Endpoint")
    blocks: list[str] = []
    for endpoint in suite.endpoints:
        lines = [comment(endpoint.doc, 0)] if endpoint.doc else []
        code = _endpoint(endpoint, plan.undos.get(endpoint.name), names, imports)
        lines.append(assignment(names.endpoints[endpoint.name], code))
        blocks.append("\n".join(lines))
    doc = f"The endpoints: how they are called and what they may answer, from {suite.spec}."
    return render(ModuleView(doc, imports.text(), tuple(blocks)))


def _endpoint(endpoint: nodes.Endpoint, undo: Undo | None, names: Names, imports: Imports) -> Code:
    service = names.services.get(endpoint.service)
    keywords: list[tuple[str, Code]] = [("spec", literal(endpoint.place))]
    if service is not None:
        imports.add(".service", service)
        keywords.append(("service", Raw(service)))
    for place in ("query", "header", "cookie"):
        found = tuple(item.name for item in endpoint.parameters if item.place_in == place)
        if found:
            keywords.append((place, literal(found)))
    if endpoint.body_form is not None:
        keywords.append(("body", literal(endpoint.body_form)))
    if endpoint.body_media is not None:
        keywords.append(("media", literal(endpoint.body_media)))
    keywords.append(("returns", _returns(endpoint, names, imports)))
    if endpoint.secret:
        keywords.append(("secret", literal(endpoint.secret)))
    creates = endpoint.effect("creates")
    if creates is not None:
        keywords.append(("creates", _creates(creates, undo, imports)))
    for kind in ("updates", "deletes"):
        effect = endpoint.effect(kind)
        if effect is not None:
            keywords.append((kind, literal(effect.contract)))
    return Call(
        "Endpoint",
        (literal(endpoint.name), literal(endpoint.method), literal("".join(endpoint.path))),
        tuple(keywords),
    )


def _returns(endpoint: nodes.Endpoint, names: Names, imports: Imports) -> Code:
    by_status: dict[int, nodes.Return] = {}
    for item in endpoint.returns:
        known = by_status.get(item.status)
        # Of several clauses of one status the one that says most of the answer counts.
        if known is None or (known.contract is None and item.contract is not None):
            by_status[item.status] = item
    return DictOf(
        tuple(
            (literal(status), _promise(item, names, imports)) for status, item in by_status.items()
        )
    )


def _promise(item: nodes.Return, names: Names, imports: Imports) -> Code:
    contract: Code = literal(None)
    if item.contract is not None:
        imports.add(".contracts", names.contracts[item.contract])
        contract = Raw(names.contracts[item.contract])
    plain = item.form in ("json", "none") and item.media is None and not item.headers
    if plain:
        return contract
    imports.runtime("Returns")
    positional = (contract,) if item.contract is not None or item.headers else ()
    keywords: list[tuple[str, Code]] = []
    if item.form in ("text", "bytes"):
        keywords.append(("form", literal(item.form)))
    if item.media is not None:
        keywords.append(("media", literal(item.media)))
    for key, optional in (("header", False), ("optional_header", True)):
        chosen = [header for header in item.headers if header[1] is optional]
        if chosen:
            imports.runtime("Contract")
            keywords.append(
                (
                    key,
                    DictOf(
                        tuple(
                            (
                                literal(name),
                                Call(
                                    "Contract",
                                    (literal(name), schema_code(schema, names, imports)),
                                    (("spec", literal(item.place)), *_uses(schema, names)),
                                ),
                            )
                            for name, _, schema in chosen
                        )
                    ),
                )
            )
    return Call("Returns", positional, tuple(keywords))


def _uses(schema: object, names: Names) -> tuple[tuple[str, Code], ...]:
    used = tuple(literal(names.contracts[name]) for name in references(schema))
    return (("uses", TupleOf(used)),) if used else ()


def _creates(effect: nodes.Effect, undo: Undo | None, imports: Imports) -> Code:
    imports.runtime("Creates")
    keywords: list[tuple[str, Code]] = []
    if effect.at:
        keywords.append(("at", literal(effect.at)))
    if undo is not None:
        keywords.append(("undo", _undo(undo, imports)))
    if effect.from_request:
        keywords.append(("from_request", literal(True)))
    return Call("Creates", (literal(effect.contract),), tuple(keywords))


def _undo(undo: Undo, imports: Imports) -> Code:
    imports.runtime("Undo")
    params = DictOf(
        tuple((literal(name), _source(source, imports)) for name, source in undo.params)
    )
    keywords: list[tuple[str, Code]] = []
    if undo.actor is not None:
        keywords.append(("actor", literal(undo.actor)))
    if undo.gone:
        keywords.append(("gone", literal(undo.gone)))
    return Call("Undo", (literal(undo.endpoint), params), tuple(keywords))


def _source(source: FromThing | FromArgument | Const, imports: Imports) -> Code:
    match source:
        case FromThing(path):
            imports.runtime("FromBody")
            return Call("FromBody", (literal(".".join(path)),))
        case FromArgument(name):
            imports.runtime("FromParam")
            return Call("FromParam", (literal(name),))
        case Const(value):
            return literal(value)

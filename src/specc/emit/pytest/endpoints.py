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
from specc.plan.recipes import ANONYMOUS, Recipes, UnreachableError


def endpoints_file(suite: nodes.Suite, names: Names) -> str:
    """All endpoints of the suite."""
    imports = Imports()
    if suite.endpoints:
        imports.runtime("Endpoint")
    recipes = Recipes.of(suite)
    blocks: list[str] = []
    for endpoint in suite.endpoints:
        lines = [comment(endpoint.doc, 0)] if endpoint.doc else []
        code = _endpoint(endpoint, recipes, names, imports)
        lines.append(assignment(names.endpoints[endpoint.name], code))
        blocks.append("\n".join(lines))
    doc = f"The endpoints: how they are called and what they may answer, from {suite.spec}."
    return render(ModuleView(doc, imports.text(), tuple(blocks)))


def _endpoint(endpoint: nodes.Endpoint, recipes: Recipes, names: Names, imports: Imports) -> Code:
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
        keywords.append(("creates", _creates(endpoint, creates, recipes, imports)))
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


def _creates(
    endpoint: nodes.Endpoint, effect: nodes.Effect, recipes: Recipes, imports: Imports
) -> Code:
    imports.runtime("Creates")
    keywords: list[tuple[str, Code]] = []
    if effect.at:
        keywords.append(("at", literal(effect.at)))
    undo = _undo(endpoint, effect, recipes, imports)
    if undo is not None:
        keywords.append(("undo", undo))
    if effect.from_request:
        keywords.append(("from_request", literal(True)))
    return Call("Creates", (literal(effect.contract),), tuple(keywords))


def _undo(
    endpoint: nodes.Endpoint, effect: nodes.Effect, recipes: Recipes, imports: Imports
) -> Code | None:
    """The call that deletes what the endpoint creates; None where the spec says of none."""
    for remover, deleted in recipes.by_effect.get(("deletes", effect.contract), ()):
        if deleted.of_self:
            continue
        params = _undo_params(endpoint, remover, effect.contract, imports)
        if params is None:
            continue
        keywords: list[tuple[str, Code]] = []
        try:
            maker, deleter = recipes.principal(endpoint), recipes.principal(remover)
        except UnreachableError:
            continue
        entitled = effect.contract in remover.owned or recipes.role_of(maker) in remover.allowed
        if not entitled and deleter not in (maker, ANONYMOUS):
            keywords.append(("actor", literal(deleter)))
        gone = _says_gone(remover)
        if gone:
            keywords.append(("gone", literal(gone)))
        imports.runtime("Undo")
        return Call("Undo", (literal(remover.name), params), tuple(keywords))
    return None


def _says_gone(remover: nodes.Endpoint) -> tuple[int, ...]:
    """The statuses, besides the usual, that a deletion of what is not there is answered with."""
    found = {
        item.status: None
        for item in remover.returns
        if item.status not in (404, 410)
        and any(
            condition.kind in ("unknown", "deleted", "repeated") for condition in item.conditions
        )
    }
    return tuple(found)


def _undo_params(
    maker: nodes.Endpoint, remover: nodes.Endpoint, contract: str, imports: Imports
) -> Code | None:
    entries: list[tuple[Code, Code]] = []
    needed: list[str] = []
    for parameter in remover.parameters:
        if not parameter.required:
            continue
        if parameter.feed is not None and parameter.feed.contract == contract:
            needed.append("FromBody")
            path = ".".join(parameter.feed.path)
            entries.append((literal(parameter.name), Call("FromBody", (literal(path),))))
            continue
        same = next(
            (
                item.name
                for item in maker.parameters
                if item.feed is not None and item.feed == parameter.feed
            ),
            None,
        )
        if same is not None:
            needed.append("FromParam")
            entries.append((literal(parameter.name), Call("FromParam", (literal(same),))))
        elif isinstance(parameter.example, Const):
            entries.append((literal(parameter.name), literal(parameter.example.value)))
        else:
            return None
    if "FromBody" not in needed:
        return None
    imports.runtime(*needed)
    return DictOf(tuple(entries))

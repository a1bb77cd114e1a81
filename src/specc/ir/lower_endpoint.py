"""Lowering of endpoints."""

from __future__ import annotations

from specc.ir import nodes
from specc.ir.context import Context
from specc.ir.lower_values import lower_value
from specc.ir.schema import Schema, schema_of
from specc.ir.thing_paths import path_to, path_to_list
from specc.semantics.symbols import Symbol
from specc.semantics.types import ContractType, FieldType, ListOf, Record, Type, Union
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.endpoint import (
    AsClause,
    BodyClause,
    CountsClause,
    Effect,
    Endpoint,
    MovesClause,
    PagesClause,
    Parameter,
    PathParameter,
    ReturnsClause,
    SortsClause,
    WithinClause,
)
from specc.syntax.nodes.types import TypeNode


def lower_endpoint(
    symbol: Symbol,
    context: Context,
    service: str,
    covered: bool,
    inline: dict[str, tuple[Schema, str]],
) -> nodes.Endpoint:
    """An endpoint; `inline` gains a contract for each answer that has a type but no name."""
    node = symbol.node
    assert isinstance(node, Endpoint)
    name = context.names[symbol]
    allowed: list[str] = []
    owned: list[str] = []
    parameters = [
        _parameter(part, "path", True, context)
        for part in node.path.parts
        if isinstance(part, PathParameter)
    ]
    returns: list[nodes.Return] = []
    effects: list[Effect] = []
    within: list[tuple[str | None, float, str]] = []
    body: BodyClause | None = None
    pages: nodes.Pages | None = None
    sorts: list[nodes.SortedBy] = []
    counted: nodes.Counted | None = None
    moves: list[nodes.Move] = []
    as_place = context.place(node.span)
    for clause in node.clauses:
        match clause:
            case AsClause():
                as_place = context.place(clause.span)
                for item in clause.allowed:
                    if item.owned is not None:
                        thing = context.find(item.owned.text)
                        if thing is not None:
                            owned.append(context.names[thing])
                    if item.role is not None:
                        allowed.append(_role(item.role, context))
            case Parameter():
                parameters.append(_parameter(clause, clause.place, not clause.optional, context))
            case BodyClause():
                body = clause
            case ReturnsClause():
                returns.append(_return(clause, name, context, inline))
            case Effect():
                effects.append(clause)
            case WithinClause():
                within.append((clause.metric, float(clause.limit.base), context.place(clause.span)))
            case PagesClause():
                declared = {item.name.text for item in node.clauses if isinstance(item, Parameter)}
                # In `by _limit, link from header "Next-Page"` the word is no parameter.
                by = tuple(
                    item.text
                    for item in clause.parameters
                    if item.text != "link" or "link" in declared
                )
                pages = nodes.Pages(
                    by,
                    clause.link or len(by) < len(clause.parameters),
                    clause.source,
                    context.place(clause.span),
                )
            case SortsClause(keys=keys):
                sorts.extend(
                    nodes.SortedBy(key.name.text, key.descending, context.place(key.span))
                    for key in keys
                )
            case CountsClause(source=source):
                counted = nodes.Counted(source, context.place(clause.span))
            case MovesClause():
                moves.extend(_moves(clause, context))
    body_type = None if body is None or body.type is None else _type(body.type, context)
    return nodes.Endpoint(
        name=name,
        method=node.method,
        path=tuple(
            part if isinstance(part, str) else "{" + part.name.text + "}"
            for part in node.path.parts
        ),
        service=service,
        allowed=tuple(allowed),
        owned=tuple(owned),
        parameters=tuple(parameters),
        body_form=None if body is None else body.form,
        body_media=None if body is None or body.media is None else body.media.plain,
        body_type=body_type,
        returns=tuple(returns),
        effects=tuple(_effect(effect, node, context) for effect in effects),
        within=tuple(within),
        pages=pages,
        waivers=tuple(
            nodes.Waiver(
                waiver.obligation.text,
                waiver.reason.plain or "",
                None if waiver.until is None else waiver.until.value,
                context.place(waiver.span),
            )
            for waiver in node.waivers
        ),
        secret=tuple(_secrets(body_type, context)),
        covered=covered,
        doc=node.doc,
        place=context.place(node.span),
        as_place=as_place,
        sorts=tuple(sorts),
        counted=counted,
        moves=tuple(moves),
    )


def _moves(clause: MovesClause, context: Context) -> list[nodes.Move]:
    name, _, field = clause.field.text.rpartition(".")
    thing = context.find(name)
    assert thing is not None
    return [
        nodes.Move(
            context.names[thing],
            field,
            tuple(state.plain or "" for state in move.states),
            move.to.plain or "",
            context.place(move.span),
        )
        for move in clause.moves
    ]


def _role(ref: Ref, context: Context) -> str:
    if ref.text in ("anyone", "anonymous"):
        return "anyone"
    symbol = context.find(ref.text)
    assert symbol is not None
    return context.names[symbol]


def _type(type_node: TypeNode, context: Context) -> Type | None:
    return context.program.types.get(type_node)


def _parameter(
    node: PathParameter | Parameter, place_in: str, required: bool, context: Context
) -> nodes.Parameter:
    type_ = _type(node.type, context)
    assert type_ is not None
    written = node.example if isinstance(node, PathParameter) else node.default
    return nodes.Parameter(
        place_in,
        node.name.text,
        type_,
        required,
        None if written is None else lower_value(written, context),
        feed_of(type_, context),
        context.place(node.span),
    )


def feed_of(type_: Type, context: Context) -> nodes.Feed | None:
    """Where a value of this type comes from, if it is the field of a thing."""
    match type_:
        case FieldType(contract, field, _):
            return nodes.Feed(context.names[contract], tuple(field.split(".")))
        case _:
            return None


def _return(
    clause: ReturnsClause, endpoint: str, context: Context, inline: dict[str, tuple[Schema, str]]
) -> nodes.Return:
    place = context.place(clause.span)
    type_ = None if clause.type is None else _type(clause.type, context)
    contract: str | None = None
    match type_:
        case None:
            pass
        case ContractType(symbol):
            contract = context.names[symbol]
        case _:
            stem = "".join(part.title() for part in endpoint.split("_"))
            contract = f"{stem}{clause.status}"
            inline[contract] = (schema_of(type_, context.names), place)
    return nodes.Return(
        clause.status,
        clause.form,
        None if clause.media is None else clause.media.plain,
        contract,
        type_,
        tuple(
            (
                header.name.text,
                header.optional,
                schema_of(_type(header.type, context) or Record(()), context.names),
            )
            for header in clause.headers
        ),
        tuple(
            nodes.Condition(item.kind, item.parameter.text if item.parameter else None)
            for item in clause.conditions
        ),
        place,
    )


def _effect(effect: Effect, node: Endpoint, context: Context) -> nodes.Effect:
    thing = context.find(effect.thing.text)
    assert thing is not None
    at = effect.at
    if at is None and not effect.from_request:
        find = path_to_list if effect.kind == "lists" else path_to
        for clause in node.clauses:
            if isinstance(clause, ReturnsClause) and clause.status < 400 and clause.type:
                at = find(context.program, _type(clause.type, context), thing)
                break
    return nodes.Effect(
        effect.kind,
        context.names[thing],
        at,
        effect.from_request,
        effect.of_self,
        context.place(effect.span),
    )


def _secrets(type_: Type | None, context: Context) -> list[str]:
    """The names of the secret fields that a request body holds, at any depth."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    rest = [] if type_ is None else [type_]
    while rest:
        body = context.program.body_of(rest.pop())
        if id(body) in seen:
            continue
        seen.add(id(body))
        match body:
            case Record(properties, _):
                for item in properties:
                    if item.secret:
                        found[item.name] = None
                    rest.append(item.type)
            case ListOf(item=inner):
                rest.append(inner)
            case Union(options, _):
                rest.extend(options)
            case _:
                pass
    return list(found)

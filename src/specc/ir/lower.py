"""From the checked program to the IR of its suite."""

from __future__ import annotations

from collections.abc import Callable

from specc.ir import nodes
from specc.ir.cases import lower_cases, table_of
from specc.ir.context import ColumnOf, Context
from specc.ir.expressions import (
    Captured,
    Column,
    Fields,
    FlowCapture,
    Value,
    walk,
)
from specc.ir.lower_actor import lower_actor, lower_service
from specc.ir.lower_endpoint import lower_endpoint
from specc.ir.lower_load import lower_load
from specc.ir.lower_pipeline import lower_pipeline
from specc.ir.lower_security import lower_security
from specc.ir.lower_steps import actor_name, lower_steps
from specc.ir.lower_values import lower_value
from specc.ir.naming import distinct, slug, suite_names
from specc.ir.profiles import lower_profile, lower_rate_limits
from specc.ir.schema import Schema, references, schema_of
from specc.ir.steps import Action, Request, walk_steps
from specc.semantics.symbols import Program, Symbol
from specc.semantics.types import Record, Type
from specc.syntax.nodes.declarations import Contract, Flow, Module, Role, Test


def lower(program: Program, name: str, read_text: Callable[[str], str | None]) -> nodes.Suite:
    """The IR of one root module's suite. `read_text` gives the text of a table, by its path."""
    names = suite_names(program)
    columns: dict[Symbol, tuple[str, ...]] = {}
    contexts = {module: Context(program, names, module, {}, columns) for module in program.modules}
    symbols = [
        (symbol, contexts[module])
        for module in program.modules
        for symbol in program.scopes[module].own.values()
    ]
    columns |= _columns(symbols, read_text)
    inline: dict[str, tuple[Schema, str]] = {}
    endpoints = tuple(
        lower_endpoint(
            symbol,
            context,
            context.service,
            context.module in program.covered,
            inline,
        )
        for symbol, context in symbols
        if symbol.kind == "endpoint"
    )
    creators = {
        endpoint.name: tuple(
            effect.contract for effect in endpoint.effects if effect.kind == "creates"
        )
        for endpoint in endpoints
    }
    actors = tuple(
        lower_actor(symbol, context.fresh(), creators, read_text)
        for symbol, context in symbols
        if symbol.kind == "actor"
    )
    flows = tuple(
        _flow(symbol, context.inside(symbol))
        for symbol, context in symbols
        if symbol.kind == "flow"
    )
    tests = _tests(program, contexts, read_text)
    return nodes.Suite(
        name=name,
        spec=program.root.source.name,
        doc=program.root.doc,
        services=tuple(
            lower_service(symbol, context)
            for symbol, context in symbols
            if symbol.kind == "service"
        ),
        roles=tuple(
            (names[symbol], context.place(symbol.node.span))
            for symbol, context in symbols
            if isinstance(symbol.node, Role)
        ),
        actors=actors,
        contracts=_contracts(program, names, symbols, inline),
        endpoints=endpoints,
        flows=flows,
        tests=tests,
        rate_limits=tuple(
            limit
            for symbol, context in symbols
            if symbol.kind == "security" and context.module in program.covered
            for limit in lower_rate_limits(symbol, context)
        ),
        profiles=tuple(
            lower_profile(symbol, context)
            for symbol, context in symbols
            if symbol.kind in ("load", "security") and context.module in program.covered
        ),
        loads=tuple(
            lower_load(symbol, context)
            for symbol, context in symbols
            if symbol.kind == "load" and context.module in program.covered
        ),
        security=tuple(
            lower_security(symbol, context)
            for symbol, context in symbols
            if symbol.kind == "security" and context.module in program.covered
        ),
        pipelines=tuple(
            lower_pipeline(symbol, context, program)
            for symbol, context in symbols
            if symbol.kind == "pipeline" and context.module in program.covered
        ),
        names=names,
        definitions=program.definitions,
        recipes=_recipes(actors, flows, tests),
        stated=_stated(program, contexts),
    )


def _stated(program: Program, contexts: dict[Module, Context]) -> dict[object, Value]:
    """The examples that types state, by the expression: the plan knows it only as a key."""
    found: dict[object, Value] = {}
    for module, property_ in program.exemplified:
        if property_.example is not None:
            value = lower_value(property_.example, contexts[module])
            if value is not None:
                found[property_.example] = value
    return found


def _flow(symbol: Symbol, context: Context) -> nodes.Flow:
    assert isinstance(symbol.node, Flow)
    return nodes.Flow(
        context.names[symbol],
        lower_steps(symbol.node.steps, context),
        symbol.node.doc,
        context.place(symbol.node.span),
        None if symbol.node.table is None else symbol.node.table.plain,
        context.module.source.name,
    )


def _columns(
    symbols: list[tuple[Symbol, Context]], read_text: Callable[[str], str | None]
) -> dict[Symbol, tuple[str, ...]]:
    """The columns of the tables that flows are fed from."""
    found: dict[Symbol, tuple[str, ...]] = {}
    for symbol, context in symbols:
        if isinstance(symbol.node, Flow) and symbol.node.table is not None:
            _, table = table_of(symbol.node.table.plain or "", context, read_text)
            found[symbol] = table.columns
    return found


def _tests(
    program: Program,
    contexts: dict[Module, Context],
    read_text: Callable[[str], str | None],
) -> tuple[nodes.Test, ...]:
    taken: set[str] = set()
    tests: list[nodes.Test] = []
    for module in program.covered:
        for node in module.declarations:
            if not isinstance(node, Test):
                continue
            context = contexts[module].fresh()
            title = node.title.plain or "test"
            base = slug(title)
            unique = distinct(base, taken)
            taken.add(unique)
            columns, cases = lower_cases(node.cases, context, read_text)
            for column in columns:
                context.bindings[column] = ColumnOf()
            tests.append(
                nodes.Test(
                    title,
                    unique,
                    None if node.actor is None else actor_name(node.actor.text, context),
                    tuple(tag.text for tag in node.tags),
                    columns,
                    cases,
                    lower_steps(node.steps, context),
                    node.doc,
                    context.place(node.span),
                )
            )
    return tuple(tests)


def _contracts(
    program: Program,
    names: dict[Symbol, str],
    symbols: list[tuple[Symbol, Context]],
    inline: dict[str, tuple[Schema, str]],
) -> tuple[nodes.Contract, ...]:
    found: list[nodes.Contract] = []
    for symbol, context in symbols:
        if isinstance(symbol.node, Contract):
            type_ = program.definitions[symbol]
            schema = schema_of(type_, names)
            found.append(
                nodes.Contract(
                    names[symbol],
                    schema,
                    tuple(references(schema)),
                    _secret_fields(type_),
                    symbol.node.doc,
                    context.place(symbol.node.span),
                    symbol,
                )
            )
    for name, (schema, place) in inline.items():
        found.append(nodes.Contract(name, schema, tuple(references(schema)), (), None, place, None))
    return tuple(found)


def _secret_fields(type_: Type) -> tuple[str, ...]:
    match type_:
        case Record(properties, _):
            return tuple(item.name for item in properties if item.secret)
        case _:
            return ()


def _recipes(
    actors: tuple[nodes.Actor, ...],
    flows: tuple[nodes.Flow, ...],
    tests: tuple[nodes.Test, ...],
) -> dict[str, tuple[tuple[tuple[str, Value], ...], Value | None]]:
    """For each endpoint the spec's first call that is to succeed and stands on its own.

    What the author writes is the best example of a valid request: a made-up one may break rules
    that no contract can state. Parts that hang on captures or cases are left out.
    """
    found: dict[str, tuple[tuple[tuple[str, Value], ...], Value | None]] = {}
    groups: list[tuple[Action, ...]] = [
        *(flow.steps for flow in flows),
        *(test.steps for test in tests),
        *(
            tuple(item for item in actor.entries if not isinstance(item, nodes.Credential))
            for actor in actors
        ),
    ]
    for steps in groups:
        for step in walk_steps(steps):
            if not isinstance(step, Request) or step.endpoint is None or step.endpoint in found:
                continue
            if any(not isinstance(item, int) or item >= 400 for item in step.statuses):
                continue
            body = None if step.body is None else _standing_alone(step.body)
            params = tuple((key, value) for key, value in step.params if _alone(value))
            if body is not None or params:
                found[step.endpoint] = (params, body)
    return found


def _alone(value: Value) -> bool:
    return not any(isinstance(item, Captured | Column | FlowCapture) for item in walk(value))


def _standing_alone(body: Value) -> Value | None:
    if _alone(body):
        return body
    if isinstance(body, Fields):
        return Fields(tuple((key, value) for key, value in body.entries if _alone(value)))
    return None

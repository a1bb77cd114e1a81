"""What a step leaves out and the spec has an example for is filled in."""

from __future__ import annotations

from specc.ir.context import Context
from specc.ir.expressions import Fields, Items, Value
from specc.ir.lower_values import lower_value
from specc.semantics.symbols import Symbol
from specc.semantics.types import ListOf, Property, Record, Type
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.endpoint import Endpoint, Parameter, PathParameter


def filled_arguments(
    endpoint: Endpoint, symbol: Symbol, given: tuple[tuple[str, Value], ...], context: Context
) -> tuple[tuple[str, Value], ...]:
    """The arguments, with the examples of required parameters that the step does not give."""
    names = {name for name, _ in given}
    inner = _at_home(symbol.module, context)
    found = list(given)
    for part in endpoint.path.parts:
        if not isinstance(part, PathParameter) or part.name.text in names:
            continue
        if part.example is not None:
            found.append((part.name.text, lower_value(part.example, inner)))
    for clause in endpoint.clauses:
        if not isinstance(clause, Parameter) or clause.optional or clause.name.text in names:
            continue
        if clause.default is not None:
            found.append((clause.name.text, lower_value(clause.default, inner)))
    return tuple(found)


def filled_body(value: Value, type_: Type, context: Context) -> Value:
    """The body, with the examples of required fields that the step does not give, at any depth."""
    match context.program.body_of(type_), value:
        case Record(properties, _), Fields(entries):
            types = {item.name: item.type for item in properties}
            inside = [
                (name, filled_body(item, types[name], context) if name in types else item)
                for name, item in entries
            ]
            present = {name for name, _ in entries}
            for item in properties:
                if item.name not in present and not (item.optional or item.readonly):
                    example = _example(item, context)
                    inside += [] if example is None else [(item.name, example)]
            return Fields(tuple(inside))
        case ListOf(item=item_type), Items(items):
            return Items(tuple(filled_body(item, item_type, context) for item in items))
        case _:
            return value


def _example(item: Property, context: Context) -> Value | None:
    return None if item.example is None else lower_value(item.example, context.fresh())


def _at_home(module: Module, context: Context) -> Context:
    """Where the endpoint is declared: what its examples name is named there."""
    return Context(context.program, context.names, module, {})

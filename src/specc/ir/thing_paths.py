"""Where the thing that an endpoint makes or shows stands in its answer."""

from __future__ import annotations

from specc.semantics.symbols import Program, Symbol
from specc.semantics.types import ContractType, FieldType, ListOf, Record, Type, Union


def path_to(program: Program, type_: Type | None, thing: Symbol) -> tuple[str, ...] | None:
    """The fields that lead from an answer's body to a thing; None where it holds none.

    The nearest one is meant. A derived contract (`PaidOrder = Order with ...`) counts as the thing
    that it is derived from only where it is the very same contract.
    """
    return _search(program, type_, thing, in_list=False)


def path_to_list(program: Program, type_: Type | None, thing: Symbol) -> tuple[str, ...] | None:
    """The fields that lead to a list of things."""
    return _search(program, type_, thing, in_list=True)


def _search(
    program: Program, type_: Type | None, thing: Symbol, *, in_list: bool
) -> tuple[str, ...] | None:
    if type_ is None:
        return None
    level: list[tuple[tuple[str, ...], Type]] = [((), type_)]
    for _ in range(6):
        following: list[tuple[tuple[str, ...], Type]] = []
        for path, item in level:
            if _hit(program, item, thing, in_list=in_list):
                return path
            following.extend(((*path, name), inner) for name, inner in _fields(program, item))
        level = following
    return None


def _hit(program: Program, type_: Type, thing: Symbol, *, in_list: bool) -> bool:
    match type_:
        case ContractType(symbol) if not in_list and symbol is thing:
            return True
        case ContractType() | FieldType():
            if in_list:
                return _hit(program, program.body_of(type_), thing, in_list=True)
            return False
        case ListOf(item) if in_list:
            return _is(program, item, thing)
        case Union(options, _):
            return any(_hit(program, option, thing, in_list=in_list) for option in options)
        case _:
            return False


def _is(program: Program, type_: Type, thing: Symbol) -> bool:
    match type_:
        case ContractType(symbol):
            return symbol is thing
        case Record():
            # `[Order only id, status]` is a list of orders too.
            whole = program.definitions.get(thing)
            return (
                isinstance(whole, Record)
                and bool(type_.properties)
                and all(whole.get(item.name) is not None for item in type_.properties)
            )
        case Union(options, _):
            return any(_is(program, option, thing) for option in options)
        case _:
            return False


def _fields(program: Program, type_: Type) -> list[tuple[str, Type]]:
    match program.body_of(type_):
        case Record(properties, _):
            return [(item.name, item.type) for item in properties]
        case Union(options, _):
            return [pair for option in options for pair in _fields(program, option)]
        case _:
            return []

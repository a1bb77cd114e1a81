"""Shapes: types as they are written, for finding the very place where a field is declared.

A resolved type knows what its fields are, but no longer where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from specc.semantics.symbols import Program, Symbol
from specc.syntax.nodes.declarations import Contract, Module
from specc.syntax.nodes.types import (
    Field,
    ListType,
    LiteralType,
    MapType,
    NamedType,
    ObjectType,
    OnlyType,
    PartialType,
    TaggedType,
    TypeNode,
    UnionType,
    WithoutType,
    WithType,
)

DEEPEST = 50
"""How many types are looked through on the way to a field: contracts may lead in a circle."""


class Shape(NamedTuple):
    """A type and the module that it is written in."""

    type: TypeNode
    module: Module


class Declared(NamedTuple):
    """A field and the module that it is declared in."""

    field: Field
    module: Module

    @property
    def shape(self) -> Shape:
        """What the field holds."""
        return Shape(self.field.type, self.module)


def fields(program: Program, shape: Shape, depth: int = 0) -> Iterator[Declared]:
    """The fields that a value of this shape may have; of one name, the one that counts first."""
    if depth > DEEPEST:
        return
    node, module = shape
    match node:
        case NamedType():
            yield from _named(program, node, module, depth)
        case ObjectType(inner):
            yield from (Declared(field, module) for field in inner)
        case UnionType(options):
            for option in options:
                yield from fields(program, Shape(option, module), depth + 1)
        case WithType(base, inner):
            yield from (Declared(field, module) for field in inner)
            yield from fields(program, Shape(base, module), depth + 1)
        case OnlyType(base, names):
            wanted = {name.text for name in names}
            for found in fields(program, Shape(base, module), depth + 1):
                if found.field.name.text in wanted:
                    yield found
        case WithoutType(base, names):
            unwanted = {name.text for name in names}
            for found in fields(program, Shape(base, module), depth + 1):
                if found.field.name.text not in unwanted:
                    yield found
        case PartialType(base) | TaggedType(base):
            yield from fields(program, Shape(base, module), depth + 1)
        case LiteralType() | ListType() | MapType():
            return
        case _:
            assert_never(node)


def field(program: Program, shape: Shape | None, name: str) -> Declared | None:
    """The field of that name."""
    if shape is None:
        return None
    named = (found for found in fields(program, shape) if found.field.name.text == name)
    return next(named, None)


def item(program: Program, shape: Shape | None, depth: int = 0) -> Shape | None:
    """What a list of this shape holds."""
    if shape is None or depth > DEEPEST:
        return None
    node, module = shape
    match node:
        case ListType(inner):
            return Shape(inner, module)
        case UnionType(options):
            found = (item(program, Shape(option, module), depth + 1) for option in options)
            return next((one for one in found if one is not None), None)
        case NamedType():
            return item(program, _definition(program, node, module), depth + 1)
    return None


def contract_field(program: Program, contract: Symbol, name: str) -> Declared | None:
    """The field of a contract."""
    named = (found for found in _contract(program, contract, 0) if found.field.name.text == name)
    return next(named, None)


def _named(program: Program, node: NamedType, module: Module, depth: int) -> Iterator[Declared]:
    symbol = program.find(module, node.ref.text)
    if symbol is not None and symbol.kind == "contract":
        yield from _contract(program, symbol, depth)
        return
    definition = _definition(program, node, module)
    if definition is not None:
        yield from fields(program, definition, depth + 1)


def _contract(program: Program, symbol: Symbol, depth: int) -> Iterator[Declared]:
    contract = symbol.node
    if not isinstance(contract, Contract):
        return
    if contract.fields is not None:
        yield from (Declared(field, symbol.module) for field in contract.fields)
    elif contract.definition is not None:
        yield from fields(program, Shape(contract.definition, symbol.module), depth + 1)


def _definition(program: Program, node: NamedType, module: Module) -> Shape | None:
    """What a name stands for: a contract's definition, or the type of a contract's field."""
    head, *rest = node.ref.text.split(".")
    symbol = program.find(module, head)
    if symbol is None and rest:
        symbol, rest = program.find(module, f"{head}.{rest[0]}"), rest[1:]
    if symbol is None or not isinstance(symbol.node, Contract):
        return None
    if not rest:
        definition = symbol.node.definition
        return Shape(definition, symbol.module) if definition is not None else None
    found = contract_field(program, symbol, rest[0])
    for name in rest[1:]:
        found = field(program, found.shape if found else None, name)
    return found.shape if found else None

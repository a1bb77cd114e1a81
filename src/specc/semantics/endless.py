"""Contracts of which no value can ever be finished, since each needs another one inside."""

from __future__ import annotations

from typing import assert_never

from specc.diagnostics.catalogue import types as codes
from specc.semantics.findings import Findings, declared_here
from specc.semantics.symbols import Symbol
from specc.semantics.types import (
    ContractType,
    FieldType,
    ListOf,
    Literal,
    MapOf,
    Record,
    Scalar,
    Type,
    Union,
    Unknown,
)


def report_endless(definitions: dict[Symbol, Type], findings: Findings) -> None:
    """Reports each circle of contracts that require one another.

    Starts from no contract being known to end, and lets each that is known to end free those that
    wait for it: work in proportion to the mentions, whatever their order.
    """
    waiting: dict[Symbol, list[Symbol]] = {}
    open_: dict[Symbol, Type] = {}
    ready: list[Symbol] = []
    for symbol, type_ in definitions.items():
        needed = _needs(type_, frozenset())
        if needed is None:
            ready.append(symbol)
            continue
        open_[symbol] = type_
        for other in _mentioned(type_):
            waiting.setdefault(other, []).append(symbol)
    ended: set[Symbol] = set(ready)
    while ready:
        for symbol in waiting.get(ready.pop(), ()):
            if symbol in open_ and _needs(open_[symbol], ended) is None:
                del open_[symbol]
                ended.add(symbol)
                ready.append(symbol)
    _report_circles(open_, ended, findings)


def _report_circles(open_: dict[Symbol, Type], ended: set[Symbol], findings: Findings) -> None:
    done: set[Symbol] = set()
    for start in open_:
        path: dict[Symbol, None] = {}
        at: Symbol | None = start
        while at is not None and at not in done and at not in path:
            path[at] = None
            at = _needs(open_[at], ended) if at in open_ else None
        if at is not None and at in path:
            names = list(path)
            circle = names[names.index(at) :]
            drawn = " → ".join(symbol.name for symbol in [*circle, at])
            findings.add(
                codes.ENDLESS,
                f"no `{at.name}` can ever be complete: {drawn}",
                at.module,
                at.node.name.span,
                "each needs another one inside",
                secondary=[declared_here(other) for other in circle[1:]],
                hint="make one of the fields on the way optional, `| null`, or a list",
            )
        done.update(path)


def _needs(type_: Type, ended: frozenset[Symbol] | set[Symbol]) -> Symbol | None:
    """A contract that any value of the type must hold and that isn't known to end, if any."""
    match type_:
        case Scalar() | Literal() | MapOf() | Unknown():
            return None
        case ContractType(symbol):
            return None if symbol in ended else symbol
        case FieldType(_, _, inner):
            return _needs(inner, ended)
        case ListOf(item, low):
            return _needs(item, ended) if low else None
        case Union(options):
            found = [_needs(option, ended) for option in options]
            return None if None in found or not found else found[0]
        case Record(properties):
            for field in properties:
                if not field.optional:
                    needed = _needs(field.type, ended)
                    if needed is not None:
                        return needed
            return None
    assert_never(type_)


def _mentioned(type_: Type) -> set[Symbol]:
    """The contracts that a value of the type may have to hold."""
    match type_:
        case Scalar() | Literal() | MapOf() | Unknown():
            return set()
        case ContractType(symbol):
            return {symbol}
        case FieldType(_, _, inner):
            return _mentioned(inner)
        case ListOf(item, low):
            return _mentioned(item) if low else set()
        case Union(options):
            return set[Symbol]().union(*(_mentioned(option) for option in options))
        case Record(properties):
            return set[Symbol]().union(
                *(_mentioned(field.type) for field in properties if not field.optional)
            )
    assert_never(type_)

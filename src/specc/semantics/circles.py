"""Contracts that are defined as each other, with nothing between: `A = B`, `B = A | null`."""

from __future__ import annotations

from specc.diagnostics.catalogue import types as codes
from specc.semantics.findings import Findings, declared_here
from specc.semantics.symbols import Symbol
from specc.semantics.types import UNKNOWN, ContractType, Type, Union


def break_circles(definitions: dict[Symbol, Type], findings: Findings) -> None:
    """Reports each circle, and makes its contracts unknown, so that no reader goes round in it."""
    bare = {symbol: _bare(type_) for symbol, type_ in definitions.items()}
    done: set[Symbol] = set()
    for start, mentioned in bare.items():
        if start in done or not mentioned:
            continue
        path: dict[Symbol, None] = {}
        pending: list[tuple[Symbol, bool]] = [(start, False)]
        while pending:
            symbol, is_left = pending.pop()
            if is_left:
                path.pop(symbol, None)
                done.add(symbol)
            elif symbol in path:
                circle = list(path)
                _report(circle[circle.index(symbol) :], definitions, findings)
            elif symbol not in done:
                path[symbol] = None
                pending.append((symbol, True))
                pending.extend((other, False) for other in bare.get(symbol, ()))


def _bare(type_: Type) -> list[Symbol]:
    """The contracts that a definition names without anything around them."""
    match type_:
        case ContractType(symbol):
            return [symbol]
        case Union(options):
            return [option.symbol for option in options if isinstance(option, ContractType)]
    return []


def _report(circle: list[Symbol], definitions: dict[Symbol, Type], findings: Findings) -> None:
    first, *rest = circle
    for symbol in circle:
        definitions[symbol] = UNKNOWN
    findings.add(
        codes.DEFINED_BY_ITSELF,
        f"`{first.name}` is defined by itself",
        first.module,
        first.node.name.span,
        secondary=[declared_here(symbol, "by way of this one") for symbol in rest],
        hint="a definition needs a type that is known without it",
    )

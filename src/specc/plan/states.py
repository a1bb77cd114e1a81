"""The states that things go through, as endpoints say with `moves`."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specc.ir import nodes
from specc.semantics.symbols import Symbol
from specc.semantics.types import FieldType, Literal, Record, Type, Union, looked_through


@attrs.frozen
class States:
    """The states of one field of a contract, the first of which is that of a new thing."""

    contract: str
    field: str
    initial: str
    edges: tuple[tuple[str, str, nodes.Endpoint], ...]
    """From which state to which one, and by which endpoint."""

    def way_to(self, state: str) -> tuple[tuple[str, nodes.Endpoint], ...] | None:
        """The shortest way from a new thing to a state: each next state, and what leads to it."""
        ways: dict[str, tuple[tuple[str, nodes.Endpoint], ...]] = {self.initial: ()}
        pending = [self.initial]
        for here in pending:
            for source, target, endpoint in self.edges:
                if source == here and target not in ways:
                    ways[target] = (*ways[here], (target, endpoint))
                    pending.append(target)
        return ways.get(state)

    def sources(self, endpoint: nodes.Endpoint, target: str) -> tuple[str, ...]:
        """The states from which an endpoint leads to another one."""
        return tuple(
            source for source, to, by in self.edges if by.name == endpoint.name and to == target
        )


def states_of(suite: nodes.Suite, endpoint: nodes.Endpoint) -> States | None:
    """The states that an endpoint moves things between; None where it moves none."""
    if not endpoint.moves:
        return None
    first = endpoint.moves[0]
    record = next(
        (
            suite.definitions[contract.symbol]
            for contract in suite.contracts
            if contract.name == first.contract and contract.symbol is not None
        ),
        None,
    )
    field = record.get(first.field) if isinstance(record, Record) else None
    body = None if field is None else looked_through(field.type, suite.definitions)
    options = body.options if isinstance(body, Union) else ()
    words = [str(option.value) for option in options if isinstance(option, Literal)]
    if not words:
        return None
    edges = tuple(
        (state, move.to, other)
        for other in suite.endpoints
        for move in other.moves
        if (move.contract, move.field) == (first.contract, first.field)
        for state in move.states
    )
    return States(first.contract, first.field, words[0], edges)


def target_field(
    endpoint: nodes.Endpoint, names: Mapping[Symbol, str], definitions: Mapping[Symbol, Type]
) -> str | None:
    """The field of a body that says where to; None where the endpoint leads to one state alone."""
    if not endpoint.moves or endpoint.body_type is None:
        return None
    body = looked_through(endpoint.body_type, definitions)
    first = endpoint.moves[0]
    for item in body.properties if isinstance(body, Record) else ():
        match item.type:
            case FieldType(contract=symbol, field=field) if (
                names.get(symbol) == first.contract and field == first.field
            ):
                return item.name
            case _:
                pass
    return None

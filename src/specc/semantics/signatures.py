"""Signatures: what a call of an endpoint takes, and what it may answer."""

from __future__ import annotations

import attrs

from specc.semantics.symbols import Program, Symbol
from specc.semantics.types import NULL, UNKNOWN, Scalar, Type
from specc.source import Span
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

FIRST_FAILURE = 400
"""Statuses from here on are refusals and failures; those below are successes."""


@attrs.frozen(eq=False)
class Argument:
    """A parameter, as a caller sees it. `place` is path, query, header or cookie."""

    name: str
    place: str
    type: Type
    required: bool
    span: Span


@attrs.frozen(eq=False)
class Signature:
    """An endpoint's clauses, sorted by what they are about."""

    symbol: Symbol
    node: Endpoint
    arguments: dict[str, Argument]
    body: BodyClause | None
    body_type: Type | None
    returns: tuple[ReturnsClause, ...]
    effects: tuple[Effect, ...]
    allowed: AsClause | None
    pages: PagesClause | None
    within: tuple[WithinClause, ...]

    @property
    def success(self) -> ReturnsClause | None:
        """The first 2xx that the endpoint declares, or else the first redirect."""
        found = [clause for clause in self.returns if clause.status < FIRST_FAILURE]
        return next((clause for clause in found if clause.status < 300), next(iter(found), None))


def signature(symbol: Symbol, program: Program) -> Signature:
    """Sorts an endpoint's clauses; of clauses that may stand once only, the first counts."""
    node = symbol.node
    assert isinstance(node, Endpoint)
    types = program.types
    arguments = {
        part.name.text: Argument(
            part.name.text, "path", types[part.type], part.example is None, part.span
        )
        for part in node.path.parts
        if isinstance(part, PathParameter)
    }
    body: BodyClause | None = None
    allowed: AsClause | None = None
    pages: PagesClause | None = None
    returns: list[ReturnsClause] = []
    effects: list[Effect] = []
    within: list[WithinClause] = []
    for clause in node.clauses:
        match clause:
            case ReturnsClause():
                returns.append(clause)
            case Effect():
                effects.append(clause)
            case Parameter():
                arguments.setdefault(
                    clause.name.text,
                    Argument(
                        clause.name.text,
                        clause.place,
                        types[clause.type],
                        not clause.optional and clause.default is None,
                        clause.span,
                    ),
                )
            case AsClause():
                allowed = allowed or clause
            case BodyClause():
                body = body or clause
            case PagesClause():
                pages = pages or clause
            case WithinClause():
                within.append(clause)
            case SortsClause() | CountsClause() | MovesClause():
                pass
    return Signature(
        symbol,
        node,
        arguments,
        body,
        _body_type(body, types),
        tuple(returns),
        tuple(effects),
        allowed,
        pages,
        tuple(within),
    )


def _body_type(body: BodyClause | None, types: dict[object, Type]) -> Type | None:
    if body is None:
        return None
    return types[body.type] if body.type is not None else _plain(body.form)


def returned_type(clause: ReturnsClause, program: Program) -> Type:
    """What the body of an answer is; null where there is none."""
    if clause.type is not None:
        return program.types.get(clause.type, UNKNOWN)
    return NULL if clause.form == "none" else _plain(clause.form)


def _plain(form: str) -> Type:
    match form:
        case "text":
            return Scalar("string")
        case "bytes":
            return Scalar("bytes")
    return Scalar("any")

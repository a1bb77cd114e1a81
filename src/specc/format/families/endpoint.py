"""Prints endpoints and their clauses."""

from __future__ import annotations

from typing import assert_never

from specc.format import literals
from specc.format.blocks import block
from specc.format.documents import Align, Doc, concat, flattened, words
from specc.format.families.expressions import text
from specc.format.families.types import type_, typed
from specc.format.gaps import Item
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.endpoint import (
    AllowedRole,
    AsClause,
    BodyClause,
    Clause,
    Condition,
    CountsClause,
    Effect,
    Endpoint,
    MovesClause,
    ObligationWaiver,
    PagesClause,
    Parameter,
    PathTemplate,
    ReturnedHeader,
    ReturnsClause,
    SortsClause,
    WithinClause,
)
from specc.syntax.nodes.expressions import Text
from specc.syntax.nodes.types import TypeNode


def endpoint(written: Written, node: Endpoint) -> Doc:
    """An endpoint. Its clauses stay in the order in which they are written."""
    head = words("endpoint", node.name.text, node.method, _path(written, node.path))
    entries = sorted([*node.clauses, *node.waivers], key=lambda entry: entry.span.start)
    items = [
        Item(entry.span, body, label)
        for entry in entries
        for label, body in [_clause(written, entry)]
    ]
    place = Span(node.path.span.end, node.span.end)
    return words(head, block(written, items, place, Align.KEYWORDS))


def _path(written: Written, node: PathTemplate) -> Doc:
    pieces: list[Doc] = []
    for part in node.parts:
        if isinstance(part, str):
            pieces.append(part)
        else:
            name = literals.name(written, part.name)
            held = typed(written, name, part.type, part.example)
            pieces.append(concat("{", flattened(held), "}"))
    return concat(*pieces)


def _clause(written: Written, node: Clause | ObligationWaiver) -> tuple[str, Doc]:
    """The word that a clause starts with, and the rest."""
    match node:
        case AsClause():
            return "as", ", ".join(_allowed(one) for one in node.allowed)
        case Parameter():
            return node.place, typed(written, _optional(written, node), node.type, node.default)
        case BodyClause():
            return "body", _body(written, node)
        case ReturnsClause():
            return "returns", _returns(written, node)
        case Effect():
            return node.kind, _effect(node)
        case WithinClause():
            return "within", words(node.metric, literals.quantity(written, node.limit))
        case PagesClause():
            return "pages", _pages(node)
        case SortsClause(keys=keys):
            return "sorts", "by " + ", ".join("-" * key.descending + key.name.text for key in keys)
        case CountsClause(source=source):
            return "counts", f"from {_source(source)}"
        case MovesClause():
            return "moves", _moves(written, node)
        case ObligationWaiver():
            id_ = written.compact(node.obligation.span) if written.text else node.obligation.text
            until = [] if node.until is None else ["until", literals.date(node.until)]
            return "except", words(id_, "because", text(written, node.reason), *until)
        case _:
            assert_never(node)


def _allowed(node: AllowedRole) -> str:
    if node.owned is not None:
        return f"owner of {node.owned.text}"
    assert node.role is not None
    return node.role.text


def _optional(written: Written, node: Parameter | ReturnedHeader) -> str:
    return literals.name(written, node.name) + ("?" if node.optional else "")


def _body(written: Written, node: BodyClause) -> Doc:
    word = node.form if node.form in ("form", "multipart") else None
    media = _media(written, node.media)
    return words(word, media, _content(written, node.form, node.type))


def _returns(written: Written, node: ReturnsClause) -> Doc:
    headers = [
        words("header", typed(written, _optional(written, header), header.type))
        for header in node.headers
    ]
    conditions = ", ".join(_condition(written, one) for one in node.conditions)
    return words(
        str(node.status),
        _media(written, node.media),
        _content(written, node.form, node.type),
        *headers,
        "when" if conditions else None,
        conditions,
    )


def _media(written: Written, node: Text | None) -> Doc | None:
    return None if node is None else words("type", text(written, node))


def _content(written: Written, form: str, node: TypeNode | None) -> Doc | None:
    if node is not None:
        return type_(written, node)
    return form if form in ("text", "bytes") else None


def _condition(written: Written, node: Condition) -> str:
    if node.parameter is None:
        return node.kind
    return f"{literals.name(written, node.parameter)} {node.kind}"


def _effect(node: Effect) -> Doc:
    return words(
        node.thing.text,
        None if node.at is None else f"at {_below_body(node.at)}",
        "from request" if node.from_request else None,
        "of self" if node.of_self else None,
    )


def _below_body(names: tuple[str, ...]) -> str:
    return ".".join(["body", *map(literals.label, names)])


def _pages(node: PagesClause) -> Doc:
    if node.link:
        return "by link"
    parameters = ", ".join(name.text for name in node.parameters)
    match node.source:
        case None:
            return f"by {parameters}"
        case source:
            return f"by {parameters} from {_source(source)}"


def _source(source: tuple[str, ...]) -> str:
    match source:
        case ("header", name):
            return f'header "{literals.escaped(name)}"'
        case _:
            return _below_body(source[1:])


def _moves(written: Written, node: MovesClause) -> Doc:
    found: list[Doc] = [node.field.text]
    for index, move in enumerate(node.moves):
        last = index + 1 == len(node.moves)
        for at, state in enumerate(move.states):
            found.extend([*(["|"] if at else []), text(written, state)])
        found.extend(
            ["->", text(written, move.to) if last else concat(text(written, move.to), ",")]
        )
    return words(*found)

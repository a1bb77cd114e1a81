"""Hover: how a thing is declared, what is said of it, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.declared import binding_of, node_of, written
from specc.lsp.definitions import Definition
from specc.lsp.feature import Feature
from specc.lsp.occurrences import at
from specc.lsp.views import View
from specc.semantics.expressions.functions import FUNCTIONS
from specc.semantics.type_text import type_text
from specc.semantics.types import ContractType, ListOf, Type
from specc.source import Span
from specc.syntax.nodes.declarations import Contract

if TYPE_CHECKING:
    from specc.lsp.session import Session

LONGEST = 40
"""Lines of a declaration that are shown."""

_CALL = re.compile(r"(?<![\w.])([a-z]+)(?=\()")


def _hover(session: Session, params: types.HoverParams) -> types.Hover | None:
    name, offset = session.place(params.text_document, params.position)
    view = session.view(name)
    found = at(view.occurrences(name), offset)
    text = session.text(name)
    if found is not None:
        said = described(view, found.definition)
        return _made(said, text.range(found.span)) if said else None
    for match in _CALL.finditer(text.text, max(0, offset - 20), offset + 20):
        if match.start() <= offset <= match.end() and match[1] in FUNCTIONS:
            usage = _code(FUNCTIONS[match[1]].usage)
            return _made([usage], text.range(Span(*match.span())))
    return None


def described(view: View, definition: Definition) -> list[str]:
    """What there is to say of a thing, in paragraphs of Markdown."""
    binding = binding_of(view, definition)
    if binding is not None:
        said = [_code(f"{definition.name}: {type_text(binding.type)}")]
        if binding.origin:
            said.append(binding.origin)
        return said + _contract(binding.type)
    if definition.kind in ("column", "alias", "module"):
        return [f"`{definition.name}`: {_WORDS[definition.kind]}"]
    node, module = node_of(view, definition), view.module(definition.file)
    if node is None or module is None:
        return []
    lines = written(module, node.span).split("\n")
    if len(lines) > LONGEST:
        lines = [*lines[:LONGEST], "  # ..."]
    said = [_code("\n".join(lines))]
    doc = getattr(node, "doc", None)
    if doc:
        said.append(doc)
    line = module.source.position(definition.span.start).line
    said.append(f"*{definition.kind}*, {definition.file}:{line}")
    return said


_WORDS = {
    "column": "a column of `cases`",
    "alias": "an imported module, under this name",
    "module": "an imported module",
}


def _contract(type_: Type) -> list[str]:
    """The contract that a type is about."""
    while isinstance(type_, ListOf):
        type_ = type_.item
    if isinstance(type_, ContractType) and isinstance(type_.symbol.node, Contract):
        return [_code(written(type_.symbol.module, type_.symbol.node.span))]
    return []


def _code(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}bts\n{text}\n{fence}"


def _made(said: list[str], where: types.Range) -> types.Hover:
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(said))
    return types.Hover(content, where)


FEATURES = (Feature(types.TEXT_DOCUMENT_HOVER, _hover),)

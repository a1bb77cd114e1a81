"""The node behind a definition, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from specc.lsp.definitions import Definition
from specc.lsp.views import View
from specc.semantics.expressions.environment import Binding
from specc.source import Span
from specc.syntax.nodes.declarations import Declaration, Module
from specc.syntax.nodes.endpoint import Parameter, PathParameter
from specc.syntax.nodes.types import Field
from specc.syntax.walk import children


def node_of(view: View, definition: Definition) -> Any:
    """The declaration, field or parameter that is named there; None for captures and the like."""
    module = view.module(definition.file)
    declaration = declaration_at(module, definition.span) if module is not None else None
    if declaration is None:
        return None
    if getattr(getattr(declaration, "name", None), "span", None) == definition.span:
        return declaration
    wanted = (Field, Parameter, PathParameter)
    return next(
        (
            node
            for node in nodes(declaration)
            if isinstance(node, wanted) and node.name.span == definition.span
        ),
        None,
    )


def binding_of(view: View, definition: Definition) -> Binding | None:
    """What a capture holds."""
    if view.context is None or definition.kind != "capture":
        return None
    return next(
        (
            binding
            for name, binding in view.context.typing.bindings.items()
            if name.span == definition.span and name.text == definition.name
        ),
        None,
    )


def declaration_at(module: Module, span: Span) -> Declaration | None:
    """The declaration that holds a place."""
    return next(
        (
            each
            for each in module.declarations
            if each.span.start <= span.start and span.end <= each.span.end
        ),
        None,
    )


def nodes(node: Any) -> Iterator[Any]:
    """A node and all that it is made of, in the order of the text. Works off a stack."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(list(children(node))))


def written(module: Module, span: Span) -> str:
    """What stands there, without the margin of the line it starts in."""
    text = module.source.text
    line = text.rfind("\n", 0, span.start) + 1
    margin = len(text[line : span.start]) - len(text[line : span.start].lstrip())
    first, *rest = text[span.start : span.end].split("\n")
    return "\n".join([first, *(each.removeprefix(" " * margin) for each in rest)])

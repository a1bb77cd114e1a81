"""Inlay hints: what a capture holds, and who makes the thing that a parameter names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.feature import Feature
from specc.lsp.scene import STEPS
from specc.semantics.context import Context
from specc.semantics.steps.blocks import captures
from specc.semantics.symbols import Symbol
from specc.semantics.type_text import type_text
from specc.semantics.types import NULL, FieldType, Scalar, Unknown
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.declarations import Actor, Flow, Module, Test
from specc.syntax.nodes.endpoint import Endpoint, PathParameter

if TYPE_CHECKING:
    from specc.lsp.session import Session

LONGEST = 60
"""Characters of a type that are shown."""


def _hints(session: Session, params: types.InlayHintParams) -> list[types.InlayHint]:
    name = session.name(params.text_document)
    view, text = session.view(name), session.text(name)
    module = view.module(name)
    if view.context is None or module is None:
        return []
    wanted = text.span(params.range)
    found = {**_captures(view.context, module), **_producers(view.context, module)}
    return [
        types.InlayHint(
            text.position(place),
            label,
            kind=types.InlayHintKind.Type,
            padding_left=label.startswith("←"),
        )
        for place, label in sorted(found.items())
        if wanted.start <= place <= wanted.end
    ]


def _captures(context: Context, module: Module) -> dict[int, str]:
    found: dict[int, str] = {}
    for name in _names(module):
        binding = context.typing.bindings.get(name)
        if binding is None:
            continue
        match binding.type:
            case Unknown() | Scalar("any"):
                continue
            case type_ if type_ == NULL:
                label = "nothing"
            case type_:
                label = type_text(type_)
        if len(label) > LONGEST:
            label = f"{label[: LONGEST - 1]}…"
        found[name.span.end] = f": {label}"
    return found


def _names(module: Module) -> Iterator[Name]:
    """The names of captures."""
    for declaration in module.declarations:
        match declaration:
            case Flow(steps=steps) | Test(steps=steps):
                yield from captures(steps)
            case Actor(entries=entries):
                yield from captures(tuple(each for each in entries if isinstance(each, STEPS)))
            case _:
                pass


def _producers(context: Context, module: Module) -> dict[int, str]:
    makers: dict[Symbol, list[str]] = {}
    for signature in context.signatures.values():
        scope = context.program.scopes[signature.symbol.module]
        for effect in signature.effects:
            thing = scope.find(effect.thing.text)
            if effect.kind == "creates" and thing is not None:
                makers.setdefault(thing, []).append(signature.symbol.name)
    found: dict[int, str] = {}
    for declaration in module.declarations:
        if not isinstance(declaration, Endpoint):
            continue
        for part in declaration.path.parts:
            if isinstance(part, PathParameter) and part.example is None:
                type_ = context.program.types.get(part.type)
                made = makers.get(type_.contract) if isinstance(type_, FieldType) else None
                if made:
                    found[part.type.span.end] = f"← {' or '.join(made)}"
    return found


FEATURES = (Feature(types.TEXT_DOCUMENT_INLAY_HINT, _hints, empty=[]),)

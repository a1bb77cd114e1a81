"""Signature help: what the call at the cursor takes, and which of it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from specc.lsp.completing.suggestion import key
from specc.lsp.cursor import Part
from specc.lsp.feature import Feature
from specc.lsp.scene import Scene, ref_text, scene_at
from specc.semantics.expressions.functions import FUNCTIONS
from specc.semantics.signatures import Signature
from specc.semantics.type_text import type_text

if TYPE_CHECKING:
    from specc.lsp.session import Session


def _help(session: Session, params: types.SignatureHelpParams) -> types.SignatureHelp | None:
    name, offset = session.place(params.text_document, params.position)
    view = session.views.latest(name) or session.view(name)
    module = view.module(name)
    if view.context is None or module is None:
        return None
    scene = scene_at(session.text(name).text, offset, view.context, module)
    if scene is None:
        return None
    parts = scene.statement
    for at in range(len(parts) - 1, 0, -1):
        if parts[at].symbol == "LPAR":
            before = parts[at - 1]
            if before.symbol == "target":
                return _of_endpoint(scene, parts[at:])
            if before.symbol == "NAME" and ref_text(before.value) in FUNCTIONS:
                return _of_function(ref_text(before.value), parts[at:])
    return None


def _of_endpoint(scene: Scene, inside: tuple[Part, ...]) -> types.SignatureHelp | None:
    signature = scene.target()
    if signature is None:
        return None
    labels = {
        each.name: f"{key(each.name)}{'' if each.required else '?'}: {type_text(each.type)}"
        for each in signature.arguments.values()
    }
    written = next((ref_text(each.value) for each in reversed(inside) if each.symbol == "KEY"), "")
    names = list(labels)
    active = names.index(written) if written in labels else _next(scene, names, inside)
    return _made(_label(signature, labels), list(labels.values()), active, signature.node.doc)


def _label(signature: Signature, labels: dict[str, str]) -> str:
    body = ""
    if signature.body_type is not None:
        body = f" with {type_text(signature.body_type)}"
    return f"{signature.symbol.name}({', '.join(labels.values())}){body}"


def _next(scene: Scene, names: list[str], inside: tuple[Part, ...]) -> int:
    """The first parameter that is not given yet."""
    given = {
        getattr(each, "key", None)
        for part in inside
        for each in (part.value if isinstance(part.value, list) else [part.value])
    }
    return next((at for at, name in enumerate(names) if name not in given), 0)


def _of_function(name: str, inside: tuple[Part, ...]) -> types.SignatureHelp:
    usage = FUNCTIONS[name].usage
    parameters = usage.partition("(")[2].rstrip(")")
    labels = [each for each in parameters.split(", ") if each]
    values = sum(part.symbol == "COMMA" for part in inside)
    values += sum(len(part.value) for part in inside if part.symbol.startswith("__comma"))
    return _made(usage, labels, min(values, max(0, len(labels) - 1)), None)


def _made(label: str, parameters: list[str], active: int, doc: str | None) -> types.SignatureHelp:
    shown = types.SignatureInformation(
        label,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, doc) if doc else None,
        parameters=[types.ParameterInformation(each) for each in parameters],
    )
    return types.SignatureHelp([shown], 0, active)


FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_SIGNATURE_HELP,
        _help,
        options=types.SignatureHelpOptions(trigger_characters=["(", ","]),
    ),
)

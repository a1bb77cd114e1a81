"""Keys: parameters in the arguments of a call, fields in its body or in what to compare with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from specc.lsp.completing.suggestion import Suggestion, key
from specc.lsp.cursor import Part
from specc.lsp.scene import Scene, ref_text
from specc.semantics.type_text import type_text
from specc.semantics.types import UNKNOWN, Type
from specc.syntax.nodes.expressions import Entry, Expr

_COMPARED = ("COMPARE", "CONTAINS")


def keys(scene: Scene) -> list[Suggestion]:
    """What may be given at the cursor, and is not given yet."""
    opened = _opened(scene.statement)
    if opened is None:
        return []
    if scene.statement[opened].symbol == "LPAR":
        return _parameters(scene, opened)
    fields = scene.fields(wanted(scene, opened))
    given = _given(scene.statement[opened:])
    sends = any(part.symbol == "WITH" for part in scene.statement)
    return [
        _key(each.name, f"{'?' if each.optional else ''}: {type_text(each.type)}", each.doc)
        for each in fields.values()
        if each.name not in given and not (sends and each.readonly)
    ]


def wanted(scene: Scene, opened: int | None = None) -> Type:
    """The type that is wanted of the value at the cursor, or of the object opened at a part."""
    parts = scene.statement if opened is None else scene.statement[:opened]
    base = next(
        (
            at
            for at in range(len(parts) - 1, -1, -1)
            if parts[at].symbol in ("WITH", *_COMPARED)
            or (parts[at].symbol == "LPAR" and at and parts[at - 1].symbol == "target")
        ),
        None,
    )
    if base is None:
        return UNKNOWN
    type_ = _base_type(scene, parts, base)
    for at in range(base + 1, len(parts)):
        part = parts[at]
        if part.symbol == "LSQB":
            type_ = scene.item(type_)
        elif part.symbol == "KEY" and parts[base].symbol != "LPAR":
            found = scene.fields(type_).get(ref_text(part.value))
            type_ = found.type if found is not None else UNKNOWN
    return type_


def _base_type(scene: Scene, parts: tuple[Part, ...], base: int) -> Type:
    symbol = parts[base].symbol
    if symbol in _COMPARED:
        left = parts[base - 1].value if base else None
        # In a load profile, what is compared is no value but a metric.
        return scene.infer(left).type if isinstance(left, get_args(Expr)) else UNKNOWN
    signature = scene.target()
    if signature is None:
        return UNKNOWN
    if symbol == "WITH":
        return signature.body_type or UNKNOWN
    name = next((ref_text(part.value) for part in parts[base:] if part.symbol == "KEY"), "")
    argument = signature.arguments.get(name)
    return argument.type if argument is not None else UNKNOWN


def _opened(parts: tuple[Part, ...]) -> int | None:
    """The innermost bracket that is open: all that is closed is one part."""
    return next(
        (at for at in range(len(parts) - 1, -1, -1) if parts[at].symbol in ("LBRACE", "LPAR")),
        None,
    )


def _parameters(scene: Scene, opened: int) -> list[Suggestion]:
    signature = scene.target()
    if signature is None:
        return []
    given = _given(scene.statement[opened:])
    return [
        _key(each.name, f"{each.place}: {type_text(each.type)}", None)
        for each in signature.arguments.values()
        if each.name not in given
    ]


def _key(name: str, detail: str, doc: str | None) -> Suggestion:
    return Suggestion(key(name), "field", detail, doc, text=f"{key(name)}: ")


def _given(parts: Iterable[Part]) -> set[str]:
    return {entry.key for part in parts for entry in _entries(part.value)}


def _entries(value: Any) -> list[Entry]:
    if isinstance(value, list):
        return [each for each in value if isinstance(each, Entry)]
    return [value] if isinstance(value, Entry) else []

"""Renaming, in all files at once. What would break a spec is refused, and why is said."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.diagnostics.model import Diagnostic
from specc.lsp.definitions import Definition
from specc.lsp.feature import Feature, RefusedError
from specc.lsp.features.navigation import everywhere, named_at
from specc.source import Span

if TYPE_CHECKING:
    from specc.lsp.session import Session

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OF_THE_API = ("field", "parameter")
"""Kinds of names that may be any text, in quotes where they are no plain word."""


def _prepare(
    session: Session, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    found = named_at(session, params.text_document, params.position)
    if found is None or found.definition.kind == "module":
        return None
    text = session.text(session.name(params.text_document))
    return types.PrepareRenamePlaceholder(text.range(found.span), found.definition.name)


def _rename(session: Session, params: types.RenameParams) -> types.WorkspaceEdit | None:
    found = named_at(session, params.text_document, params.position)
    if found is None or found.definition.kind == "module":
        return None
    definition = found.definition
    new = _spelled(definition, params.new_name.strip())
    spans: dict[str, set[Span]] = {}
    for name, each in everywhere(session, definition):
        spans.setdefault(name, set()).add(each.span)
    _check(session, spans, new)
    return types.WorkspaceEdit(
        {
            session.uri(name): [
                types.TextEdit(session.text(name).range(span), new) for span in sorted(inside)
            ]
            for name, inside in spans.items()
        }
    )


def _spelled(definition: Definition, new: str) -> str:
    if _NAME.fullmatch(new):
        return new
    if definition.kind in _OF_THE_API and new:
        plain = new[1:-1] if len(new) > 1 and new[0] == new[-1] == '"' else new
        return json.dumps(plain, ensure_ascii=False).replace("{", r"\{").replace("}", r"\}")
    raise RefusedError(f"`{new}` is no name: write letters, digits and underscores")


def _check(session: Session, spans: dict[str, set[Span]], new: str) -> None:
    """Refuse a name that would make a mistake that is not there now."""
    texts = {
        name: _replaced(session.text(name).text, inside, new) for name, inside in spans.items()
    }
    views = session.views
    for unit in views.units_of(spans):
        before = Counter(map(_key, views.view(unit).diagnostics))
        for diagnostic in views.trial(unit, texts):
            before[_key(diagnostic)] -= 1
            if before[_key(diagnostic)] < 0 and diagnostic.severity == "error":
                raise RefusedError(f"`{new}` cannot be the name: {diagnostic.message}")


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.primary.source.name, diagnostic.code.id


def _replaced(text: str, spans: set[Span], new: str) -> str:
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_RENAME, _rename, options=types.RenameOptions(prepare_provider=True)
    ),
    Feature(types.TEXT_DOCUMENT_PREPARE_RENAME, _prepare),
)

"""Code actions: a way out of each mistake that has one, contracts from bodies, and waivers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from specc.diagnostics.model import Diagnostic
from specc.lsp.feature import Feature
from specc.lsp.features.diagnostics import as_protocol
from specc.lsp.fixing import contracts, waivers
from specc.lsp.fixing.fix import Fix
from specc.lsp.fixing.registry import fixes
from specc.source import Span

if TYPE_CHECKING:
    from specc.lsp.session import Session

_QUICK = types.CodeActionKind.QuickFix
_EXTRACT = types.CodeActionKind.RefactorExtract


def _actions(session: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    name = session.name(params.text_document)
    view = session.view(name)
    module = view.module(name)
    if module is None:
        return []
    span = session.text(name).span(params.range)
    wanted = params.context.only
    return [
        action
        for action in (
            *_of_mistakes(session, name, span),
            *(
                _action(session, fix, _EXTRACT, None)
                for fix in contracts.from_here(view, module, span)
            ),
            *(
                _action(session, fix, _QUICK, None)
                for fix in waivers.for_broken(session.last_run, module, span)
            ),
        )
        if not wanted or any(_text(action.kind or "").startswith(_text(each)) for each in wanted)
    ]


def _of_mistakes(session: Session, name: str, span: Span) -> Iterator[types.CodeAction]:
    seen: set[tuple[object, ...]] = set()
    for unit in session.views.units_of([name]):
        view = session.views.view(unit)
        module = view.module(name)
        for found in view.diagnostics:
            place = found.primary.span
            if module is None or found.primary.source is not module.source:
                continue
            if place.start <= span.end and span.start <= place.end and _is_new(found, seen):
                told = as_protocol(session, found)
                for fix in fixes(view, module, found):
                    yield _action(session, fix, _QUICK, told)


def _is_new(found: Diagnostic, seen: set[tuple[object, ...]]) -> bool:
    """Whether it was not told by another suite that the module is part of."""
    is_new = found.sort_key not in seen
    seen.add(found.sort_key)
    return is_new


def _action(
    session: Session,
    fix: Fix,
    kind: types.CodeActionKind,
    mistake: types.Diagnostic | None,
) -> types.CodeAction:
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in fix.edits:
        place = session.text(edit.name).range(edit.span)
        changes.setdefault(session.uri(edit.name), []).append(types.TextEdit(place, edit.text))
    return types.CodeAction(
        fix.title,
        kind=kind,
        diagnostics=[mistake] if mistake is not None else None,
        is_preferred=fix.preferred or None,
        edit=types.WorkspaceEdit(changes),
    )


def _text(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        _actions,
        empty=[],
        options=types.CodeActionOptions(code_action_kinds=[_QUICK, _EXTRACT]),
    ),
)

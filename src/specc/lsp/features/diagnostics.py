"""Mistakes as the protocol tells them: with what they point to, and where they are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from specc.diagnostics.catalogue.warnings import UNUSED
from specc.diagnostics.links import page_url
from specc.diagnostics.model import Diagnostic

if TYPE_CHECKING:
    from specc.lsp.session import Session

SOURCE = "specc"

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
}


def as_protocol(session: Session, found: Diagnostic) -> types.Diagnostic:
    """A diagnostic of the compiler in the terms of the protocol."""
    primary = found.primary
    code = found.code.id
    related = [
        types.DiagnosticRelatedInformation(
            session.location(label.source.name, label.span), label.message or "see here"
        )
        for label in found.secondary
    ]
    return types.Diagnostic(
        range=session.text(primary.source.name).range(primary.span),
        message=_message(found),
        severity=_SEVERITIES[found.severity],
        code=code,
        code_description=types.CodeDescription(page_url(code)),
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if found.code is UNUSED else None,
        related_information=related or None,
    )


def _message(found: Diagnostic) -> str:
    lines = [found.message]
    if found.primary.message:
        lines.append(found.primary.message)
    if found.help:
        lines.append(f"help: {found.help}")
    return "\n".join(lines)

"""Diagnostics as one JSON document, for programs.

The document is a list. Lines and columns count from 1, offsets from 0, all in characters; ends are
exclusive. The first of `labels` is the primary one, whose place the diagnostic has as its own.
"""

import json
from collections.abc import Sequence

from specc.diagnostics.model import Diagnostic, Label
from specc.source import SourceFile


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """The document. It is pure ASCII, so that any pipe carries it."""
    return json.dumps([_entry(diagnostic) for diagnostic in diagnostics], indent=2) + "\n"


def _entry(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code.id,
        "severity": diagnostic.severity,
        "title": diagnostic.code.title,
        "message": diagnostic.message,
        **_range(diagnostic.primary),
        "labels": [_label(label) for label in (diagnostic.primary, *diagnostic.secondary)],
        "help": diagnostic.help,
    }


def _label(label: Label) -> dict[str, object]:
    return {**_range(label), "message": label.message}


def _range(label: Label) -> dict[str, object]:
    return {
        "file": label.source.name,
        "start": _point(label.source, label.span.start),
        "end": _point(label.source, label.span.end),
    }


def _point(source: SourceFile, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    return {"line": line, "column": column, "offset": offset}

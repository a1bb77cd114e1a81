"""Words: what was most likely meant, and what other languages write instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from specc.diagnostics.model import Diagnostic
from specc.lsp.fixing.fix import Edit, Fix
from specc.lsp.views import View
from specc.syntax.nodes.declarations import Module

_MEANT = re.compile(r"did you mean `([^`]+)`\?")
_WORD = re.compile(r'[\w.-]+|"[^"\n]*"')
_FOREIGN = {"===": "==", "!==": "!=", "&&": "and", "||": "or", "=>": "->", ";": ""}


def did_you_mean(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """The near name, in the place of the one that isn't there."""
    match = _MEANT.search(found.primary.message) or _MEANT.search(found.message)
    span = found.primary.span
    written = module.source.text[span.start : span.end]
    if match is None or _WORD.fullmatch(written) is None:
        return
    near = json.dumps(match[1], ensure_ascii=False) if written.startswith('"') else match[1]
    yield Fix(f"Change to `{match[1]}`", (Edit(module.source.name, span, near),), preferred=True)


def foreign_sign(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """The sign that this language has for it."""
    span = found.primary.span
    sign = _FOREIGN.get(module.source.text[span.start : span.end])
    if sign is not None:
        title = f"Write `{sign}`" if sign else "Leave it out"
        yield Fix(title, (Edit(module.source.name, span, sign),), preferred=True)

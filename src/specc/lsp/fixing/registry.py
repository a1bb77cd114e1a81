"""Which fixes there are for which diagnostics. A new fixer is a line here."""

from __future__ import annotations

from collections.abc import Iterator

from specc.diagnostics.catalogue import captures, habits, names, security, values, warnings
from specc.diagnostics.code import Code
from specc.diagnostics.model import Diagnostic
from specc.lsp.fixing import missing, waivers, words
from specc.lsp.fixing.fix import Fix, Fixer
from specc.lsp.views import View
from specc.syntax.nodes.declarations import Module

ANY: tuple[Fixer, ...] = (words.did_you_mean,)
"""Fixers of all diagnostics."""

FIXERS: dict[Code, Fixer] = {
    names.UNKNOWN_TYPE: missing.declaration,
    names.UNKNOWN_ROLE: missing.declaration,
    names.UNKNOWN_ENDPOINT: missing.declaration,
    captures.UNDECLARED_STATUS: missing.returns,
    captures.OPTIONAL_UNCHECKED: missing.presence,
    values.READONLY_SENT: missing.field_left_out,
    warnings.UNUSED: missing.unused,
    security.WAIVER_EXPIRED: waivers.expired,
    habits.TRIPLE_EQUALS: words.foreign_sign,
    habits.LOGICAL_SIGN: words.foreign_sign,
    habits.FAT_ARROW: words.foreign_sign,
    habits.SEMICOLON: words.foreign_sign,
}


def fixes(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """The fixes of a diagnostic, what was most likely meant first."""
    for fixer in ANY:
        yield from fixer(view, module, found)
    if found.code in FIXERS:
        yield from FIXERS[found.code](view, module, found)

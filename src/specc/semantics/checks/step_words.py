"""Endpoints and flows that are named like the language's own steps."""

from __future__ import annotations

from specc.diagnostics.catalogue.warnings import UNCALLABLE
from specc.semantics.context import Context

STEP_WORDS = frozenset(
    {"expect", "eventually", "finally", "pause", "call", "cases"}
    | {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"}
)
"""What a statement of a test starts with that is no call of an endpoint or a flow."""


def warn_of_step_words(context: Context) -> None:
    """Warns of endpoints and flows that no step can call."""
    for module in context.program.modules:
        for kind in ("endpoint", "flow"):
            for symbol in context.own(module, kind):
                if symbol.name in STEP_WORDS:
                    context.findings.add(
                        UNCALLABLE,
                        f"no step can call the {kind} `{symbol.name}`: a step that starts so is "
                        "one of the language's own",
                        module,
                        symbol.node.name.span,
                        hint="give it another name, if a flow or test is to call it",
                    )

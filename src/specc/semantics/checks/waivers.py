"""Waivers, of security rules and of an endpoint's obligations: each has a reason, and an end."""

from __future__ import annotations

from datetime import date

from specc.diagnostics.catalogue import security as codes
from specc.semantics.context import Context
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.expressions import Date, Text


def check_waiver(context: Context, module: Module, reason: Text, until: Date | None) -> None:
    """Reports a waiver without a reason, and one that is over."""
    if reason.plain is not None and not reason.plain.strip():
        context.findings.add(
            codes.WAIVER_REASON,
            "the waiver gives no reason",
            module,
            reason.span,
            hint="say why this need not hold, and where that was decided",
        )
    if until is None or not context.resolver.reader(module).is_real_day(until):
        return
    if date.fromisoformat(until.value) < context.today:
        context.findings.add(
            codes.WAIVER_EXPIRED,
            f"the waiver ended on {until.value}",
            module,
            until.span,
            hint="meet the obligation now, or decide anew until when it may wait",
        )

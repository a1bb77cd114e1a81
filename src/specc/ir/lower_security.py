"""Security blocks of the checked program as the IR has them."""

from __future__ import annotations

from specc.ir.context import Context
from specc.ir.security import Exempt, Scan, SecurityBlock, Selection
from specc.rules import selected
from specc.semantics.symbols import Symbol
from specc.syntax.nodes import security as syntax


def lower_security(symbol: Symbol, context: Context) -> SecurityBlock:
    """The block, with every family of rules spelt out."""
    node = symbol.node
    assert isinstance(node, syntax.Security)
    hosts: list[str] = []
    selections: list[Selection] = []
    exempts: list[Exempt] = []
    scans: list[Scan] = []
    threshold: str | None = None
    for entry in node.entries:
        place = context.place(entry.span)
        match entry:
            case syntax.RuleSelection():
                selections.append(_selection(entry, context))
            case syntax.SecurityThreshold(severity):
                threshold = severity.text
            case syntax.SecurityHosts(texts):
                hosts.extend(text.plain for text in texts if text.plain)
            case syntax.Waiver(selection, reason, until):
                exempts.append(
                    Exempt(
                        _selection(selection, context),
                        reason.plain or "",
                        None if until is None else until.value,
                        place,
                    )
                )
            case syntax.Scan(kind, path, fail_on):
                worst = None if fail_on is None else fail_on.text
                scans.append(Scan(kind, path.plain or "", worst, context.text(entry.span), place))
            case syntax.RateLimit():
                pass
    return SecurityBlock(
        context.names[symbol],
        tuple(hosts),
        tuple(selections),
        tuple(exempts),
        tuple(scans),
        context.place(node.span),
        threshold,
    )


def _selection(node: syntax.RuleSelection, context: Context) -> Selection:
    kinds = tuple(kind.text for kind in node.kinds)
    targets = [context.find(ref.text) for ref in node.endpoints]
    return Selection(
        selected(node.family.text, kinds),
        tuple(context.names[target] for target in targets if target is not None),
        ".".join([node.family.text, *kinds]),
        context.text(node.span),
        context.place(node.span),
        None if node.fail_on is None else node.fail_on.text,
    )

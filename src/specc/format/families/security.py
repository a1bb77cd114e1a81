"""Prints security blocks."""

from __future__ import annotations

from typing import assert_never

from specc.format.blocks import block
from specc.format.documents import Doc, words
from specc.format.families.expressions import text
from specc.format.gaps import Item
from specc.format.literals import date
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.base import Name
from specc.syntax.nodes.security import (
    RateLimit,
    RuleSelection,
    Scan,
    Security,
    SecurityEntry,
    SecurityHosts,
    SecurityThreshold,
    Waiver,
)


def security(written: Written, node: Security) -> Doc:
    """A block of security rules."""
    items = [Item(entry.span, _entry(written, entry)) for entry in node.entries]
    place = Span(node.name.span.end, node.span.end)
    return words("security", node.name.text, block(written, items, place))


def _entry(written: Written, node: SecurityEntry) -> Doc:
    match node:
        case RuleSelection():
            return words(_selection(node), _fail_on(node.fail_on))
        case SecurityThreshold(severity):
            return _fail_on(severity) or ""
        case SecurityHosts():
            return words("allow hosts", ", ".join(text(written, host) for host in node.hosts))
        case RateLimit():
            rate = f"{node.count}{node.unit}"
            return words("rate limit", node.endpoint.text, rate, "per", node.per.text)
        case Scan():
            return words(node.kind, "in", text(written, node.path), _fail_on(node.fail_on))
        case Waiver():
            until = None if node.until is None else f"until {date(node.until)}"
            reason = text(written, node.reason)
            return words("except", _selection(node.selection), "because", reason, until)
        case _:
            assert_never(node)


def _fail_on(severity: Name | None) -> str | None:
    return None if severity is None else f"fail on {severity.text}"


def _selection(node: RuleSelection) -> Doc:
    kinds = ", ".join(kind.text for kind in node.kinds)
    targets = ", ".join(endpoint.text for endpoint in node.endpoints) or "all"
    return words(node.family.text, kinds, "on", targets)

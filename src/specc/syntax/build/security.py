"""Builds security blocks."""

from typing import Literal

from specc.diagnostics.catalogue.parts import NOT_A_RATE
from specc.source import Span
from specc.syntax.mistake import Mistake
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.expressions import Date, Quantity, Text
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


def security(
    span: Span, doc: str | None, name: Name, entries: tuple[SecurityEntry, ...]
) -> Security:
    return Security(name, entries, doc, span)


def security_hosts(span: Span, hosts: tuple[Text, ...]) -> SecurityHosts:
    return SecurityHosts(hosts, span)


def rate_limit(span: Span, endpoint: Ref, rate: Quantity, per: Name) -> RateLimit:
    made = RateLimit(endpoint, int(rate.value), rate.unit, per, span)
    if rate.dimension == "rate" and rate.value == made.count:
        return made
    raise Mistake(
        NOT_A_RATE,
        "a rate limit is a whole number of requests in a time",
        rate.span,
        instead=made,
        hint="write it as `30/min`, `5/s` or `1000/h`",
    )


def scan(
    span: Span,
    kind: Literal["dependencies", "source", "secrets"],
    path: Text,
    fail_on: Name | None,
) -> Scan:
    return Scan(kind, path, fail_on, span)


def scanned(span: Span, word: str) -> str:
    return word


def waiver(span: Span, selection: RuleSelection, reason: Text, until: Date | None) -> Waiver:
    return Waiver(selection, reason, until, span)


def selection(
    span: Span, family: Ref, kinds: tuple[Name, ...] | None, endpoints: tuple[Ref, ...]
) -> RuleSelection:
    return RuleSelection(family, kinds or (), endpoints, None, span)


def judged_selection(span: Span, chosen: RuleSelection, severity: Name) -> RuleSelection:
    return RuleSelection(chosen.family, chosen.kinds, chosen.endpoints, severity, span)


def security_threshold(span: Span, severity: Name) -> SecurityThreshold:
    return SecurityThreshold(severity, span)


def family(span: Span, *parts: Name | str) -> Ref:
    """Some families are called as a keyword is, and then come as a plain word."""
    return Ref(".".join(part if isinstance(part, str) else part.text for part in parts), span)


def all_endpoints(span: Span) -> tuple[Ref, ...]:
    return ()

"""Security rule blocks as written."""

from __future__ import annotations

from typing import Literal, TypeAlias

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref, node
from specc.syntax.nodes.expressions import Date, Text


@node
class RuleSelection:
    """`injection sql on all`, `bola.read on get_order`: a family or rule, its kinds, the endpoints.

    `endpoints` is empty for `all`. `fail_on` is the severity from which on a finding fails.
    """

    family: Ref
    kinds: tuple[Name, ...]
    endpoints: tuple[Ref, ...]
    fail_on: Name | None
    span: Span


@node
class SecurityThreshold:
    """`fail on high`: for all selections of the block that don't say one."""

    severity: Name
    span: Span


@node
class SecurityHosts:
    hosts: tuple[Text, ...]
    span: Span


@node
class RateLimit:
    """`rate limit login 30/min per account`; `per` is account, actor or client."""

    endpoint: Ref
    count: int
    unit: str
    per: Name
    span: Span


@node
class Scan:
    """`dependencies in "requirements.txt" fail on high`, `source in "src"`, `secrets in "."`."""

    kind: Literal["dependencies", "source", "secrets"]
    path: Text
    fail_on: Name | None
    span: Span


@node
class Waiver:
    """`except injection on list_orders because "..." until 2030-01-01`."""

    selection: RuleSelection
    reason: Text
    until: Date | None
    span: Span


SecurityEntry: TypeAlias = (
    RuleSelection | SecurityThreshold | SecurityHosts | RateLimit | Scan | Waiver
)


@node
class Security:
    name: Name
    entries: tuple[SecurityEntry, ...]
    doc: str | None
    span: Span

"""Declarations of a module, but for those that have files of their own."""

from __future__ import annotations

from typing import Literal as OneOf
from typing import TypeAlias

from specc.source import SourceFile, Span
from specc.syntax.nodes.base import Name, Ref, node
from specc.syntax.nodes.credentials import (
    BasicCredential as BasicCredential,
)
from specc.syntax.nodes.credentials import (
    BearerCredential as BearerCredential,
)
from specc.syntax.nodes.credentials import (
    DigestCredential as DigestCredential,
)
from specc.syntax.nodes.endpoint import Endpoint
from specc.syntax.nodes.expressions import Expr, ObjectExpr, Quantity, Text
from specc.syntax.nodes.load import Load
from specc.syntax.nodes.pipeline import Pipeline
from specc.syntax.nodes.security import Security
from specc.syntax.nodes.steps import RawRequest, Step
from specc.syntax.nodes.types import Field, TypeNode


@node
class Import:
    """`import "auth.bts" as auth`."""

    path: Text
    alias: Name | None
    span: Span


@node
class UrlEntry:
    """`url VALUE [in ENVIRONMENT]`."""

    value: Expr
    environment: Name | None
    span: Span


@node
class StartEntry:
    """`start "command line"`: split as a shell would, run without one."""

    command: Expr
    span: Span


@node
class ReadyEntry:
    """`ready GET /healthz within 10s`."""

    request: RawRequest
    within: Quantity | None
    span: Span


@node
class HeaderEntry:
    """`header "Accept-Language" "en"`, in a service (every request) or an actor (its requests)."""

    name: Text
    value: Expr
    span: Span


@node
class TimeoutEntry:
    limit: Quantity
    span: Span


@node
class LimitEntry:
    """`limit body 64KB`, `limit rate 20/s`, `limit cases 200`: what a run may ask for."""

    what: OneOf["body", "rate", "cases"]
    amount: Quantity | int
    span: Span


@node
class AllowHostsEntry:
    hosts: tuple[Text, ...]
    span: Span


@node
class OptionalEntry:
    """`optional`: where the service cannot be had, its obligations are reported as not run."""

    span: Span


ServiceEntry: TypeAlias = (
    UrlEntry
    | StartEntry
    | ReadyEntry
    | HeaderEntry
    | TimeoutEntry
    | LimitEntry
    | AllowHostsEntry
    | OptionalEntry
)


@node
class Service:
    name: Name
    entries: tuple[ServiceEntry, ...]
    doc: str | None
    span: Span


@node
class Role:
    name: Name
    doc: str | None
    span: Span


@node
class CookieCredential:
    name: Text
    value: Expr
    span: Span


@node
class OAuth2Credential:
    """`oauth2 client_credentials { url: ..., client_id: ..., client_secret: ..., scope: ... }`."""

    grant: str
    settings: ObjectExpr
    span: Span


Credential: TypeAlias = (
    BearerCredential
    | BasicCredential
    | DigestCredential
    | CookieCredential
    | OAuth2Credential
    | HeaderEntry
)


@node
class Actor:
    """`actor alice is customer [times 500] [from "accounts.csv"] { steps and credentials }`.

    `entries` keeps steps and credentials in the order written.
    """

    name: Name
    role: Ref
    times: int | None
    table: Text | None
    entries: tuple[Step | Credential, ...]
    doc: str | None
    span: Span


@node
class Contract:
    """`contract Order [open] { fields }` or `contract PaidOrder = Order with { ... }`.

    Exactly one of `fields` and `definition` is given.
    """

    name: Name
    open: bool
    fields: tuple[Field, ...] | None
    definition: TypeNode | None
    doc: str | None
    span: Span


@node
class Flow:
    """`flow buy from "cards.csv" { ... }`: each run takes the next row of its table."""

    name: Name
    table: Text | None
    steps: tuple[Step, ...]
    doc: str | None
    span: Span


@node
class CaseRow:
    values: tuple[Expr, ...]
    span: Span


@node
class Cases:
    """`cases quantity, code: (0, 422), (1, 201)` or `cases from "limits.csv"` (it names them)."""

    columns: tuple[Name, ...]
    rows: tuple[CaseRow, ...]
    table: Text | None
    span: Span


@node
class Test:
    title: Text
    actor: Ref | None
    tags: tuple[Name, ...]
    cases: Cases | None
    steps: tuple[Step, ...]
    doc: str | None
    span: Span


Declaration: TypeAlias = (
    Import | Service | Role | Actor | Contract | Endpoint | Flow | Test | Load | Security | Pipeline
)


@node
class Comment:
    """A `#` comment, with its `#`, where it stands."""

    text: str
    span: Span


@node
class Module:
    """One parsed file. `doc` is the doc string at its top that documents no declaration.

    `broken_names` are the names that a reader would take to be declared here, but whose declaration
    could not be read, or not whole: of declarations and of captures (`-> name`). Nothing follows
    from what is known of them, and to mention one is no further mistake.
    """

    source: SourceFile
    doc: str | None
    declarations: tuple[Declaration, ...]
    comments: tuple[Comment, ...]
    broken_names: frozenset[str] = frozenset()

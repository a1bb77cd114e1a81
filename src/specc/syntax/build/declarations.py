"""Builds the declarations without a file of their own: services, roles, actors, flows, imports."""

from specc.source import Span
from specc.syntax.nodes.base import Name, Ref
from specc.syntax.nodes.declarations import (
    Actor,
    AllowHostsEntry,
    BasicCredential,
    BearerCredential,
    CookieCredential,
    Credential,
    Declaration,
    DigestCredential,
    Flow,
    HeaderEntry,
    Import,
    LimitEntry,
    OAuth2Credential,
    OptionalEntry,
    ReadyEntry,
    Role,
    Service,
    ServiceEntry,
    StartEntry,
    TimeoutEntry,
    UrlEntry,
)
from specc.syntax.nodes.expressions import Expr, Number, ObjectExpr, Quantity, Text
from specc.syntax.nodes.steps import RawRequest, Step


def module(
    span: Span, doc: str | None, *declarations: Declaration | None
) -> tuple[str | None, tuple[Declaration, ...]]:
    """The parts of a module that the grammar knows of."""
    return doc, tuple(one for one in declarations if one is not None)


def import_(span: Span, path: Text, alias: Name | None) -> Import:
    return Import(path, alias, span)


def service(span: Span, doc: str | None, name: Name, entries: tuple[ServiceEntry, ...]) -> Service:
    return Service(name, entries, doc, span)


def url_entry(span: Span, value: Expr, environment: Name | None) -> UrlEntry:
    return UrlEntry(value, environment, span)


def start_entry(span: Span, command: Expr) -> StartEntry:
    return StartEntry(command, span)


def ready_entry(span: Span, request: RawRequest, within: Quantity | None) -> ReadyEntry:
    return ReadyEntry(request, within, span)


def timeout_entry(span: Span, limit: Quantity) -> TimeoutEntry:
    return TimeoutEntry(limit, span)


def body_limit(span: Span, amount: Quantity) -> LimitEntry:
    return LimitEntry("body", amount, span)


def pace_limit(span: Span, amount: Quantity) -> LimitEntry:
    return LimitEntry("rate", amount, span)


def cases_limit(span: Span, amount: Number) -> LimitEntry:
    return LimitEntry("cases", int(amount.value), span)


def optional_entry(span: Span) -> OptionalEntry:
    return OptionalEntry(span)


def header_entry(span: Span, name: Name | Text, value: Expr) -> HeaderEntry:
    return HeaderEntry(_as_text(name), value, span)


def allow_hosts(span: Span, hosts: tuple[Text, ...]) -> AllowHostsEntry:
    return AllowHostsEntry(hosts, span)


def role(span: Span, doc: str | None, name: Name) -> Role:
    return Role(name, doc, span)


def actor(
    span: Span,
    doc: str | None,
    name: Name,
    role: Ref,
    times: Number | None,
    table: Text | None,
    entries: tuple[Step | Credential, ...] | None,
) -> Actor:
    count = None if times is None else int(times.value)
    return Actor(name, role, count, table, entries or (), doc, span)


def bearer(span: Span, token: Expr) -> BearerCredential:
    return BearerCredential(token, span)


def basic(span: Span, user: Expr, password: Expr) -> BasicCredential:
    return BasicCredential(user, password, span)


def digest(span: Span, user: Expr, password: Expr) -> DigestCredential:
    return DigestCredential(user, password, span)


def cookie(span: Span, name: Name | Text, value: Expr) -> CookieCredential:
    return CookieCredential(_as_text(name), value, span)


def oauth2(span: Span, grant: Name, settings: ObjectExpr) -> OAuth2Credential:
    return OAuth2Credential(grant.text, settings, span)


def flow(
    span: Span, doc: str | None, name: Name, table: Text | None, steps: tuple[Step, ...]
) -> Flow:
    return Flow(name, table, steps, doc, span)


def _as_text(label: Name | Text) -> Text:
    """A label as a string: `header Accept "..."` means `header "Accept" "..."`."""
    return Text((label.text,), label.span) if isinstance(label, Name) else label

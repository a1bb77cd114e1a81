"""Lowering of services and actors."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from specc.ir import nodes
from specc.ir.cases import table_of
from specc.ir.context import ColumnOf, Context
from specc.ir.expressions import Builtin, Const, Value, walk
from specc.ir.lower_credential import lower_credential
from specc.ir.lower_steps import lower_step
from specc.ir.lower_values import lower_value
from specc.ir.steps import Action, Request, walk_steps
from specc.semantics.symbols import Symbol
from specc.syntax.nodes.declarations import (
    Actor,
    AllowHostsEntry,
    BasicCredential,
    BearerCredential,
    CookieCredential,
    Credential,
    DigestCredential,
    HeaderEntry,
    LimitEntry,
    OAuth2Credential,
    OptionalEntry,
    ReadyEntry,
    Service,
    StartEntry,
    TimeoutEntry,
    UrlEntry,
)

DEFAULT_TIMEOUT = 30.0
DEFAULT_READY = 30.0


def lower_service(symbol: Symbol, context: Context) -> nodes.Service:
    """A service with its entries sorted out."""
    node = symbol.node
    assert isinstance(node, Service)
    url: Value = Const("")
    urls: list[tuple[str, Value]] = []
    start: Value | None = None
    ready: tuple[str, str, float] | None = None
    headers: list[tuple[str, Value]] = []
    timeout = DEFAULT_TIMEOUT
    hosts: list[str] = []
    optional = False
    limits: list[tuple[str, int | float]] = []
    for entry in node.entries:
        match entry:
            case UrlEntry(value=value, environment=None):
                url = lower_value(value, context)
            case UrlEntry(value=value, environment=environment):
                assert environment is not None
                urls.append((environment.text, lower_value(value, context)))
            case StartEntry(command=command):
                start = lower_value(command, context)
            case ReadyEntry(request=request, within=within):
                limit = DEFAULT_READY if within is None else float(within.base)
                ready = (request.method, request.path.plain or "/", limit)
            case HeaderEntry(name=name, value=value):
                headers.append((name.plain or "", lower_value(value, context)))
            case TimeoutEntry(limit=limit_node):
                timeout = float(limit_node.base)
            case AllowHostsEntry(hosts=texts):
                hosts.extend(text.plain or "" for text in texts)
            case OptionalEntry():
                optional = True
            case LimitEntry(what=what, amount=int(count)):
                limits.append((what, count))
            case LimitEntry(what="body", amount=amount):
                assert not isinstance(amount, int)
                limits.append(("body", int(amount.base)))
            case LimitEntry(what=what, amount=amount):
                assert not isinstance(amount, int)
                limits.append((what, float(amount.base)))
            case _:
                assert_never(entry)
    return nodes.Service(
        context.names[symbol],
        url,
        tuple(urls),
        start,
        ready,
        tuple(headers),
        timeout,
        tuple(hosts),
        optional,
        node.doc,
        context.place(node.span),
        context.module.source.name,
        tuple(limits),
    )


def lower_actor(
    symbol: Symbol,
    context: Context,
    creators: dict[str, tuple[str, ...]],
    read_text: Callable[[str], str | None],
) -> nodes.Actor:
    """An actor. `creators` says which contracts each endpoint creates."""
    node = symbol.node
    assert isinstance(node, Actor)
    rows = 0
    if node.table is not None:
        _, table = table_of(node.table.plain or "", context, read_text)
        rows = len(table.rows)
        context.bindings.update(dict.fromkeys(table.columns, ColumnOf()))
    entries: list[Action | nodes.Credential] = []
    for entry in node.entries:
        match entry:
            case (
                BearerCredential()
                | BasicCredential()
                | DigestCredential()
                | CookieCredential()
                | OAuth2Credential()
                | HeaderEntry()
            ):
                entries.append(_credential(entry, context))
            case _:
                entries.append(lower_step(entry, context))
    steps = walk_steps(tuple(item for item in entries if not isinstance(item, nodes.Credential)))
    owns: list[tuple[str, str]] = []
    varied = False
    for step in steps:
        if isinstance(step, Request) and step.endpoint is not None:
            if step.capture:
                made = creators.get(step.endpoint, ())
                owns.extend((contract, step.capture) for contract in made)
            given = [value for _, value in step.params]
            given += [] if step.body is None else [step.body]
            varied = varied or any(
                isinstance(item, Builtin) and item.name in ("unique", "uuid")
                for value in given
                for item in walk(value)
            )
    role = context.find(node.role.text)
    return nodes.Actor(
        context.names[symbol],
        node.role.text if role is None else context.names[role],
        tuple(entries),
        node.times,
        node.table.plain if node.table else None,
        node.times or rows or 1,
        tuple(owns),
        varied or node.times is not None,
        node.doc,
        context.place(node.span),
        context.module.source.name,
        context.service,
    )


def _credential(node: Credential, context: Context) -> nodes.Credential:
    place = context.place(node.span)
    match node:
        case BearerCredential() | BasicCredential() | DigestCredential():
            return lower_credential(node, context)
        case CookieCredential(name=name, value=value):
            values = (lower_value(name, context), lower_value(value, context))
            return nodes.Credential("cookie", values, (), place)
        case HeaderEntry(name=name, value=value):
            values = (lower_value(name, context), lower_value(value, context))
            return nodes.Credential("header", values, (), place)
        case OAuth2Credential(settings=settings):
            pairs = tuple(
                (entry.key, lower_value(entry.value, context)) for entry in settings.entries
            )
            return nodes.Credential("oauth2", (), pairs, place)
        case _:
            assert_never(node)

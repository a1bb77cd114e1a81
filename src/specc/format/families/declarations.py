"""Prints the declarations of a module."""

from __future__ import annotations

from typing import assert_never

from specc.format.blocks import block
from specc.format.documents import Align, Doc, concat, words
from specc.format.families.credentials import credential
from specc.format.families.endpoint import endpoint
from specc.format.families.expressions import expression, text, value
from specc.format.families.load import load
from specc.format.families.pipeline import pipeline
from specc.format.families.security import security
from specc.format.families.steps import raw_request, step, step_items
from specc.format.families.types import fields, type_
from specc.format.gaps import Item
from specc.format.lists import bracketed, unbracketed
from specc.format.literals import quantity
from specc.format.written import Written
from specc.source import Span
from specc.syntax.nodes.credentials import BasicCredential, BearerCredential, DigestCredential
from specc.syntax.nodes.declarations import (
    Actor,
    AllowHostsEntry,
    CaseRow,
    Cases,
    Contract,
    CookieCredential,
    Credential,
    Declaration,
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
    Test,
    TimeoutEntry,
    UrlEntry,
)
from specc.syntax.nodes.endpoint import Endpoint
from specc.syntax.nodes.load import Load
from specc.syntax.nodes.pipeline import Pipeline
from specc.syntax.nodes.security import Security
from specc.syntax.nodes.steps import Step


def declaration(written: Written, node: Declaration) -> Doc:
    """A declaration, without its doc string."""
    match node:
        case Import():
            alias = [] if node.alias is None else ["as", node.alias.text]
            return words("import", text(written, node.path), *alias)
        case Service():
            return _service(written, node)
        case Role():
            return words("role", node.name.text)
        case Actor():
            return _actor(written, node)
        case Contract():
            return _contract(written, node)
        case Endpoint():
            return endpoint(written, node)
        case Flow():
            last = node.name if node.table is None else node.table
            table = None if node.table is None else words("from", text(written, node.table))
            steps = step_items(written, node.steps)
            place = Span(last.span.end, node.span.end)
            return words("flow", node.name.text, table, block(written, steps, place))
        case Test():
            return _test(written, node)
        case Load():
            return load(written, node)
        case Security():
            return security(written, node)
        case Pipeline():
            return pipeline(written, node)
        case _:
            assert_never(node)


def _service(written: Written, node: Service) -> Doc:
    items = [
        Item(entry.span, body, label)
        for entry in node.entries
        for label, body in [_service_entry(written, entry)]
    ]
    place = Span(node.name.span.end, node.span.end)
    return words("service", node.name.text, block(written, items, place, Align.KEYWORDS))


def _service_entry(written: Written, node: ServiceEntry) -> tuple[str, Doc]:
    """The word that an entry starts with, and the rest."""
    match node:
        case UrlEntry():
            environment = [] if node.environment is None else ["in", node.environment.text]
            return "url", words(value(written, node.value), *environment)
        case StartEntry():
            return "start", value(written, node.command)
        case ReadyEntry():
            within = [] if node.within is None else ["within", quantity(written, node.within)]
            return "ready", words(raw_request(written, node.request), *within)
        case HeaderEntry():
            return "header", words(text(written, node.name), value(written, node.value))
        case TimeoutEntry():
            return "timeout", quantity(written, node.limit)
        case OptionalEntry():
            return "optional", ""
        case LimitEntry(what=what, amount=int(count)):
            return "limit", words(what, str(count))
        case LimitEntry(what=what, amount=amount):
            assert not isinstance(amount, int)
            return "limit", words(what, quantity(written, amount))
        case AllowHostsEntry():
            return "allow", words("hosts", ", ".join(text(written, one) for one in node.hosts))
        case _:
            assert_never(node)


def _actor(written: Written, node: Actor) -> Doc:
    head = words(
        f"actor {node.name.text} is {node.role.text}",
        None if node.times is None else f"times {node.times}",
        None if node.table is None else words("from", text(written, node.table)),
    )
    items = [Item(entry.span, _actor_entry(written, entry)) for entry in node.entries]
    start = node.role.span.end if node.table is None else node.table.span.end
    body = block(written, items, Span(start, node.span.end))
    return head if body == "{}" else words(head, body)


def _actor_entry(written: Written, node: Step | Credential) -> Doc:
    match node:
        case HeaderEntry():
            return words("header", text(written, node.name), value(written, node.value))
        case CookieCredential():
            return words("cookie", text(written, node.name), value(written, node.value))
        case OAuth2Credential():
            return words("oauth2", node.grant, expression(written, node.settings))
        case BearerCredential() | BasicCredential() | DigestCredential():
            return credential(written, node)
        case _:
            return step(written, node)


def _contract(written: Written, node: Contract) -> Doc:
    head = words("contract", node.name.text, "open" if node.open else None)
    if node.definition is not None:
        return words(head, "=", type_(written, node.definition))
    place = Span(node.name.span.end, node.span.end)
    return words(head, fields(written, node.fields or (), place, declared=True))


def _test(written: Written, node: Test) -> Doc:
    tags = ", ".join(tag.text for tag in node.tags)
    head = words(
        "test",
        text(written, node.title),
        None if node.actor is None else f"as {node.actor.text}",
        f"tagged {tags}" if tags else None,
    )
    last = node.tags[-1] if node.tags else node.actor or node.title
    items = step_items(written, node.steps)
    if node.cases is not None:
        items.insert(0, Item(node.cases.span, _cases(written, node.cases)))
    return words(head, block(written, items, Span(last.span.end, node.span.end)))


def _cases(written: Written, node: Cases) -> Doc:
    if node.table is not None:
        return words("cases from", text(written, node.table))
    columns = ", ".join(column.text for column in node.columns)
    rows_ = [Item(row.span, _case_row(written, row)) for row in node.rows]
    place = Span(node.columns[-1].span.end, node.span.end)
    return concat(f"cases {columns}:", unbracketed(written, rows_, place))


def _case_row(written: Written, node: CaseRow) -> Doc:
    items = [Item(one.span, expression(written, one, listed=True)) for one in node.values]
    return bracketed(written, "()", items, node.span)

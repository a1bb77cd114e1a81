"""What is missing: a declaration, an import, a `returns` clause, an expectation."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator

from specc.diagnostics.catalogue import names
from specc.diagnostics.model import Diagnostic
from specc.lsp.declared import declaration_at, nodes
from specc.lsp.fixing.fix import Edit, Fix, at_end, before_line, clause
from specc.lsp.views import View
from specc.source import Span
from specc.syntax.nodes.base import Ref
from specc.syntax.nodes.declarations import Import, Module
from specc.syntax.nodes.endpoint import Endpoint, ReturnsClause
from specc.syntax.nodes.steps import CallStep, ExpectStep

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def declaration(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """An import of the module that declares the name, or else a declaration of it."""
    span = found.primary.span
    name = module.source.text[span.start : span.end]
    if view.context is None or not _NAME.fullmatch(name):
        return
    for other, scope in view.context.program.scopes.items():
        if other is not module and name in scope.own:
            yield _import(module, other)
    if found.code is names.UNKNOWN_TYPE:
        made = at_end(module, f"contract {name} {{\n  id: uuid\n}}")
        yield Fix(f"Declare the contract `{name}`", (made,))
    elif found.code is names.UNKNOWN_ROLE:
        made = at_end(module, f"role {name}")
        yield Fix(f"Declare the role `{name}`", (made,))
    elif found.code is names.UNKNOWN_ENDPOINT:
        yield Fix(f"Declare the endpoint `{name}`", (at_end(module, _endpoint(name)),))


def _endpoint(name: str) -> str:
    return f"endpoint {name} GET /{name} {{\n  as      anyone\n  returns 200\n}}"


def _import(module: Module, other: Module) -> Fix:
    folder = posixpath.dirname(module.source.name) or "."
    path = posixpath.relpath(other.source.name, folder)
    statement = f"import {json.dumps(path, ensure_ascii=False)}\n"
    last = max(
        (each.span.end for each in module.declarations if isinstance(each, Import)), default=None
    )
    if last is None:
        start = module.declarations[0].span.start if module.declarations else 0
        start = module.source.text.rfind("\n", 0, start) + 1 if module.doc is not None else 0
        edit = Edit(module.source.name, Span(start, start), f"{statement}\n")
    else:
        edit = Edit(module.source.name, Span(last, last), f"\n{statement.rstrip()}")
    return Fix(f"Import `{path}`", (edit,), preferred=True)


def returns(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """The status that a step expects, declared by the endpoint that it calls."""
    span = found.primary.span
    status = module.source.text[span.start : span.end]
    if view.context is None or not status.isdigit():
        return
    holder = declaration_at(module, span)
    for step in nodes(holder) if holder is not None else ():
        if not isinstance(step, CallStep) or not isinstance(step.target, Ref):
            continue
        if step.span.start <= span.start and span.end <= step.span.end:
            symbol = view.context.program.find(module, step.target.text)
            if symbol is not None and isinstance(symbol.node, Endpoint):
                text = f"returns {status}"
                edit = clause(symbol.module, symbol.node, text, (ReturnsClause,))
                yield Fix(f"Declare `{text}` in `{symbol.name}`", (edit,), preferred=True)


def presence(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """An expectation that what may be absent is there."""
    span = found.primary.span
    written = module.source.text[span.start : span.end]
    text, holder = module.source.text, declaration_at(module, span)
    steps = [
        node.span.start
        for node in (nodes(holder) if holder is not None else ())
        if isinstance(node, CallStep | ExpectStep)
        and node.span.start <= span.start
        and span.end <= node.span.end
    ]
    if "\n" in written or not steps:
        return
    if not text[text.rfind("\n", 0, steps[-1]) + 1 : steps[-1]].strip():
        edit = before_line(module, steps[-1], f"expect {written} != null")
        yield Fix(f"Expect that `{written}` is there", (edit,), preferred=True)


def unused(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """The module without what nothing in it uses."""
    node = declaration_at(module, found.primary.span)
    if node is None:
        return
    text = module.source.text
    start, end = node.span.start, node.span.end
    if getattr(node, "doc", None) is not None:
        start = text.rfind('"""', 0, text.rfind('"""', 0, start))
    while end < len(text) and text[end] in " \t\r\n":
        end += 1
    yield Fix("Remove it", (Edit(module.source.name, Span(start, end), ""),))


def field_left_out(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """The body without a field that is not to be sent."""
    text, span = module.source.text, found.primary.span
    holder = declaration_at(module, span)
    for node in nodes(holder) if holder is not None else ():
        entries = getattr(node, "entries", ())
        for at, entry in enumerate(entries):
            if getattr(entry, "key_span", None) == span:
                end = entry.value.span.end
                start = span.start
                if at + 1 < len(entries):
                    end = entries[at + 1].key_span.start
                elif at:
                    start = entries[at - 1].value.span.end
                key = text[span.start : span.end]
                edit = Edit(module.source.name, Span(start, end), "")
                yield Fix(f"Leave `{key}` out", (edit,), preferred=True)

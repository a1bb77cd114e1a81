"""Waivers: one more for what the last run found broken, more time for one that is over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from specc.diagnostics.model import Diagnostic
from specc.lsp.fixing.fix import Edit, Fix, clause, waived_until
from specc.lsp.last_run import LastRun
from specc.lsp.views import View
from specc.source import Span
from specc.syntax.nodes.declarations import Module
from specc.syntax.nodes.endpoint import Endpoint, ObligationWaiver, ReturnsClause

REASON = "why it need not hold yet"

_PART = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|\[\]")


def expired(view: View, module: Module, found: Diagnostic) -> Iterator[Fix]:
    """A later last day."""
    until = waived_until()
    edit = Edit(module.source.name, found.primary.span, until)
    yield Fix(f"Decide anew: until {until}", (edit,))


def for_broken(last: LastRun, module: Module, span: Span) -> Iterator[Fix]:
    """Waivers of what the last run found broken of the endpoint whose head holds a place."""
    for endpoint in module.declarations:
        if not isinstance(endpoint, Endpoint):
            continue
        head_end = module.source.text.find("{\n", endpoint.name.span.end)
        head_end = head_end if head_end >= 0 else endpoint.name.span.end
        if not (endpoint.span.start <= span.end and span.start <= head_end):
            continue
        waived = {each.obligation.text for each in endpoint.waivers}
        for each in last.of_endpoint(module.source.name, endpoint.name.text):
            inside = each.id.removeprefix(f"{endpoint.name.text}.")
            if each.outcome in ("broken", "error") and inside not in waived:
                text = (
                    f"except {_spelled(inside)} because {json.dumps(REASON)} until {waived_until()}"
                )
                edit = clause(module, endpoint, text, (ObligationWaiver, ReturnsClause))
                yield Fix(f"Waive `{inside}`", (edit,))


def _spelled(inside: str) -> str:
    """An obligation's id, with the parts that are no plain words in quotes."""
    parts = []
    for number, part in enumerate(inside.split(".")):
        word, brackets = (part[:-2], "[]") if part.endswith("[]") else (part, "")
        plain = _PART.fullmatch(word) is not None or not word
        parts.append(("." if number else "") + (word if plain else json.dumps(word)) + brackets)
    return "".join(parts)

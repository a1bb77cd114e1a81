"""Endpoints that end whoever calls them: an identity that tests share must not call one."""

from __future__ import annotations

import re

from specc.ir import nodes
from specc.ir.credentials import Credential
from specc.ir.expressions import Captured, Field, walk
from specc.ir.steps import Request, walk_steps

_WORDS = re.compile(
    r"(^|[_/-])(log|sign)[_-]?(out|off)([_/-]|$)|(end|close|revoke|kill)[_-]?(session|token)", re.I
)
_SESSIONS = re.compile(r"/(sessions?|tokens?|log[_-]?in)/?$", re.I)


def is_log_out(endpoint: nodes.Endpoint) -> bool:
    """By its name or path, by what it deletes, or as a DELETE of where sessions are made."""
    path = "".join(part for part in endpoint.path if not part.startswith("{"))
    if endpoint.method in ("HEAD", "OPTIONS") or endpoint.open:
        return False
    if _WORDS.search(endpoint.name) or _WORDS.search(path):
        return True
    effect = endpoint.effect("deletes")
    if effect is not None and re.search(r"session|token", effect.contract, re.I):
        return True
    return endpoint.method == "DELETE" and bool(_SESSIONS.search("".join(endpoint.path)))


def granted(
    suite: nodes.Suite, actor: nodes.Actor
) -> tuple[nodes.Endpoint, tuple[str, ...]] | None:
    """The endpoint whose answer gives an actor its credential, and where that stands in it."""
    for entry in actor.entries:
        if not isinstance(entry, Credential) or entry.kind not in ("bearer", "header", "cookie"):
            continue
        for value in entry.values:
            for item in walk(value):
                path: list[str] = []
                while isinstance(item, Field):
                    path.insert(0, item.name)
                    item = item.subject
                if isinstance(item, Captured) and path:
                    found = _asked(suite, actor, item.name)
                    if found is not None:
                        return found, tuple(path)
    return None


def _asked(suite: nodes.Suite, actor: nodes.Actor, capture: str) -> nodes.Endpoint | None:
    steps = tuple(item for item in actor.entries if not isinstance(item, Credential))
    for step in walk_steps(steps):
        if isinstance(step, Request) and step.capture == capture and step.endpoint is not None:
            return suite.by_name.get(step.endpoint)
    return None


def ended_by(suite: nodes.Suite, endpoint: nodes.Endpoint, actor: str) -> bool:
    """Whether an actor that logs in is logged out by calling an endpoint."""
    found = next((item for item in suite.actors if item.name == actor), None)
    return found is not None and is_log_out(endpoint) and logs_in(found)


def logs_in(actor: nodes.Actor) -> bool:
    """Whether a step of its own gets an actor its credential: a token, a cookie, a header."""
    return any(
        isinstance(item, Captured)
        for entry in actor.entries
        if isinstance(entry, Credential)
        for value in entry.values
        for item in walk(value)
    )

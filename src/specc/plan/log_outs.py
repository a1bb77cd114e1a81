"""Endpoints that end whoever calls them: an identity that tests share must not call one."""

from __future__ import annotations

import re

from specc.ir import nodes
from specc.ir.credentials import Credential
from specc.ir.expressions import Captured, Field, walk

_WORDS = re.compile(
    r"(^|[_/-])(log|sign)[_-]?(out|off)([_/-]|$)|(end|revoke|kill|destroy)[_-]?session([_/-]|$)",
    re.I,
)


def granted(
    suite: nodes.Suite, actor: nodes.Actor
) -> tuple[nodes.Endpoint, tuple[str, ...]] | None:
    """The endpoint whose answer gives an actor its credential, and where that stands in its body.

    The place is empty where it is not in the body, but in a cookie, say.
    """
    for entry in actor.entries:
        if not isinstance(entry, Credential) or entry.kind not in ("bearer", "header", "cookie"):
            continue
        for value in entry.values:
            for item in walk(value):
                path: list[str] = []
                while isinstance(item, Field):
                    path.insert(0, item.name)
                    item = item.subject
                if isinstance(item, Captured):
                    found = _asked(suite, actor, item.name)
                    if found is not None:
                        return found, tuple(path)
    return None


def _asked(suite: nodes.Suite, actor: nodes.Actor, capture: str) -> nodes.Endpoint | None:
    for step in actor.requests:
        if step.capture == capture and step.endpoint is not None:
            return suite.by_name.get(step.endpoint)
    return None


def ended_by(suite: nodes.Suite, endpoint: nodes.Endpoint, actor: str) -> bool:
    """Whether an actor that logs in is logged out by calling an endpoint.

    It is by what the endpoint or its path is called, if the path names no thing; by a DELETE of the
    log-in's own path; or by `deletes X` where the log-in `creates X`.
    """
    found = next((item for item in suite.actors if item.name == actor), None)
    given = None if found is None else granted(suite, found)
    if given is None or endpoint.open or endpoint.method in ("HEAD", "OPTIONS"):
        return False
    log_in, _ = given
    path = "".join(endpoint.path)
    if "{" not in path and (_WORDS.search(endpoint.name) or _WORDS.search(path)):
        return True
    if endpoint.method == "DELETE" and endpoint.path == log_in.path:
        return True
    ended, begun = endpoint.effect("deletes"), log_in.effect("creates")
    return ended is not None and begun is not None and ended.contract == begun.contract

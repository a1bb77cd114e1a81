"""Which endpoints end the identity that calls them."""

from __future__ import annotations

import re

from specc.ir import nodes
from specc.ir.credentials import Credential

_WORDS = re.compile(
    r"(^|[_/-])(log|sign)[_-]?(out|off)([_/-]|$)|(end|close|revoke|kill)[_-]?(session|token)", re.I
)
_SESSIONS = re.compile(r"/(sessions?|tokens?|log[_-]?in)(/|$)", re.I)


def is_log_out(endpoint: nodes.Endpoint) -> bool:
    """By its name or path, by what it deletes, or as a DELETE of where sessions are made."""
    if endpoint.method in ("HEAD", "OPTIONS"):
        return False
    path = "".join(part for part in endpoint.path if not part.startswith("{"))
    if _WORDS.search(endpoint.name) or _WORDS.search(path):
        return True
    effect = endpoint.effect("deletes")
    if effect is not None and re.search(r"session|token", effect.contract, re.I):
        return True
    return endpoint.method == "DELETE" and bool(_SESSIONS.search(path))


def logs_in(actor: nodes.Actor) -> bool:
    """Whether an actor's own steps get it its credential, so that another like it can be made."""
    return any(not isinstance(entry, Credential) for entry in actor.entries)

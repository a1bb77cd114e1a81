"""A list of the requests that a run sends, where somebody wants one: SPECC_SENT is its file.

A line of JSON for each: which obligation it was sent for (none while something is set up), method,
path, and who sent it. Values of queries and bodies are left out: they may be secrets.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import IO

from specc.runtime import under_test
from specc.runtime.exchange import Request
from specc.runtime.redaction import redacted


def note(request: Request) -> None:
    """Add a request."""
    file = _file()
    if file is None:
        return
    obligation = under_test.current()
    entry = {
        "obligation": obligation.id if obligation else None,
        "service": request.service.name,
        "method": request.method,
        "path": redacted(request.target.partition("?")[0]),
        "actor": request.actor,
    }
    file.write(json.dumps(entry) + "\n")
    file.flush()


@cache
def _file() -> IO[str] | None:
    path = os.environ.get("SPECC_SENT")
    return open(path, "a", encoding="utf-8") if path else None

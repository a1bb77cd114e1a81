"""Calls that an actor's own steps make, with fields put in that its spec does not send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from specc.runtime.absent import ABSENT
from specc.runtime.json_text import Json

_claims: ContextVar[tuple[str, Mapping[str, Any]] | None] = ContextVar("claims", default=None)


@contextmanager
def claiming(endpoint: str, claims: Mapping[str, Any]) -> Iterator[None]:
    """While it is open, calls of the endpoint of that name send these fields as well."""
    token = _claims.set((endpoint, claims))
    try:
        yield
    finally:
        _claims.reset(token)


def with_claims(endpoint: str, body: Json) -> Json:
    """The body as it is to be sent."""
    found = _claims.get()
    if found is None or found[0] != endpoint or body is ABSENT or not isinstance(body, Mapping):
        return body
    return {**body, **found[1]}

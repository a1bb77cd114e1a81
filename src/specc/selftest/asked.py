"""A request as a twin sees it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias
from urllib.parse import parse_qs, unquote

import attrs

from specc.serving.answers import Answer, ProblemError
from specc.serving.wire import Request


@attrs.frozen
class Asked:
    """`path` without its first slash, in its decoded segments; the last value of each query."""

    method: str
    segments: tuple[str, ...]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    def sent(self) -> dict[str, Any]:
        """The JSON object that was sent. Raises ProblemError where it is none."""
        if self.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise ProblemError(415, "send JSON")
        try:
            value = json.loads(self.body)
        except (ValueError, RecursionError):
            raise ProblemError(422, "that is no JSON") from None
        if not isinstance(value, dict):
            raise ProblemError(422, "send an object")
        return value


Answers: TypeAlias = Callable[[Asked], Answer]

Respond: TypeAlias = Callable[[], Callable[[Request], Answer]]
"""Begins a service: returns what answers its requests."""


def service_of(begin: Callable[[], Answers]) -> Respond:
    """A service whose refusals are raised, and whose mistakes are a 500 that tells nothing."""

    def begun() -> Callable[[Request], Answer]:
        answer = begin()

        def respond(request: Request) -> Answer:
            try:
                return answer(_asked(request))
            except ProblemError as refusal:
                return refusal.answer
            except Exception:
                return ProblemError(500, "it failed").answer

        return respond

    return begun


def _asked(request: Request) -> Asked:
    queries = parse_qs(request.query, keep_blank_values=True)
    return Asked(
        request.method,
        tuple(unquote(part) for part in request.path.split("/")[1:]),
        {name: values[-1] for name, values in queries.items()},
        request.headers,
        request.body,
    )

"""The calls that led to where a test is, so that a failure can be told as a sequence of them.

Only while a test makes up requests are all calls kept, and those that make things at any time:
what a later call is about may have been made before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from specc.runtime.actor import Actor
    from specc.runtime.endpoint import Endpoint
    from specc.runtime.exchange import Response

_MOST = 1000
"""Things made whose calls are remembered; the tests of a run share few, and those come first."""


@attrs.define(eq=False)
class Called:
    """One call of an endpoint; without a `response` where none came."""

    actor: Actor
    endpoint: Endpoint
    params: Mapping[str, object]
    body: object
    response: Response | None = None

    def answered(self, response: Response) -> Response:
        """The call has come back."""
        self.response = response
        return response


_made: deque[Called] = deque(maxlen=_MOST)
_calls: list[Called] | None = None


def begin(actor: Actor, endpoint: Endpoint, params: Mapping[str, object], body: object) -> Called:
    """A call is about to be made."""
    called = Called(actor, endpoint, params if _calls is None else dict(params), body)
    if _calls is not None:
        _calls.append(called)
    elif endpoint.creates is not None:
        _made.append(called)
    return called


@contextmanager
def recorded() -> Iterator[list[Called]]:
    """Keep all calls that are made in a `with` block."""
    global _calls
    outer, _calls = _calls, []
    try:
        yield _calls
    finally:
        _calls = outer


def made_before() -> tuple[Called, ...]:
    """The calls that made things outside of such blocks, in their order."""
    return tuple(_made)

"""What calls do to things, and who may make them: the moves of a random sequence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import attrs

from specc.runtime.endpoint import Endpoint
from specc.runtime.properties.requests import Requests

Deed: TypeAlias = Literal["creates", "reads", "updates", "deletes", "lists"]


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """An endpoint's call, as a move.

    `thing` is what it does it to, `at` where that (or the list of them) is in the answer. `params`
    are parameters that are fields of things: `{"id": "Order.id"}`; `fixed` are others. `requests`
    are what may be made up besides. `by` names actors that may call, whoever owns the thing; with
    `owners`, the owner of a thing of these contracts may. `answers` are the statuses for whoever
    may, `refused` for others, `gone` where a thing is not there any more. `shown` are the fields
    that the client decides. `reading` says how a list goes on.
    """

    deed: Deed
    endpoint: Endpoint
    thing: str
    at: tuple[str, ...] = ()
    params: Mapping[str, str] = attrs.field(factory=dict)
    fixed: Mapping[str, object] = attrs.field(factory=dict)
    requests: Requests | None = None
    by: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    answers: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    key: str = ""
    """The field that tells things apart, in lists."""
    hides: bool = False
    """Whether a list must not show things of others."""
    shown: tuple[str, ...] = ()
    reading: Mapping[str, Any] = attrs.field(factory=dict)

    def needs(self) -> tuple[str, ...]:
        """The contracts of the things that a call is about."""
        return tuple(dict.fromkeys(name.partition(".")[0] for name in self.params.values()))

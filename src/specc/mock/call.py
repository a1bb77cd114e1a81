"""A call while it is answered, and its answer before it is put on the wire."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from specc.ir.nodes import Endpoint, Return
from specc.mock.wording import write_json
from specc.mock.world import Principal, Thing
from specc.serving.wire import Request

ABSENT: Any = object()
"""The body of a call that has none."""


@attrs.define(eq=False)
class Call:
    """What is asked of an endpoint.

    `params` are values by the parameters' names; `things` those that the call names, by contract,
    in the path's order.
    """

    endpoint: Endpoint
    request: Request
    address: str
    """Scheme, host, port and path of the request as its sender has it."""
    texts: Mapping[str, list[str]]
    """The parameters as they were sent."""
    body: Any = ABSENT
    params: dict[str, Any] = attrs.field(factory=dict)
    principal: Principal | None = None
    things: dict[str, Thing] = attrs.field(factory=dict)
    made: Thing | None = None
    """What the call made."""

    @property
    def subject(self) -> Thing | None:
        """The thing that the call is about: the last one that it names."""
        return next(reversed(self.things.values()), None)

    @property
    def subject_is_missing(self) -> bool:
        """Whether a parameter of the path names a thing that isn't there."""
        return any(
            parameter.place_in == "path"
            and parameter.feed is not None
            and parameter.feed.contract not in self.things
            for parameter in self.endpoint.parameters
        )

    @property
    def key(self) -> str:
        """What makes another call the same one."""
        who = id(self.principal) if self.principal is not None else 0
        params = {name: _text(value) for name, value in sorted(self.params.items())}
        body = "" if self.body is ABSENT else _text(self.body)
        return json.dumps([self.endpoint.name, who, params, body])


def _text(value: Any) -> str:
    return write_json(value).decode("ascii") if not isinstance(value, bytes) else value.hex()


@attrs.frozen
class Reply:
    """An answer: `value` is what its body is made of, ABSENT where there is none."""

    status: int
    value: Any = ABSENT
    media: str | None = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    returned: Return | None = None
    """What of the endpoint's returns it is; None where the spec declares none for it."""


@attrs.frozen
class Refusal:
    """Why a call is not done: the condition that holds, or a reason that the spec has no word for.

    `statuses` are what is answered where the spec does not say, the first one that is declared.
    """

    kind: str
    parameter: str | None
    statuses: tuple[int, ...]
    reason: str

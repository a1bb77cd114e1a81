"""What a run has seen of each endpoint: statuses, callers, times, and fields that came and went.

Nothing is kept of the values, only of the shapes: the sets of keys that objects had, by where they
stood. From these and the contracts one can tell later what no answer ever showed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from specc.runtime.absent import ABSENT
from specc.runtime.endpoint import Endpoint
from specc.runtime.exchange import Response
from specc.runtime.json_text import Json
from specc.runtime.sample import Sample

MOST_SHAPES = 64
"""Different sets of keys that are kept of one place: a map's keys may be without number."""
MOST_ITEMS = 200
"""Items of one list, and objects of one body, that are looked at."""

Shapes: TypeAlias = dict[str, set[tuple[str, ...]]]
"""By place (`body.lines[]`), the sets of keys that objects had; `("null",)` under `PLACE?` for a
value that was null."""


@attrs.define
class Seen:
    """What was seen of one endpoint."""

    callers: dict[str, dict[int, int]] = attrs.field(factory=dict)
    """How often each actor got each status."""
    sent: Shapes = attrs.field(factory=dict)
    answered: dict[int, Shapes] = attrs.field(factory=dict)
    times: dict[int, Sample] = attrs.field(factory=dict)
    """How long (seconds) answers took, by status: what is refused early is no other's measure."""


class Witness:
    """Gathers what is seen. It starts blind: a run that reports to nobody need not look."""

    def __init__(self) -> None:
        self.is_looking = False
        self._seen: dict[str, Seen] = {}

    def note(self, endpoint: Endpoint, params: Mapping[str, object], response: Response) -> None:
        """Take note of a call and its answer. A parameter that is None was left out."""
        seen = self._seen.setdefault(endpoint.name, Seen())
        statuses = seen.callers.setdefault(response.request.actor, {})
        statuses[response.status] = statuses.get(response.status, 0) + 1
        seen.times.setdefault(response.status, Sample()).add(float(response.elapsed))
        _keep(
            seen.sent,
            "params",
            tuple(sorted(name for name, value in params.items() if value is not None)),
        )
        if response.request.sent is not ABSENT:
            _look(seen.sent, "body", response.request.sent)
        promise = endpoint.promises.get(response.status)
        if promise is not None and promise.form == "json" and response.is_json:
            _look(seen.answered.setdefault(response.status, {}), "body", response.json)

    def told(self) -> list[Json]:
        """What was seen, as JSON can hold it."""
        return [
            {
                "endpoint": name,
                "callers": [
                    [actor, status, count]
                    for actor, statuses in sorted(seen.callers.items())
                    for status, count in sorted(statuses.items())
                ],
                "sent": _listed(seen.sent),
                "answered": [
                    [status, _listed(shapes)] for status, shapes in sorted(seen.answered.items())
                ],
                "times": [
                    [status, sample.count, [round(value, 6) for value in sample.kept]]
                    for status, sample in sorted(seen.times.items())
                ],
            }
            for name, seen in sorted(self._seen.items())
        ]


witness = Witness()
"""That of this process."""


def _look(shapes: Shapes, place: str, value: object) -> None:
    """Note the shapes of a body, from the outside in."""
    waiting: list[tuple[str, object]] = [(place, value)]
    for _ in range(MOST_ITEMS):
        if not waiting:
            return
        at, value = waiting.pop()
        if value is None:
            _keep(shapes, f"{at}?", ("null",))
        elif isinstance(value, Mapping):
            _keep(shapes, at, tuple(sorted(key for key in value if isinstance(key, str))))
            waiting += [
                (f"{at}.{key}", item)
                for key, item in value.items()
                if item is None or isinstance(item, Mapping | list | tuple)
            ]
        elif isinstance(value, list | tuple):
            waiting += [(f"{at}[]", item) for item in value[:MOST_ITEMS]]


def _keep(shapes: Shapes, place: str, keys: tuple[str, ...]) -> None:
    known = shapes.setdefault(place, set())
    if len(known) < MOST_SHAPES:
        known.add(keys)


def _listed(shapes: Shapes) -> list[Json]:
    return [[place, sorted(map(list, keys))] for place, keys in sorted(shapes.items())]

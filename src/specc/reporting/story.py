"""All that there is to tell of a run, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

STATES = ("held", "broken", "error", "noted", "waived", "not_run")


@attrs.frozen
class Told:
    """An obligation after the run. Any text may come from a spec or a server."""

    id: str
    endpoint: str
    place: str
    state: str
    reason: str = ""
    message: str = ""
    seconds: float = 0.0


@attrs.frozen
class StageTold:
    """A stage of a pipeline: its state, the reason, how many obligations ended in each way."""

    name: str
    needs: tuple[str, ...]
    state: str
    reason: str
    seconds: float
    totals: Mapping[str, int]


@attrs.frozen
class Hook:
    """What was run on failure; `code` is None where it could not be."""

    command: str
    code: int | None
    printed: str


@attrs.frozen
class Load:
    """A run of a load profile, and the figures of its report."""

    profile: str
    figures: Mapping[str, Any]


@attrs.frozen
class Covered:
    """How much of an endpoint was seen, by subject: (seen, of)."""

    endpoint: str
    subjects: Mapping[str, tuple[int, int]]


@attrs.frozen
class Past:
    """An earlier run: when (ISO 8601, UTC), and how many obligations ended in each way."""

    at: str
    totals: Mapping[str, int]
    seconds: float


@attrs.frozen
class Alert:
    """What the history says that a single run can't: `slower`, `flickers` or `new finding`."""

    kind: str
    subject: str
    text: str


@attrs.frozen
class Story:
    """A run. `trends` has the figures of each endpoint over the last runs, the newest last."""

    title: str
    at: str
    seed: int
    seconds: float
    obligations: tuple[Told, ...]
    troubles: tuple[str, ...] = ()
    pipeline: str = ""
    stages: tuple[StageTold, ...] = ()
    hook: Hook | None = None
    loads: tuple[Load, ...] = ()
    covered: tuple[Covered, ...] = ()
    past: tuple[Past, ...] = ()
    alerts: tuple[Alert, ...] = ()
    trends: Mapping[str, tuple[float, ...]] = attrs.field(factory=dict)

    @property
    def totals(self) -> dict[str, int]:
        """How many obligations ended in each way."""
        counts = dict.fromkeys(STATES, 0)
        for each in self.obligations:
            counts[each.state] += 1
        return counts

    @property
    def broken(self) -> tuple[Told, ...]:
        """What does not hold, or could not be told."""
        return tuple(each for each in self.obligations if each.state in ("broken", "error"))

    def by_endpoint(self) -> Iterator[tuple[str, list[Told]]]:
        """The obligations by endpoint, in the order of the spec."""
        groups: dict[str, list[Told]] = {}
        for each in self.obligations:
            groups.setdefault(each.endpoint, []).append(each)
        yield from groups.items()

    @property
    def verdict(self) -> str:
        """The run in a sentence."""
        count = len(self.broken)
        if count:
            return "1 obligation is broken" if count == 1 else f"{count:,} obligations are broken"
        if self.troubles:
            return "The run did not come to its end"
        bad = [each.name for each in self.stages if each.state not in ("passed", "not_run")]
        if bad:
            return f"The stage {bad[0]} did not pass"
        held = self.totals["held"]
        if not held:
            return "Nothing was put to the test"
        rest = self.totals["not_run"]
        said = "1 obligation holds" if held == 1 else f"{held:,} obligations hold"
        return f"{said}, {rest:,} not run" if rest else said

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong."""
        bad = any(each.state not in ("passed", "not_run") for each in self.stages)
        return not (self.broken or self.troubles or bad)

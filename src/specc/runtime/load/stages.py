"""How much load there is at each moment: stages of users (closed) or of arrivals (open)."""

from __future__ import annotations

import math
import random
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

import attrs


@attrs.frozen
class Stage:
    """From level `start` to level `end`, evenly, in `seconds`; levels are users or arrivals/s."""

    start: float
    end: float
    seconds: float

    @property
    def volume(self) -> float:
        """Arrivals in the whole stage, where its levels are rates."""
        return (self.start + self.end) / 2 * self.seconds

    def level(self, at: float) -> float:
        """The level `at` seconds into the stage."""
        if not self.seconds:
            return self.end
        return self.start + (self.end - self.start) * min(max(at / self.seconds, 0.0), 1.0)

    def when(self, volume: float) -> float:
        """The seconds into the stage by which `volume` arrivals are due."""
        slope = (self.end - self.start) / self.seconds if self.seconds else 0.0
        root = math.sqrt(max(self.start**2 + 2 * slope * volume, 0.0))
        # This form of the quadratic's solution holds where the slope is none, too.
        reached = self.start + root
        return min(2 * volume / reached, self.seconds) if reached else 0.0


def ramp(start: float, end: float, seconds: float) -> tuple[Stage, ...]:
    """From one level to another."""
    return (Stage(start, end, seconds),)


def hold(level: float, seconds: float) -> tuple[Stage, ...]:
    """One level for a time."""
    return (Stage(level, level, seconds),)


def step(start: float, end: float, by: float, every: float) -> tuple[Stage, ...]:
    """From one level to another in steps of `by`, each held for `every` seconds."""
    size = abs(by) or abs(end - start) or 1.0
    count = math.ceil(abs(end - start) / size - 1e-9)
    sign = 1 if end >= start else -1
    levels = [start + sign * size * index for index in range(count)] + [end]
    return tuple(Stage(level, level, every) for level in levels)


def spike(level: float, seconds: float) -> tuple[Stage, ...]:
    """A sudden level for a time. What went before comes back with the next stage."""
    return hold(level, seconds)


class Stages:
    """Stages one after another."""

    def __init__(self, *stages: tuple[Stage, ...]) -> None:
        self.stages = tuple(stage for group in stages for stage in group)
        self._ends = list(accumulate(stage.seconds for stage in self.stages))

    @property
    def seconds(self) -> float:
        """How long all of them take."""
        return self._ends[-1] if self._ends else 0.0

    @property
    def peak(self) -> float:
        """The highest level."""
        return max((max(stage.start, stage.end) for stage in self.stages), default=0.0)

    def level(self, at: float) -> float:
        """The level `at` seconds after the start; 0 once all is over."""
        index = bisect_right(self._ends, at)
        if index >= len(self.stages):
            return 0.0
        began = self._ends[index] - self.stages[index].seconds
        return self.stages[index].level(at - began)

    def arrivals(
        self, poisson: random.Random | None, share: Callable[[], float] = lambda: 1.0
    ) -> Iterator[float]:
        """The moments (seconds after the start) at which arrivals are due, in order.

        They are even, as far as the levels are, or with `poisson` random and independent of each
        other, at the same mean rate. `share` says how much of the level is asked for, from now on.
        """
        wanted = (poisson.expovariate(1.0) if poisson else 0.5) / share()
        began = volume = 0.0
        for stage in self.stages:
            while wanted < volume + stage.volume:
                yield began + stage.when(wanted - volume)
                wanted += (poisson.expovariate(1.0) if poisson else 1.0) / share()
            volume += stage.volume
            began += stage.seconds

"""Whether something grows: a robust slope, and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

FEWEST = 8
"""Points below which nothing is said."""
_MOST = 400
_CONFIDENCE = 1.96
"""Standard deviations: 95 % of a normal distribution."""


@attrs.frozen
class Slope:
    """A slope per second, and the interval that it is in with 95 % confidence."""

    value: float
    low: float
    high: float


def theil_sen(points: Sequence[tuple[float, float]]) -> Slope | None:
    """The median of the slopes between all pairs of points, which outliers don't move.

    The interval is Sen's. None for fewer than 8 points at different moments.
    """
    if len(points) > _MOST:
        step = len(points) / _MOST
        points = [points[int(index * step)] for index in range(_MOST)]
    count = len(points)
    slopes = sorted(
        (points[later][1] - points[earlier][1]) / (points[later][0] - points[earlier][0])
        for earlier in range(count)
        for later in range(earlier + 1, count)
        if points[later][0] != points[earlier][0]
    )
    if count < FEWEST or not slopes:
        return None
    spread = _CONFIDENCE * math.sqrt(count * (count - 1) * (2 * count + 5) / 18)
    low = max(round((len(slopes) - spread) / 2), 0)
    high = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    middle = len(slopes) // 2
    value = slopes[middle] if len(slopes) % 2 else (slopes[middle - 1] + slopes[middle]) / 2
    return Slope(value, slopes[low], slopes[high])

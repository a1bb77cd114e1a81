"""Counts of latencies by size: bounded in memory, exact to less than 1 %, and mergeable."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence

_FINE = 8
"""Values below 2**8 have a bucket each; each doubling above is split into 2**7 buckets."""
_SPLIT = 1 << (_FINE - 1)
_LARGEST = (1 << 36) - 1
"""Microseconds: 19 hours. What takes longer is counted as this."""


def bucket_of(value: int) -> int:
    """The bucket of a value in whole microseconds."""
    if value < 1 << _FINE:
        return max(value, 0)
    shift = min(value, _LARGEST).bit_length() - _FINE
    return (shift << (_FINE - 1)) + (min(value, _LARGEST) >> shift)


def middle_of(bucket: int) -> float:
    """The value that stands for a bucket: at most 0.4 % from any that is counted in it."""
    shift = max((bucket >> (_FINE - 1)) - 1, 0)
    if not shift:
        return float(bucket)
    lowest = (bucket - (shift << (_FINE - 1))) << shift
    return lowest + ((1 << shift) - 1) / 2


def _buckets(end: int) -> array[int]:
    """The buckets of all values below `end`, a power of two."""
    made = array("H")
    while len(made) < end:
        bucket = bucket_of(len(made))
        made.extend(array("H", [bucket]) * (1 << max((bucket >> (_FINE - 1)) - 1, 0)))
    return made


_BUCKETS = _buckets(1 << 17)
"""Those of what most latencies are among: up to 131 ms."""


class Histogram:
    """A log-linear histogram of latencies in microseconds.

    At most some 4,000 buckets, however many values. `total` is exact, and so are `least` and
    `most`, which percentiles never leave.
    """

    __slots__ = ("count", "counts", "least", "most", "total")

    def __init__(self) -> None:
        self.counts: dict[int, int] = {}
        self.count = 0
        self.total = 0
        self.least = 0
        self.most = 0

    def add(self, value: int, times: int = 1) -> None:
        """Count a latency (microseconds)."""
        bucket = bucket_of(value)
        self.counts[bucket] = self.counts.get(bucket, 0) + times
        self._widen(value, value)
        self.count += times
        self.total += value * times

    def add_all(self, values: Sequence[int]) -> None:
        """Count many latencies (microseconds)."""
        if not values:
            return
        least, most = min(values), max(values)
        found: dict[int, int]
        if least < 0 or most >= len(_BUCKETS):
            found = Counter(map(bucket_of, values))
        else:
            # No step of this is Python's own, which would cost more than the request itself.
            found = Counter(map(_BUCKETS.__getitem__, values))
        counts = self.counts
        for bucket, times in found.items():
            counts[bucket] = counts.get(bucket, 0) + times
        self._widen(least, most)
        self.count += len(values)
        self.total += sum(values)

    def merge(self, other: Histogram) -> None:
        """Count all that another has counted."""
        if not other.count:
            return
        self._widen(other.least, other.most)
        for bucket, times in other.counts.items():
            self.counts[bucket] = self.counts.get(bucket, 0) + times
        self.count += other.count
        self.total += other.total

    def _widen(self, least: int, most: int) -> None:
        self.least = min(self.least, least) if self.count else least
        self.most = max(self.most, most) if self.count else most

    @property
    def mean(self) -> float:
        """The mean in microseconds; 0 where nothing was counted."""
        return self.total / self.count if self.count else 0.0

    def percentile(self, percent: float) -> float:
        """The latency (microseconds) that `percent` of all did not exceed; 0 without any.

        It is that of the nearest rank, within 0.4 %, and never more than the largest.
        """
        if not self.count:
            return 0.0
        rank = max(1.0, percent / 100 * self.count - 1e-9)
        if rank > self.count - 1:
            return float(self.most)
        seen = 0
        for bucket in sorted(self.counts):
            seen += self.counts[bucket]
            if seen >= rank:
                return min(max(middle_of(bucket), float(self.least)), float(self.most))
        return float(self.most)

    def share_above(self, limit: float) -> float:
        """The share (0 to 1) of latencies above a limit in microseconds."""
        if not self.count:
            return 0.0
        above = sum(times for bucket, times in self.counts.items() if middle_of(bucket) > limit)
        return above / self.count

    def data(self) -> dict[str, object]:
        """As JSON can hold it."""
        counts = {str(bucket): self.counts[bucket] for bucket in sorted(self.counts)}
        return {"total": self.total, "least": self.least, "most": self.most, "counts": counts}

    @classmethod
    def from_counts(cls, counts: dict[int, int], total: int) -> Histogram:
        """A histogram of counts by bucket; its extremes are known as well as the buckets are."""
        made = cls()
        made.counts = counts
        made.count = sum(counts.values())
        made.total = total
        if counts:
            made.least = int(middle_of(min(counts)))
            made.most = int(middle_of(max(counts)))
        return made

    @classmethod
    def of(cls, data: Mapping[str, object]) -> Histogram:
        """What `data` has written. Raises KeyError, TypeError or ValueError for anything else."""
        made = cls()
        counts = data["counts"]
        if not isinstance(counts, Mapping):
            raise TypeError("the counts of a histogram are an object")
        made.counts = {int(bucket): int(times) for bucket, times in counts.items()}
        made.count = sum(made.counts.values())
        made.total, made.least, made.most = (
            int(str(data[name])) for name in ("total", "least", "most")
        )
        return made

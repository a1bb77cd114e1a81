"""Figures for Locust: its statistics are fed twice a second instead of once a request."""

from __future__ import annotations

import time
from typing import Any

from locust.stats import RequestStats, StatsEntry, StatsError, bucket_response_time

from specc.runtime.load.histogram import middle_of
from specc.runtime.load.tally import Folded, Series


def has_listeners(environment: Any) -> bool:
    """Whether someone besides Locust itself listens to each request."""
    return any(
        not str(getattr(handler, "__module__", "")).startswith("locust.runners")
        for handler in environment.events.request._handlers
    )


class IntoLocust:
    """Adds what was folded to Locust's statistics."""

    def __init__(self, stats: RequestStats) -> None:
        self._stats = stats
        self._kinds: dict[Series, dict[str, int]] = {}

    def __call__(self, folded: list[Folded]) -> None:
        now = time.time()
        for each in folded:
            series = each.series
            entry = self._stats.get(series.name, series.method)
            for one in (entry, self._stats.total):
                _add(one, each, now)
            self._errors(series)

    def _errors(self, series: Series) -> None:
        known = self._kinds.setdefault(series, {})
        for kind, count in series.kinds.items():
            new = count - known.get(kind, 0)
            if not new:
                continue
            known[kind] = count
            self._stats.log_error(series.method, series.name, kind)
            # The rest of them at once.
            entry = self._stats.get(series.name, series.method)
            for one in (self._stats.total, entry):
                one.num_failures += new - 1
                one.num_fail_per_sec[int(time.time())] += new - 1
            key = StatsError.create_key(series.method, series.name, kind)
            self._stats.errors[key].occurrences += new - 1


def _add(entry: StatsEntry, folded: Folded, now: float) -> None:
    found = folded.times
    count = found.count + folded.lost
    second = int(now)
    entry.num_requests += count
    entry.num_none_requests += folded.lost
    entry.num_reqs_per_sec[second] = entry.num_reqs_per_sec.get(second, 0) + count
    entry.total_content_length += folded.octets
    entry.last_request_timestamp = now
    if found.count:
        entry.total_response_time += found.total / 1000
        least, most = found.least / 1000, found.most / 1000
        entry.min_response_time = (
            least if entry.min_response_time is None else min(entry.min_response_time, least)
        )
        entry.max_response_time = max(entry.max_response_time, most)
        times = entry.response_times
        for bucket, number in found.counts.items():
            rounded = bucket_response_time(middle_of(bucket) / 1000)
            times[rounded] = times.get(rounded, 0) + number
    if entry.use_response_times_cache:
        entry._cache_response_times(second)

"""Whether a run is worse than a kept one: decided over many windows, not by one number."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from specc.runtime.load.histogram import Histogram
from specc.runtime.load.profile import Threshold
from specc.runtime.load.tally import Tally, Window
from specc.runtime.load.verdict import Verdict, percent_of

FEWEST_WINDOWS = 8
FEWEST_REQUESTS = 5
"""Requests of a window that counts."""
_SHORTEST_SECONDS = 0.5
_SURE = 0.05
"""How likely chance alone may be to look so bad."""


class BaselineError(Exception):
    """A kept run can't be read; the message says why."""


def save(tally: Tally, place: Path) -> None:
    """Keep a run's windows. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    windows = [
        {
            **_kept(window),
            "parts": {name: _kept(part) for name, part in window.parts.items()},
        }
        for window in steady(tally)
    ]
    place.write_text(json.dumps({"specc_baseline": 1, "windows": windows}) + "\n", encoding="utf-8")


def _kept(window: Window) -> dict[str, Any]:
    return {
        "failed": window.failed,
        "seconds": window.seconds,
        "times": window.histogram.data(),
    }


def load(place: Path) -> list[Window]:
    """The windows of a kept run. Raises BaselineError where there is none that can be read."""
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        return [_window(each) for each in told["windows"]]
    except FileNotFoundError:
        raise BaselineError(
            f"there is no baseline {place}; a run with --save-baseline makes one"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise BaselineError(f"the baseline {place} can't be read ({wrong})") from None


def _window(told: Mapping[str, Any]) -> Window:
    window = Window(0.0, Histogram.of(told["times"]))
    window.failed = int(told["failed"])
    window.seconds = float(told["seconds"])
    window.parts = {name: _window(each) for name, each in told.get("parts", {}).items()}
    return window


def steady(tally: Tally) -> list[Window]:
    """The windows after the warm-up with enough requests to say something."""
    return [
        window
        for window in tally.windows
        if window.at >= tally.warm_up
        and window.histogram.count >= FEWEST_REQUESTS
        and window.seconds >= _SHORTEST_SECONDS
    ]


def judge(threshold: Threshold, tally: Tally, baseline: Sequence[Window]) -> Verdict:
    """Whether a figure has grown by more than the limit (a share) since the baseline.

    It has if that is what the windows say with 95 % confidence (Mann and Whitney's test). The value
    is the change of the windows' median.
    """
    now = [_figure(threshold.metric, window) for window in _about(threshold.of, steady(tally))]
    before = [_figure(threshold.metric, window) for window in _about(threshold.of, baseline)]
    if min(len(now), len(before)) < FEWEST_WINDOWS:
        why = (
            f"there are {len(before)} windows of the baseline and {len(now)} of this run: "
            f"at least {FEWEST_WINDOWS} of each are needed"
        )
        return Verdict(threshold, None, "not run", why)
    middle = _median(before)
    change = _median(now) / middle - 1 if middle else math.inf if _median(now) else 0.0
    allowed = [value * (1 + threshold.limit) for value in before]
    worse = chance_of(now, allowed) < _SURE
    return Verdict(threshold, change, "broken" if worse else "held")


def _about(of: str | None, windows: Sequence[Window]) -> list[Window]:
    """Windows of one endpoint or flow, or of all endpoints together."""
    if of is None:
        return list(windows)
    found = [window.parts[of] for window in windows if of in window.parts]
    return [part for part in found if part.histogram.count >= FEWEST_REQUESTS]


def _figure(metric: str, window: Window) -> float:
    times = window.histogram
    match metric:
        case "mean":
            return times.mean
        case "max":
            return float(times.most)
        case "errors":
            return window.failed / times.count
        case "throughput":
            # Less is worse, and everything here is about more.
            return window.seconds / times.count
        case _:
            return times.percentile(percent_of(metric))


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def chance_of(more: Sequence[float], less: Sequence[float]) -> float:
    """How likely `more` would be so much above `less` if both were alike (one-sided)."""
    both = sorted([(value, True) for value in more] + [(value, False) for value in less])
    ranks = ties = 0.0
    index = 0
    while index < len(both):
        end = index
        while end < len(both) and both[end][0] == both[index][0]:
            end += 1
        size = end - index
        ties += size**3 - size
        rank = (index + end + 1) / 2
        ranks += rank * sum(is_more for _, is_more in both[index:end])
        index = end
    first, second = len(more), len(less)
    whole = first + second
    wins = ranks - first * (first + 1) / 2
    variance = first * second / 12 * (whole + 1 - ties / (whole * (whole - 1)))
    if variance <= 0:
        return 1.0
    score = (wins - first * second / 2 - 0.5) / math.sqrt(variance)
    return 0.5 * math.erfc(score / math.sqrt(2))

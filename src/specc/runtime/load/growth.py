"""Whether the server's memory grows, as far as a run can tell."""

from __future__ import annotations

from collections.abc import Sequence

from specc.runtime.load.profile import Threshold
from specc.runtime.load.slope import theil_sen
from specc.runtime.load.tally import MEMORY, Window
from specc.runtime.load.verdict import Verdict, fulfils


def judge(threshold: Threshold, windows: Sequence[Window]) -> Verdict:
    """Whether memory grows (bytes a second) within the limit, with 95 % confidence."""
    points = [(each.at, each.gauges[MEMORY]) for each in windows if MEMORY in each.gauges]
    slope = theil_sen(points)
    if slope is None:
        why = "the server's memory was not watched for long enough: add `monitor process`"
        return Verdict(threshold, None, "not run", why)
    ends = [fulfils(threshold, slope.low), fulfils(threshold, slope.high)]
    if ends[0] is not ends[1]:
        why = f"between {per_hour(slope.low)} and {per_hour(slope.high)}: a longer run would tell"
        return Verdict(threshold, None, "not run", why)
    return Verdict(threshold, slope.value, "held" if ends[0] else "broken")


def per_hour(value: float) -> str:
    """Bytes a second as people read them."""
    return f"{value * 3600 / 1e6:,.2f} MB/h"

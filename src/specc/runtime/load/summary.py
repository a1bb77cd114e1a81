"""What a run came to, in words and lines for a terminal."""

from __future__ import annotations

from specc.runtime.load.growth import per_hour
from specc.runtime.load.histogram import Histogram
from specc.runtime.load.profile import Profile
from specc.runtime.load.run import Run
from specc.runtime.load.saturation import Saturation
from specc.runtime.load.tally import Series
from specc.runtime.load.verdict import Verdict, doubts

_MARKS = {"held": "held", "broken": "BROKEN", "not run": "not run"}


def summary(run: Run) -> str:
    """The figures of all endpoints, what failed, and the verdict on each threshold."""
    tally = run.tally
    lines = [f"profile {run.profile.name}, {tally.seconds:.1f} s measured"]
    if run.profile.warm_up:
        lines[0] += f" after {run.profile.warm_up:g} s of warm-up"
    if run.engine != "specc":
        lines[0] += f", sent by the {run.engine} engine"
    lines += ["", *table([*tally.series.values()])]
    flows = [series for series in tally.flows.values() if series.histogram.count]
    if flows:
        lines += ["", "flows", *(f"  {_row(each, each.histogram)}" for each in flows)]
    failures = [
        (count, series.name, kind)
        for series in (*tally.series.values(), *tally.flows.values())
        for kind, count in series.measured_kinds.items()
    ]
    if failures:
        lines += ["", "what failed"]
        for count, name, kind in sorted(failures, key=lambda item: -item[0])[:10]:
            lines.append(f"  {count:>8,} x {name}: {kind}")
        if len(failures) > 10:
            lines.append(f"  and {len(failures) - 10} more kinds")
    if run.profile.is_open:
        lines += [
            "",
            f"arrivals: {tally.begun:,} begun, {tally.late_count:,} of them more than 1 ms "
            f"late, {tally.dropped:,} dropped",
        ]
    if run.saturation is not None:
        lines += ["", *curve(run.saturation, is_open=run.profile.is_open)]
    verdicts = run.verdicts
    if verdicts:
        lines += ["", *map(line_of, verdicts)]
    if run.cleaning is not None and run.cleaning.lines():
        lines += ["", *run.cleaning.lines()]
    lines += ["", *(f"note: {note}" for note in run.notes)] if run.notes else []
    for doubt in doubts(tally):
        lines += ["", f"INVALID: {doubt}"]
    if run.wants_stop:
        lines += ["", f"ended early: {run.wants_stop}"]
    return "\n".join(lines)


def table(series: list[Series]) -> list[str]:
    """A line for each endpoint, and one for all together."""
    whole = Histogram()
    for each in series:
        whole.merge(each.histogram)
    total = Series("all", "")
    total.histogram = whole
    total.failed = sum(each.measured_failed for each in series)
    total.lost = sum(each.lost - each.skipped_lost for each in series)
    head = (
        f"  {'':24} {'requests':>9} {'failed':>8} {'mean':>9} {'p50':>9} "
        f"{'p95':>9} {'p99':>9} {'max':>9}"
    )
    rows = [f"  {_row(each, each.histogram)}" for each in series]
    return [head, *rows, f"  {_row(total, whole)}"]


def _row(series: Series, times: Histogram) -> str:
    figures = " ".join(
        f"{said(value / 1e6):>9}"
        for value in (
            times.mean,
            times.percentile(50),
            times.percentile(95),
            times.percentile(99),
            float(times.most),
        )
    )
    return f"{series.name:24.24} {series.measured:>9,} {series.measured_failed:>8,} {figures}"


def said(seconds: float) -> str:
    """A time as people read it."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.1f} ms" if seconds >= 0.0001 else f"{seconds * 1e6:.0f} us"


def figure(metric: str, value: float) -> str:
    """The value of a metric in its own unit."""
    match metric:
        case "errors":
            return f"{value:.2%}"
        case "throughput" | "saturation":
            return f"{value:,.1f}/s"
        case "memory growth":
            return per_hour(value)
        case _ if metric.endswith(" growth"):
            return f"{value:+.1%} over the run"
        case _:
            return said(value)


def value_said(verdict: Verdict) -> str:
    """What was measured and how sure that is, or why nothing was."""
    value = measured_said(verdict)
    return f"{value} ({verdict.reason})" if value and verdict.reason else value or verdict.reason


def measured_said(verdict: Verdict) -> str:
    """What was measured, if anything."""
    if verdict.value is None:
        return ""
    if verdict.threshold.relative:
        return f"{verdict.value:+.1%} since the baseline"
    return figure(verdict.threshold.metric, verdict.value)


def in_short(value: float) -> str:
    """Any number, in few signs."""
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if abs(value) >= size:
            return f"{value / size:,.4g} {unit}"
    return f"{value:,.4g}"


def line_of(verdict: Verdict) -> str:
    """One threshold's line: verdict, what was wanted, what was measured, and where it is said."""
    threshold = verdict.threshold
    return (
        f"{_MARKS[verdict.outcome]:>8}  {threshold.text}: {value_said(verdict)}  "
        f"[{threshold.id}, {threshold.at}]"
    )


def stages_said(profile: Profile) -> str:
    """The stages in a line."""
    parts = [
        f"{stage.start:g} for {stage.seconds:g} s"
        if stage.start == stage.end
        else f"{stage.start:g} to {stage.end:g} over {stage.seconds:g} s"
        for stage in profile.stages.stages
    ]
    return ", ".join(parts) + (" (a second)" if profile.is_open else "")


def curve(found: Saturation, *, is_open: bool) -> list[str]:
    """What each level of a search came to, and where the knee is."""
    unit = "/s" if is_open else " users"
    lines = [f"  {'offered':>12} {'answered':>12} {'errors':>8} {'p50':>9} {'p95':>9} {'p99':>9}"]
    for probe in found.probes:
        times = " ".join(f"{said(value):>9}" for value in (probe.p50, probe.p95, probe.p99))
        mark = "  too much" if probe.saturated else ""
        lines.append(
            f"  {f'{probe.level:,.1f}{unit}':>12} {f'{probe.throughput:,.1f}/s':>12} "
            f"{probe.errors:>8.2%} {times}{mark}"
        )
    if not found.reached:
        lines.append(f"not saturated at {found.knee:,.1f}{unit}, the highest level that was tried")
    elif found.knee:
        lines.append(f"saturated above {found.knee:,.1f}{unit}")
    else:
        lines.append("saturated at the lowest level that was tried")
    return lines

"""The report of a run: as JSON for machines, as one HTML page for people."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs

from specc.runtime.load import exports
from specc.runtime.load.created import Cleaning
from specc.runtime.load.histogram import Histogram, middle_of
from specc.runtime.load.plots import Line, distribution, over_time
from specc.runtime.load.run import Run
from specc.runtime.load.summary import in_short, measured_said, said, value_said
from specc.runtime.load.tally import Series, Window
from specc.runtime.load.verdict import Verdict, doubts

_PERCENTILES = (50, 75, 90, 95, 99, 99.9)
_SHORTEST_SECONDS = 0.5
"""The last fraction of a second says nothing of a rate; its requests are in the tables."""
_STYLE = """
:root { color-scheme: light dark; --ink: #1c1e21; --dim: #6b7280; --paper: #fff; --line: #e5e7eb;
  --a: #2563eb; --b: #d97706; --c: #dc2626; --good: #15803d; --bad: #b91c1c }
@media (prefers-color-scheme: dark) { :root { --ink: #e5e7eb; --dim: #9ca3af; --paper: #16181c;
  --line: #2d3138; --a: #60a5fa; --b: #fbbf24; --c: #f87171; --good: #4ade80; --bad: #f87171 } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 900px; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.1rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: right; padding: .25rem .5rem; border-bottom: 1px solid var(--line) }
th:first-child, td:first-child, .text { text-align: left } .place { color: var(--dim) }
.held { color: var(--good); font-weight: 600 } .broken, .invalid { color: var(--bad);
  font-weight: 600 } .note { color: var(--dim) } figure { margin: 1.5rem 0 }
svg { width: 100%; height: auto } svg text { font-size: 13px; fill: var(--dim);
  paint-order: stroke; stroke: var(--paper); stroke-width: 4px }
.wide { overflow-x: auto } .wide td, .wide th { white-space: nowrap }
td.text { white-space: normal; overflow-wrap: anywhere }
.share { display: inline-block; height: .6em; background: var(--c); vertical-align: baseline }
@media (max-width: 620px) { svg text { font-size: 24px } .line { stroke-width: 3.5 }
  .required tr { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line) }
  .required td { border: 0 } .required td:first-child { flex: 1 1 100%; font-weight: 600 }
  .required .place { flex: 1 1 50% } }
.grid { stroke: var(--line) } .line { fill: none; stroke-width: 1.8 }
.line.a { stroke: var(--a) } .line.b { stroke: var(--b) } .line.c { stroke: var(--c) }
.bar { fill: var(--a) } .key { margin-left: 1rem; color: var(--dim) }
.key.a { color: var(--a) } .key.b { color: var(--b) } .key.c { color: var(--c) }
"""


def outcome(run: Run) -> str:
    """`held`, `broken`, `invalid`, or `nothing measured`."""
    verdicts = run.verdicts
    if not any(series.measured for series in run.tally.series.values()):
        return "nothing measured"
    if any(verdict.outcome == "broken" for verdict in verdicts):
        return "broken"
    return "invalid" if doubts(run.tally) else "held"


def data(run: Run) -> dict[str, Any]:
    """All of a run, as JSON can hold it. Latencies are in seconds, shares from 0 to 1."""
    profile, tally = run.profile, run.tally
    return {
        "specc_load": 1,
        "profile": profile.name,
        "spec": profile.at,
        "outcome": outcome(run),
        "engine": run.engine,
        "doubts": doubts(tally),
        "ended_early": run.wants_stop or None,
        "notes": run.notes,
        "measured_seconds": tally.seconds,
        "warm_up_seconds": profile.warm_up,
        "thresholds": [_verdict(each) for each in run.verdicts],
        "all": _figures(tally.whole),
        "endpoints": {name: _series(each) for name, each in tally.series.items()},
        "flows": {name: _series(each) for name, each in tally.flows.items()},
        "arrivals": {
            "begun": tally.begun if profile.is_open else None,
            "late": tally.late_count,
            "dropped": tally.dropped,
        },
        "created": None if run.cleaning is None else _cleaning(run.cleaning),
        "saturation": None if run.saturation is None else attrs.asdict(run.saturation),
        "generator": {
            "lag_p99": tally.late.percentile(99) / 1e6,
            "busy": [window.busy for window in tally.windows],
        },
        "seconds": [_window(each) for each in tally.windows],
    }


def _cleaning(cleaning: Cleaning) -> dict[str, Any]:
    return {**attrs.asdict(cleaning), "remaining": cleaning.remaining}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    threshold = verdict.threshold
    return {
        "id": threshold.id,
        "text": threshold.text,
        "spec": threshold.at,
        "limit": threshold.limit,
        "value": verdict.value,
        "said": value_said(verdict),
        "outcome": verdict.outcome,
        "reason": verdict.reason or None,
    }


def _figures(times: Histogram) -> dict[str, Any]:
    found = {f"p{percent:g}": times.percentile(percent) / 1e6 for percent in _PERCENTILES}
    return {"count": times.count, "mean": times.mean / 1e6, **found, "max": times.most / 1e6}


def _series(series: Series) -> dict[str, Any]:
    return {
        "requests": series.measured,
        "failed": series.measured_failed,
        "latency": _figures(series.histogram),
        "failures": series.measured_kinds,
        "histogram": series.histogram.data(),
    }


def _window(window: Window) -> dict[str, Any]:
    return {
        "at": window.at,
        "level": window.level,
        "seconds": window.seconds,
        "requests": window.requests,
        "failed": window.failed,
        "p50": window.histogram.percentile(50) / 1e6,
        "p95": window.histogram.percentile(95) / 1e6,
        "p99": window.histogram.percentile(99) / 1e6,
        "max": window.histogram.most / 1e6,
        "busy": window.busy,
        "late": window.late,
        "dropped": window.dropped,
        **({"gauges": window.gauges} if window.gauges else {}),
    }


def write(run: Run, folder: Path) -> list[Path]:
    """Write a run's files into a folder, all named after it. Raises OSError where it can't be."""
    folder.mkdir(parents=True, exist_ok=True)
    told = data(run)
    files = {
        f"{run.profile.name}.json": json.dumps(told, indent=1) + "\n",
        f"{run.profile.name}.html": page(run),
        **{f"{run.profile.name}{end}": made(run) for end, (_, made) in _EXPORTS.items()},
    }
    written = []
    for name, text in files.items():
        place = folder / name
        place.write_text(text, encoding="utf-8")
        written.append(place)
    return written


_EXPORTS: dict[str, tuple[str, Callable[[Run], str]]] = {
    ".csv": ("CSV", exports.endpoints_csv),
    ".seconds.csv": ("CSV by second", exports.seconds_csv),
    ".xml": ("JUnit", exports.junit),
    ".prom": ("Prometheus", exports.prometheus),
}
"""What is written for other programs, by the end of its name, and what it is called."""


def _links(run: Run) -> str:
    files = {".json": "JSON", **{end: name for end, (name, _) in _EXPORTS.items()}}
    links = (
        f'<a href="{escape(quote(run.profile.name + end))}">{escape(name)}</a>'
        for end, name in files.items()
    )
    return f'<p class="note">The same for programs: {", ".join(links)}</p>'


def page(run: Run) -> str:
    """The HTML page; it needs nothing but itself."""
    tally, profile = run.tally, run.profile
    verdict = outcome(run)
    word = {"held": "held", "broken": "broken"}.get(verdict, "invalid")
    title = f"Load profile {profile.name}"
    parts = [
        f"<h1>{escape(title)}: <span class={word}>{escape(verdict)}</span></h1>",
        f'<p class="note">{escape(profile.at)}, {tally.seconds:.1f} s measured'
        + (f" after {profile.warm_up:g} s of warm-up" if profile.warm_up else "")
        + (f", sent by the {run.engine} engine" if run.engine != "specc" else "")
        + "</p>",
    ]
    parts += [f'<p class="invalid">Invalid: {escape(doubt)}</p>' for doubt in doubts(tally)]
    parts += [f'<p class="note">{escape(note)}</p>' for note in run.notes]
    if run.cleaning is not None:
        parts += [f'<p class="note">{escape(line)}</p>' for line in run.cleaning.lines()]
    if run.wants_stop:
        parts.append(f'<p class="invalid">Ended early: {escape(run.wants_stop)}</p>')
    parts += [_thresholds(run.verdicts), _endpoints(run), _failures(run), *_plots(run), _links(run)]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body>{''.join(parts)}</body></html>\n"
    )


def _thresholds(verdicts: list[Verdict]) -> str:
    if not verdicts:
        return ""
    rows = []
    for each in verdicts:
        value = "" if each.value is None else measured_said(each)
        rows.append(
            f"<tr><td>{escape(each.threshold.text)}</td><td>{escape(value)}</td>"
            f'<td class="{each.outcome.split()[0]}">{escape(each.outcome)}</td>'
            f'<td class="text place">{escape(each.reason)} {escape(each.threshold.at)}</td></tr>'
        )
    return f'<h2>Required</h2><table class="required">{"".join(rows)}</table>'


def _endpoints(run: Run) -> str:
    heads = "".join(
        f"<th>{name}</th>"
        for name in ("", "requests", "failed", "mean", "p50", "p95", "p99", "max")
    )
    rows = []
    for series in (*run.tally.series.values(), *run.tally.flows.values()):
        times = series.histogram
        cells = [times.mean, *(times.percentile(each) for each in (50, 95, 99)), times.most]
        figures = "".join(f"<td>{said(value / 1e6)}</td>" for value in cells)
        rows.append(
            f"<tr><td>{escape(series.method)} {escape(series.name)}</td>"
            f"<td>{series.measured:,}</td><td>{series.measured_failed:,}</td>{figures}</tr>"
        )
    table = f"<table><tr>{heads}</tr>{''.join(rows)}</table>"
    return f'<h2>Latencies</h2><div class="wide">{table}</div>'


def _plots(run: Run) -> list[str]:
    windows = [each for each in run.tally.windows if each.seconds >= _SHORTEST_SECONDS]
    windows = windows or run.tally.windows
    at = [window.at for window in windows]
    rates = [window.requests / window.seconds for window in windows]
    model = "arrivals due /s" if run.profile.is_open else "users"

    def times(percent: float) -> list[float | None]:
        return [
            window.histogram.percentile(percent) / 1e6 if window.histogram.count else None
            for window in windows
        ]

    plots = [
        over_time(
            "Throughput",
            at,
            [
                Line("requests /s", "a", rates),
                Line("failed /s", "c", [window.failed / window.seconds for window in windows]),
            ],
            lambda value: f"{value:,.0f}",
        ),
        over_time(
            "Latency",
            at,
            [Line("p50", "a", times(50)), Line("p95", "b", times(95)), Line("p99", "c", times(99))],
            said,
        ),
        over_time(
            "Load",
            at,
            [Line(model, "b", [each.level for each in windows])],
            lambda value: f"{value:g}",
        ),
        over_time(
            "Generator",
            at,
            [Line("share of its processor", "a", [each.busy for each in windows])],
            lambda value: f"{value:.0%}",
        ),
    ]
    for name in sorted({name for window in windows for name in window.gauges}):
        values = [window.gauges.get(name) for window in windows]
        plots.append(over_time(name, at, [Line(name, "a", values)], in_short))
    plots += _knee(run)
    counts = sorted(run.tally.whole.counts.items())
    spread = [(middle_of(bucket) / 1e6, count) for bucket, count in counts]
    plots.append(distribution("Distribution of latencies", spread, said))
    return plots


def _knee(run: Run) -> list[str]:
    """The curves of a search for saturation: against what was offered, not against time."""
    if run.saturation is None or not run.saturation.probes:
        return []
    probes = run.saturation.probes
    at = [probe.level for probe in probes]
    unit = "/s" if run.profile.is_open else " users"
    return [
        over_time(
            f"Throughput by load; the knee is at {run.saturation.knee:,.1f}{unit}",
            at,
            [Line("answered /s", "a", [probe.throughput for probe in probes])],
            lambda value: f"{value:,.0f}",
            unit,
        ),
        over_time(
            "Latency by load",
            at,
            [
                Line("p50", "a", [probe.p50 for probe in probes]),
                Line("p95", "b", [probe.p95 for probe in probes]),
                Line("p99", "c", [probe.p99 for probe in probes]),
            ],
            said,
            unit,
        ),
    ]


def _failures(run: Run) -> str:
    found = sorted(
        (
            (count, series.name, kind)
            for series in (*run.tally.series.values(), *run.tally.flows.values())
            for kind, count in series.measured_kinds.items()
        ),
        key=lambda item: -item[0],
    )
    if not found:
        return ""
    whole = sum(count for count, _, _ in found)
    rows = [
        f"<tr><td>{escape(name)}</td><td class=text>{escape(kind)}<br>"
        f'<span class="share" style="width:{max(100 * count / whole, 0.5):.1f}%"></span></td>'
        f"<td>{count:,}</td></tr>"
        for count, name, kind in found
    ]
    return f"<h2>What failed</h2><table>{''.join(rows)}</table>"

"""The report as one HTML page, which needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from specc.reporting.findings import findings
from specc.reporting.plots import Line, columns, duration, over_time, spark
from specc.reporting.story import STATES, Alert, Load, Story, Told
from specc.reporting.style import SCRIPT, STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page(story: Story) -> str:
    """The page. Whatever text there is in the story, it is shown as text."""
    parts = [
        _head(story),
        _overview(story),
        _stages(story),
        findings(story.findings),
        _broken([each for each in story.broken if each.finding is None]),
        _endpoints(story),
        *(_load(each) for each in story.loads),
        _coverage(story),
        _history(story),
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(f'{story.title}: {story.verdict}')}</title><style>{STYLE}</style></head>"
        f'<body class="{"well" if story.is_well else "bad"}"><main>'
        f"{''.join(part for part in parts if part)}</main><script>{SCRIPT}</script></body></html>\n"
    )


def _head(story: Story) -> str:
    meta = f"{story.at} · {story.seconds:.1f} s · --seed {story.seed}"
    return (
        f'<header class="top"><div><div class="brand">specc · {escape(story.title)}</div>'
        f'<h1>{escape(story.verdict)}</h1><p class="meta">{escape(meta)}</p></div>'
        '<button id="theme" type="button" aria-label="Light or dark">&#9680;</button></header>'
    )


def _overview(story: Story) -> str:
    totals = story.totals
    buttons = "".join(
        f'<button type="button" class="{state}" data-state="{state}" aria-pressed="false">'
        f'<span class="dot"></span><b>{totals[state]:,}</b>{_word(state)}</button>'
        for state in STATES
        if totals[state] or state in ("held", "broken")
    )
    troubles = "".join(f"<pre>{escape(text)}</pre>" for text in story.troubles)
    return (
        f'<section class="card overview">{_bar(totals)}<div class="legend">{buttons}</div>'
        f"{troubles}{_alerts(story.alerts)}</section>"
    )


def _alerts(alerts: Sequence[Alert]) -> str:
    """A box for each kind, which is opened where there are few of it."""
    by_kind: dict[str, list[Alert]] = {}
    for each in alerts:
        by_kind.setdefault(each.kind, []).append(each)
    boxes = []
    for kind, alike in by_kind.items():
        listed = "".join(f"<li>{escape(each.text)}</li>" for each in alike)
        boxes.append(
            f'<li><details{" open" if len(alike) <= _FEW else ""}><summary class="more">'
            f"<b>{escape(kind)}</b>{len(alike):,}</summary><ul>{listed}</ul></details></li>"
            if len(alike) > 1
            else f"<li><b>{escape(kind)}</b>{escape(alike[0].text)}</li>"
        )
    return f'<ul class="alerts">{"".join(boxes)}</ul>' if boxes else ""


_FEW = 4
"""Alerts of one kind that are shown at once."""


def _stages(story: Story) -> str:
    if not story.stages:
        return ""
    items = []
    for each in story.stages:
        needs = f"needs {', '.join(each.needs)}" if each.needs else "needs nothing"
        reason = f"<p>{escape(each.reason)}</p>" if each.reason else ""
        items.append(
            f'<li class="stage {each.state}"><b>{escape(each.name)}</b>'
            f"<span>{_word(each.state)} · {each.totals['held']:,} held · {each.seconds:.1f} s · "
            f"{escape(needs)}</span>{reason}</li>"
        )
    hook = ""
    if story.hook is not None:
        ended = "could not be run" if story.hook.code is None else f"ended with {story.hook.code}"
        is_well = "passed" if story.hook.code == 0 else "failed"
        hook = (
            f'<div class="card hook {is_well}">On failure, '
            f"<code>{escape(story.hook.command)}</code> {ended}."
            f"<pre>{escape(story.hook.printed)}</pre></div>"
        )
    return (
        f"<section><h2>Pipeline {escape(story.pipeline)}</h2>"
        f'<ol class="stages">{"".join(items)}</ol>{hook}</section>'
    )


def _broken(broken: Sequence[Told]) -> str:
    """Each failure once: what many tests need may fail before all of them."""
    if not broken:
        return ""
    alike: dict[tuple[str, str], list[Told]] = {}
    for each in broken:
        alike.setdefault((each.state, each.message or each.reason), []).append(each)
    cards = "".join(
        _failure(text, group, is_open=index < _OPEN)
        for index, ((_, text), group) in enumerate(alike.items())
    )
    return f'<section class="found"><h2>Broken<small>{len(broken):,}</small></h2>{cards}</section>'


def _failure(text: str, alike: Sequence[Told], *, is_open: bool) -> str:
    first, *others = alike
    listed = "".join(f"<li>{escape(each.id)} ({escape(each.place)})</li>" for each in others)
    more = (
        f'<details class="others"><summary class="more">and so for {len(others):,} more</summary>'
        f"<ul>{listed}</ul></details>"
        if others
        else ""
    )
    return (
        f'<article class="{first.state}" data-state="{first.state}">'
        f"<details{' open' if is_open else ''}><summary><h3>{escape(first.id)}</h3>"
        f'<div class="place">{escape(first.place)}</div></summary>'
        f"<pre>{escape(text)}</pre></details>{more}</article>"
    )


_OPEN = 8
"""Broken obligations whose evidence is shown at once."""


def _endpoints(story: Story) -> str:
    boxes = [
        _endpoint(name, told, story.latencies.get(name), story.trends.get(name, ()))
        for name, told in story.by_endpoint()
    ]
    return (
        f"<section><h2>Obligations<small>{len(story.obligations):,}</small></h2>"
        '<div class="find"><input id="find" type="search" placeholder="Find an obligation, a line '
        'of the spec, a reason" aria-label="Find"></div>'
        f"{''.join(boxes)}"
        '<p id="none" class="meta" hidden>There is nothing like that.</p></section>'
    )


def _endpoint(
    name: str, told: Sequence[Told], latency: float | None, trend: Sequence[float]
) -> str:
    counts = dict.fromkeys(STATES, 0)
    for each in told:
        counts[each.state] += 1
    took = "" if latency is None else f'<span title="median latency">{duration(latency)}</span>'
    count = f"{counts['held']:,} of {len(told):,} held"
    rows = "".join(_row(each, name) for each in told)
    return (
        f'<details class="endpoint"><summary><span class="name">{escape(name)}</span>'
        f'<span class="took">{spark(trend)}{took}</span>{_bar(counts)}'
        f'<span class="count">{count}</span></summary>'
        f'<ul class="rows">{rows}</ul></details>'
    )


def _row(each: Told, endpoint: str) -> str:
    reason = f"<small>{escape(each.reason)}</small>" if each.reason else ""
    return (
        f'<li data-state="{each.state}" class="{each.state}">'
        f'<span class="dot" title="{_word(each.state)}"></span>'
        f"<div><code>{escape(each.id.removeprefix(f'{endpoint}.'))}</code>{reason}</div>"
        f'<span class="place">{escape(each.place)}</span></li>'
    )


def _load(load: Load) -> str:
    figures = load.figures
    seconds = [each for each in figures.get("seconds") or () if isinstance(each, dict)]
    at = [float(each.get("at") or 0) for each in seconds]
    rows = "".join(
        f'<tr class="{_state(told)}"><th><span class="dot"></span> {escape(str(told.get("text")))}'
        f"</th><td>{_figure(told)}</td><td>{_word(_state(told))}</td></tr>"
        for told in figures.get("thresholds") or ()
    )
    plots = over_time(
        "Latency",
        at,
        [Line(f"p{n}", colour, _column(seconds, f"p{n}")) for n, colour in _PERCENTILES],
        duration,
    ) + over_time(
        "Requests and failures each second",
        at,
        [
            Line("requests", "a", _column(seconds, "requests")),
            Line("failed", "c", _column(seconds, "failed")),
        ],
        lambda value: f"{value:g}",
    )
    doubts = "".join(
        f'<p class="doubt">It says nothing: {escape(str(doubt))}</p>'
        for doubt in figures.get("doubts") or ()
    )
    head = "<thead><tr><th>required</th><td>measured</td><td></td></tr></thead>"
    return (
        f"<section><h2>Load {escape(load.profile)}<small>{escape(str(figures.get('outcome', '')))}"
        f'</small></h2><div class="card">{doubts}'
        f'<div class="scroll"><table>{head}{rows}</table></div>'
        f'<div class="plots">{plots}</div></div></section>'
    )


_PERCENTILES = ((50, "a"), (95, "b"), (99, "c"))


def _column(seconds: Iterable[Mapping[str, Any]], name: str) -> list[float | None]:
    values = [each.get(name) for each in seconds]
    return [float(value) if isinstance(value, int | float) else None for value in values]


def _state(told: Mapping[str, Any]) -> str:
    state = str(told.get("outcome", "")).replace(" ", "_")
    return state if state in STATES else "not_run"


def _figure(told: Mapping[str, Any]) -> str:
    return escape(str(told.get("said") or "")) or "&ndash;"


def _coverage(story: Story) -> str:
    if not story.covered:
        return ""
    subjects = list(dict.fromkeys(name for each in story.covered for name in each.subjects))
    head = "".join(f"<th>{escape(name)}</th>" for name in subjects)
    rows = []
    for each in story.covered:
        cells = []
        for name in subjects:
            seen, of = each.subjects.get(name, (0, 0))
            said = f"{seen:,} of {of:,}" if of else "&ndash;"
            cells.append(f"<td>{said}</td>")
        rows.append(f"<tr><th>{escape(each.endpoint)}</th>{''.join(cells)}</tr>")
    return (
        "<section><h2>Coverage<small>what the runs have seen of what the spec says</small></h2>"
        f'<div class="card scroll"><table><thead><tr><th>endpoint</th>{head}</tr></thead>'
        f"{''.join(rows)}</table></div></section>"
    )


def _history(story: Story) -> str:
    drawn = columns(story.past)
    if not drawn:
        return ""
    head = "".join(f"<td>{_word(state)}</td>" for state in STATES)
    rows = "".join(
        f"<tr><th>{escape(run.at[:16].replace('T', ' '))}</th>"
        + "".join(f"<td>{run.totals.get(state, 0):,}</td>" for state in STATES)
        + f"<td>{run.seconds:.1f} s</td></tr>"
        for run in reversed(story.past)
    )
    return (
        f"<section><h2>History<small>the last {len(story.past):,} runs</small></h2>"
        f'<div class="card">{drawn}<details class="past"><summary>Each run</summary>'
        f'<div class="scroll"><table><thead><tr><th>begun</th>{head}<td>took</td></tr></thead>'
        f"{rows}</table></div></details></div></section>"
    )


def _bar(totals: Mapping[str, int]) -> str:
    pieces = "".join(
        f'<i class="{state}" style="flex:{totals[state]}"></i>' for state in STATES if totals[state]
    )
    return f'<span class="bar">{pieces}</span>'


def _word(state: str) -> str:
    return escape(state.replace("_", " "))

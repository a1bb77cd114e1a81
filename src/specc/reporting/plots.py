"""Small plots as SVG: lines over time, a line of a row, columns of the last runs."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape

import attrs

from specc.reporting.story import STATES, Past

_WIDTH, _HEIGHT = 640, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 66, 8, 10, 22


@attrs.frozen
class Line:
    """A line: its name, the class of its colour, its values; None leaves a gap."""

    name: str
    colour: str
    values: Sequence[float | None]


def over_time(
    title: str, at: Sequence[float], lines: Sequence[Line], said: Callable[[float], str]
) -> str:
    """Lines against seconds. `said` is how a value is told."""
    known = [value for line in lines for value in line.values if value is not None]
    if not at or not known:
        return ""
    marks = ticks(max(known))
    top, end = marks[-1], max(max(at), 1.0)
    wide, high = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    parts = []
    for mark in marks:
        y = round(_TOP + high * (1 - mark / top), 1)
        parts.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>')
        parts.append(
            f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{escape(said(mark))}</text>'
        )
    for moment in ticks(end):
        if moment <= end:
            x = round(_LEFT + wide * moment / end, 1)
            anchor = "end" if moment > 0.95 * end else "middle"
            parts.append(
                f'<text x="{x}" y="{_HEIGHT - 6}" text-anchor="{anchor}">{moment:g} s</text>'
            )
    for line in lines:
        points, is_new = [], True
        for moment, value in zip(at, line.values, strict=False):
            if value is None:
                is_new = True
                continue
            x, y = _LEFT + wide * moment / end, _TOP + high * (1 - value / top)
            points.append(f"{'M' if is_new else 'L'}{x:.1f} {y:.1f}")
            is_new = False
        parts.append(f'<path class="line {line.colour}" d="{"".join(points)}"/>')
    keys = "".join(f'<span class="key {line.colour}">{escape(line.name)}</span>' for line in lines)
    return (
        f"<figure><figcaption>{escape(title)}{keys}</figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"{''.join(parts)}</svg></figure>"
    )


def ticks(top: float) -> list[float]:
    """Round values from 0 to `top` or a little more: at most six."""
    if top <= 0:
        return [0.0, 1.0]
    size = 10.0 ** math.floor(math.log10(top))
    step = next(step for step in (0.2, 0.25, 0.5, 1, 2) if step * 5 * size >= top * 0.9999) * size
    return [round(step * index, 12) for index in range(math.ceil(top / step * 0.9999) + 1)]


def spark(values: Sequence[float]) -> str:
    """The latencies (seconds) of a row over the last runs, without axes."""
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    points = " ".join(
        f"{2 + 76 * index / (len(values) - 1):.1f},{18 - 16 * (value - low) / span:.1f}"
        for index, value in enumerate(values)
    )
    label = f"from {duration(values[0])} to {duration(values[-1])} over {len(values)} runs"
    return (
        f'<svg class="spark" viewBox="0 0 80 20" role="img" aria-label="{label}">'
        f"<title>{label}</title>"
        f'<polyline points="{points}"/></svg>'
    )


def duration(seconds: float) -> str:
    """`12.3 ms`, or `1.5 s`."""
    return f"{seconds:.3g} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def columns(past: Sequence[Past]) -> str:
    """A column a run: how many obligations ended in each way, the newest on the right."""
    most = max((sum(run.totals.values()) for run in past), default=0)
    if not most:
        return ""
    parts = []
    for run in past:
        counts = ", ".join(
            f"{run.totals.get(state, 0):,} {state.replace('_', ' ')}"
            for state in STATES
            if run.totals.get(state)
        )
        pieces = "".join(
            f'<i class="{state}" style="height:{100 * run.totals.get(state, 0) / most:.2f}%"></i>'
            for state in reversed(STATES)
            if run.totals.get(state)
        )
        parts.append(f'<li title="{escape(f"{run.at}: {counts}")}">{pieces}</li>')
    return f'<ol class="columns">{"".join(parts)}</ol>'

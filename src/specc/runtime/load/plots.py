"""Plots as SVG: lines over one axis of time, and the distribution of latencies."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape

import attrs

_WIDTH, _HEIGHT = 860, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 4, 30, 32, 34


@attrs.frozen
class Line:
    """One line of a plot: its name, its colour's class, and its values; None leaves a gap."""

    name: str
    colour: str
    values: Sequence[float | None]


def over_time(
    title: str,
    at: Sequence[float],
    lines: Sequence[Line],
    said: Callable[[float], str],
    unit: str = " s",
) -> str:
    """A plot of lines against seconds, or what else `unit` says.

    `said` writes a value of the vertical axis.
    """
    known = [value for line in lines for value in line.values if value is not None]
    top = _nice(max(known, default=0.0)) or 1.0
    end = max(at[-1] if at else 1.0, 1.0)
    parts = [_frame(_ticks(top), top, said)]
    moments = [tick for tick in _ticks(_nice(end)) if tick <= end]
    parts += [_label(_x(moment / end), f"{moment:g}{unit}") for moment in moments]
    parts += [_path(line, at, end, top) for line in lines]
    legend = "".join(
        f'<span class="key {line.colour}">{escape(line.name)}</span>'
        for line in lines
        if line.name != title
    )
    return _figure(title, "".join(parts), legend)


def distribution(
    title: str, values: Sequence[tuple[float, int]], said: Callable[[float], str]
) -> str:
    """How often each latency was (seconds and count), on a logarithmic axis."""
    if not values:
        return ""
    low = math.log10(max(min(value for value, _ in values), 1e-6))
    high = max(math.log10(max(value for value, _ in values)), low + 0.1)
    columns = [0] * 80
    for value, count in values:
        place = (math.log10(max(value, 1e-6)) - low) / (high - low)
        columns[min(int(place * len(columns)), len(columns) - 1)] += count
    top = float(max(columns))
    parts = [_frame(_ticks(_nice(top)), _nice(top), lambda value: f"{value:,.0f}")]
    width = (_WIDTH - _LEFT - _RIGHT) / len(columns)
    for index, count in enumerate(columns):
        if count:
            height = (_HEIGHT - _TOP - _BOTTOM) * count / _nice(top)
            parts.append(
                f'<rect class="bar" x="{_LEFT + index * width:.1f}" width="{width - 1:.1f}" '
                f'y="{_HEIGHT - _BOTTOM - height:.1f}" height="{height:.1f}"/>'
            )
    for index in range(6):
        place = index / 5
        parts.append(_label(_x(place), said(10 ** (low + (high - low) * place))))
    return _figure(title, "".join(parts), "")


def _figure(title: str, inside: str, legend: str) -> str:
    return (
        f"<figure><figcaption>{escape(title)} {legend}</figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"{inside}</svg></figure>"
    )


def _frame(ticks: Sequence[float], top: float, said: Callable[[float], str]) -> str:
    parts = []
    for tick in ticks:
        y = _y(tick / top)
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{_LEFT}" y="{y - 5:.1f}">{escape(said(tick))}</text>'
        )
    return "".join(parts)


def _path(line: Line, at: Sequence[float], end: float, top: float) -> str:
    commands = []
    pen = "M"
    for moment, value in zip(at, line.values, strict=True):
        if value is None:
            pen = "M"
            continue
        commands.append(f"{pen}{_x(moment / end):.1f} {_y(value / top):.1f}")
        pen = "L"
    return f'<path class="line {line.colour}" d="{" ".join(commands)}"/>'


def _label(x: float, text: str) -> str:
    anchor = "start" if x <= _LEFT else "middle" if x < _WIDTH - 2 * _RIGHT else "end"
    x = x if anchor != "end" else _WIDTH - 2
    return f'<text x="{x:.1f}" y="{_HEIGHT - 8}" text-anchor="{anchor}">{escape(text)}</text>'


def _x(share: float) -> float:
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(share: float) -> float:
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _nice(value: float) -> float:
    """The next of 1, 2, 2.5, 5 and 10 times a power of ten."""
    if value <= 0:
        return 0.0
    power = 10 ** math.floor(math.log10(value))
    return float(
        next(step * power for step in (1, 2, 2.5, 5, 10) if value <= step * power * 1.0001)
    )


def _ticks(top: float) -> list[float]:
    return [top * index / 5 for index in range(6)]

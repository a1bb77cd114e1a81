"""Plots: their marks are round numbers, and hold all that is drawn."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from specc.reporting.plots import ticks


@given(st.floats(1e-9, 1e12))
def test_marks_are_few_and_hold_the_value(top: float) -> None:
    marks = ticks(top)
    assert marks[0] == 0
    assert 2 <= len(marks) <= 7
    assert marks[-1] >= top * 0.999
    step = marks[1]
    digits = step / 10.0 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(digits - each) for each in (1, 2, 2.5, 5)) < 1e-6


def test_nothing_measured_has_marks_too() -> None:
    assert ticks(0) == [0.0, 1.0]

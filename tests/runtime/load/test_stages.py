"""Stages say how much load there is, and when arrivals are due."""

from __future__ import annotations

import random
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime.load.stages import Stages, hold, ramp, spike, step

RATE = st.floats(0, 500)
LENGTH = st.floats(0.1, 20)
STAGE = st.one_of(
    st.builds(ramp, RATE, RATE, LENGTH),
    st.builds(hold, RATE, LENGTH),
    st.builds(spike, RATE, LENGTH),
)


@given(st.lists(STAGE, min_size=1, max_size=4))
def test_arrivals_come_in_order_and_in_number(parts: list) -> None:
    stages = Stages(*parts)
    volume = sum(stage.volume for stage in stages.stages)
    moments = list(stages.arrivals(None))
    assert abs(len(moments) - volume) <= 1
    assert moments == sorted(moments)
    assert all(0 <= moment <= stages.seconds + 1e-6 for moment in moments)


@given(st.floats(1, 200), st.floats(1, 200), LENGTH)
def test_a_ramp_is_followed_all_the_way(start: float, end: float, seconds: float) -> None:
    stages = Stages(ramp(start, end, seconds))
    moments = list(stages.arrivals(None))
    half = sum(moment <= seconds / 2 for moment in moments)
    due = (start + stages.level(seconds / 2)) / 2 * seconds / 2
    assert abs(half - due) <= 1


def test_even_arrivals_are_even() -> None:
    moments = list(Stages(hold(100, 2)).arrivals(None))
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(moments) == 200
    assert gaps == pytest.approx([0.01] * 199)


def test_poisson_arrivals_have_the_same_rate_and_no_memory() -> None:
    moments = list(Stages(hold(1000, 20)).arrivals(random.Random(7)))
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    mean = sum(gaps) / len(gaps)
    spread = sum((gap - mean) ** 2 for gap in gaps) / len(gaps)
    assert len(moments) == pytest.approx(20_000, rel=0.03)
    assert spread**0.5 == pytest.approx(mean, rel=0.05)


def test_a_share_is_a_share() -> None:
    stages = Stages(ramp(0, 100, 10))
    assert len(list(stages.arrivals(None, lambda: 0.25))) == pytest.approx(125, abs=1)


def test_steps() -> None:
    stages = Stages(step(10, 100, 30, 5))
    assert [stage.start for stage in stages.stages] == [10, 40, 70, 100]
    assert stages.seconds == 20
    down = Stages(step(100, 10, 40, 5))
    assert [stage.start for stage in down.stages] == [100, 60, 20, 10]


def test_levels() -> None:
    stages = Stages(ramp(0, 10, 10), hold(10, 5))
    assert [stages.level(at) for at in (0, 5, 10, 14.9, 15, 99)] == [0, 5, 10, 10, 0, 0]
    assert stages.peak == 10


def test_a_share_may_grow_while_they_come() -> None:
    """What another process would have begun is taken over from then on."""
    asked = count()
    moments = list(Stages(hold(100, 10)).arrivals(None, lambda: 0.5 if next(asked) < 250 else 1.0))
    assert len([at for at in moments if at < 5]) == pytest.approx(250, abs=1)
    assert len([at for at in moments if at >= 5]) == pytest.approx(500, abs=2)

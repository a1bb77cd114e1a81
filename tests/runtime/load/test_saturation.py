"""The knee is found where the service has it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specc.runtime import Service
from specc.runtime.load.profile import Profile, Threshold
from specc.runtime.load.saturation import search
from specc.runtime.load.stages import Stages, ramp
from specc.runtime.load.tally import Tally

LIMIT = Threshold("p.until.p95", "p95", ">", 0.5, "t.bts:1", "p95 > 500ms")


def profile(low: float, high: float, *, is_open: bool = True) -> Profile:
    stages = Stages(ramp(low, high, 60))
    service = Service("s", url="http://127.0.0.1:1")
    return Profile(
        "p",
        {},
        at="t.bts:1",
        services=(service,),
        arrivals=stages if is_open else None,
        users=None if is_open else stages,
        until=(LIMIT,),
    )


def found(wanted: Profile, capacity: float) -> tuple[float, bool, list[float]]:
    """A search on a service that is slow above its capacity."""
    tally = Tally()
    tried = []

    def hold(level: float, seconds: float) -> None:
        tried.append(level)
        latency = 900_000 if level > capacity else 10_000
        tally.of("x", "GET").samples += [latency] * int(level * seconds + 1)
        tally.fold(tally.measured_until + seconds)

    result = search(wanted, hold, tally, lambda: False)
    return result.knee, result.reached, tried


@given(st.floats(15, 480))
@settings(max_examples=50)
def test_the_knee_is_near_the_capacity(capacity: float) -> None:
    knee, reached, tried = found(profile(10, 500), capacity)
    assert reached
    assert knee <= capacity
    assert capacity - knee <= (500 - 10) / 5 / 2**3
    assert len(tried) <= 10


def test_a_service_that_bears_everything() -> None:
    assert found(profile(10, 500), 1e9)[:2] == (500, False)


def test_a_service_that_bears_nothing() -> None:
    knee, reached, _ = found(profile(10, 500), 0)
    assert reached
    assert knee == 0


def test_users_are_whole() -> None:
    knee, _, tried = found(profile(1, 20, is_open=False), 13)
    assert knee == 13
    assert all(level == int(level) for level in tried)


def test_silence_is_saturation() -> None:
    result = search(profile(10, 500), lambda _level, _seconds: None, Tally(), lambda: False)
    assert result.knee == 0
    assert result.probes[0].errors == pytest.approx(1.0)

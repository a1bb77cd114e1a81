"""When times tell something, and when they are noise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime.security.regex import grows_faster
from specc.runtime.security.sql_time import in_proportion
from specc.runtime.security.timing import told_apart

SOME_TIME = st.floats(0.001, 2)


@pytest.mark.parametrize(
    ("lengths", "times", "grows"),
    [
        ((16, 18, 20), (0.02, 0.08, 0.32), True),  # doubles with each character
        ((1000, 2000, 4000), (0.05, 0.2, 0.8), True),  # grows with the square
        ((1000, 2000, 4000), (0.1, 0.2, 0.4), False),  # as the text does
        ((1000, 2000, 4000), (0.01, 0.01, 0.4), False),  # one pause of the service
        ((1000, 2000, 4000), (0.4, 0.4, 0.4), False),  # slow, whatever comes
        ((1000, 2000), (0.1, 0.9), False),  # too few to tell
    ],
)
def test_what_grows_faster_than_the_text(
    lengths: tuple[int, ...], times: tuple[float, ...], grows: bool
) -> None:
    assert grows_faster(lengths, times) is grows


@given(st.floats(0.0001, 1), st.floats(0.0001, 0.1))
def test_what_grows_as_the_text_does_is_never_told(base: float, rate: float) -> None:
    lengths = (1000, 2000, 4000)
    assert not grows_faster(lengths, [base + rate * length for length in lengths])


@pytest.mark.parametrize(
    ("none", "once", "twice", "is_delay"),
    [
        ((0.01, 0.02), (0.61, 0.63), (1.22, 1.21), True),
        ((0.3, 0.31), (0.92, 0.91), (1.5, 1.53), True),
        ((0.01, 0.02), (0.61, 0.63), (0.62, 0.61), False),  # one delay, whatever is asked for
        ((0.01, 0.7), (0.61, 0.63), (1.22, 1.21), False),  # as slow without
        ((0.01, 0.02), (0.61, 0.02), (1.22, 1.21), False),  # not each time
        ((0.01, 0.02), (0.61, 0.63), (9.0, 9.1), False),  # out of proportion
        ((0.01, 0.01), (0.02, 0.02), (0.03, 0.03), False),  # too little to tell
    ],
)
def test_a_delay_is_in_proportion(
    none: tuple[float, ...], once: tuple[float, ...], twice: tuple[float, ...], is_delay: bool
) -> None:
    assert in_proportion(none, once, twice) is is_delay


@pytest.mark.parametrize(
    ("known", "unknown", "sign"),
    [
        ([0.1] * 8, [0.001] * 8, 1),
        ([0.001] * 8, [0.1] * 8, -1),
        ([0.1] * 8, [0.1] * 8, 0),
        ([0.0020] * 8, [0.0010] * 8, 0),  # too little to be measured from elsewhere
        ([0.1, 0.001] * 4, [0.001] * 8, 0),  # now and then only
        ([0.001] * 7 + [3.0], [0.001] * 8, 0),  # one pause of the service
        ([0.034, 0.008, 0.049, 0.012], [0.010, 0.002, 0.023, 0.001], 1),  # on a busy machine
    ],
)
def test_accounts_are_told_apart_by_clear_times_alone(
    known: list[float], unknown: list[float], sign: int
) -> None:
    assert told_apart(known, unknown) == sign


@given(st.lists(SOME_TIME, min_size=8, max_size=8), st.lists(SOME_TIME, min_size=8, max_size=8))
def test_what_is_told_apart_is_so_from_either_side(some: list[float], others: list[float]) -> None:
    assert told_apart(some, others) == -told_apart(others, some)
    assert told_apart(some, some) == 0

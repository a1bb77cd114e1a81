"""Percentiles are within 1 % of the exact ones, and merging changes nothing."""

from __future__ import annotations

import json
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime.load.histogram import Histogram, bucket_of, middle_of

LATENCIES = st.lists(st.integers(0, 3_600_000_000), min_size=1, max_size=300)


def exact(values: list[int], percent: float) -> int:
    return sorted(values)[max(math.ceil(percent / 100 * len(values) - 1e-9), 1) - 1]


@given(LATENCIES, st.sampled_from([1, 25, 50, 75, 90, 95, 99, 99.9, 100]))
def test_percentiles_are_near_the_exact_ones(values: list[int], percent: float) -> None:
    histogram = Histogram()
    histogram.add_all(values)
    found, right = histogram.percentile(percent), exact(values, percent)
    assert abs(found - right) <= 0.005 * right
    assert min(values) <= found <= max(values)


@given(st.lists(st.integers(-5, 1 << 18)) | st.lists(st.integers(-5, 1 << 40)))
def test_many_at_once_are_each_of_them(values: list[int]) -> None:
    together, apart = Histogram(), Histogram()
    together.add_all(values)
    for value in values:
        apart.add(value)
    assert together.data() == apart.data()
    assert together.count == len(values)


@given(LATENCIES, LATENCIES)
def test_merging_is_counting_all(one: list[int], other: list[int]) -> None:
    first, second, both = Histogram(), Histogram(), Histogram()
    first.add_all(one)
    second.add_all(other)
    both.add_all(one + other)
    first.merge(second)
    assert first.data() == both.data()
    assert first.mean == pytest.approx(sum(one + other) / len(one + other))


@given(LATENCIES)
def test_it_survives_json(values: list[int]) -> None:
    histogram = Histogram()
    histogram.add_all(values)
    again = Histogram.of(json.loads(json.dumps(histogram.data())))
    assert again.data() == histogram.data()
    assert again.count == len(values)


@given(st.integers(0, (1 << 36) - 1))
def test_a_bucket_stands_for_what_is_in_it(value: int) -> None:
    assert abs(middle_of(bucket_of(value)) - value) <= 0.004 * value


@given(st.integers(0, (1 << 36) - 2))
def test_buckets_are_in_order(value: int) -> None:
    assert bucket_of(value) <= bucket_of(value + 1) <= bucket_of(value) + 1


def test_memory_is_bounded() -> None:
    histogram = Histogram()
    chance = random.Random(1)
    histogram.add_all([int(10 ** chance.uniform(0, 12)) for _ in range(200_000)])
    assert len(histogram.counts) < 4_000
    assert histogram.count == 200_000


def test_nothing_counted() -> None:
    assert Histogram().percentile(99) == 0
    assert Histogram().mean == 0

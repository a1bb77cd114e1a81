from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.edit_distance import edit_distance

words = st.text("abc", max_size=8)


@cache
def by_definition(left: str, right: str) -> int:
    """The distance as it is defined, without regard to time."""
    if not left or not right:
        return len(left) + len(right)
    costs = [
        by_definition(left[:-1], right) + 1,
        by_definition(left, right[:-1]) + 1,
        by_definition(left[:-1], right[:-1]) + (left[-1] != right[-1]),
    ]
    if len(left) > 1 and len(right) > 1 and left[-2:] == right[-2:][::-1]:
        costs.append(by_definition(left[:-2], right[:-2]) + 1)
    return min(costs)


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [("totl", "total", 1), ("form", "from", 1), ("a", "b", 1), ("", "ab", 2), ("order", "Xder", 2)],
)
def test_slips_are_counted(left: str, right: str, distance: int) -> None:
    assert edit_distance(left, right, 9) == distance


@given(words, words, st.integers(0, 9))
def test_it_is_the_distance_up_to_the_limit(left: str, right: str, limit: int) -> None:
    distance = by_definition(left, right)
    assert edit_distance(left, right, limit) == (distance if distance <= limit else None)

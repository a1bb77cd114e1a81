"""How values become arguments."""

from copy import deepcopy

import pytest

from specc.syntax.shape import Part, picker

A, B, C = (Part(place, many=False) for place in range(3))
LIST_A, LIST_B = Part(0, many=True), Part(1, many=True)
GAP = Part(None, many=False)


@pytest.mark.parametrize(
    ("parts", "values", "arguments"),
    [
        ((), ["x", "y"], []),
        ((A,), ["x", "y"], ["x"]),
        ((B,), ["x", "y"], ["y"]),
        ((A, C), ["x", "y", "z"], ["x", "z"]),
        ((GAP,), ["x"], [None]),
        ((GAP, A, GAP), ["x"], [None, "x", None]),
        ((LIST_A, B), [["x", "y"], "z"], ["x", "y", "z"]),
        ((A, LIST_B, GAP), ["x", ["y", "z"]], ["x", "y", "z", None]),
    ],
)
def test_parts(parts: tuple[Part, ...], values: list[object], arguments: list[object]) -> None:
    assert list(picker(parts)(deepcopy(values))) == arguments
    assert picker(parts, as_list=True)(deepcopy(values)) == arguments


def test_a_list_grows_in_place() -> None:
    grown: list[object] = ["x"]
    assert picker((LIST_A, B), as_list=True)([grown, "y"]) is grown


def test_a_new_list_is_nobody_elses() -> None:
    values: list[object] = ["x", ["y"]]
    assert picker((A, LIST_B), as_list=True)(values) is not values[1]

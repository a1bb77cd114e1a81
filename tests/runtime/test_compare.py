"""Comparisons, and what they say when they do not hold."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from specc.runtime import (
    Broken,
    Contract,
    at_least,
    at_most,
    contains,
    each,
    equal,
    greater,
    holds,
    is_a,
    is_not_a,
    less,
    matches,
    not_contains,
    not_one_of,
    one_of,
    unequal,
)  # fmt: skip


def told(compare: Any, *values: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(Broken) as caught:
        compare(*values)
    return [(each.path, each.expected, each.got) for each in caught.value.mismatches]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (0.1, Decimal("0.1")),
        (Decimal("19.980"), 19.98),
        ([1, {"a": None}], (1, {"a": None})),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ],
)
def test_equal(one: object, other: object) -> None:
    equal(one, other)
    with pytest.raises(Broken):
        unequal(one, other)


def test_structures_differ_by_place() -> None:
    assert told(
        equal,
        {"a": [1, {"b": "x"}], "c": 1, "extra": True},
        {"a": [1, {"b": "y"}, 3], "c": "1", "d": None},
    ) == [
        ("a[1].b", '"y"', '"x"'),
        ("a[2]", "3", "nothing"),
        ("c", '"1"', "1"),
        ("d", "null", "nothing"),
        ("extra", "nothing", "true"),
    ]


def test_what_looks_alike_is_told_apart() -> None:
    assert told(equal, True, 1) == [("", "1", "true")]
    assert told(equal, date(2030, 1, 1), "datetime.date(2030, 1, 1)")
    long = "x" * 50
    (found,) = told(equal, f"{long}a", f"{long}b")
    assert found[2].endswith('(they differ from character 51: "a")')


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (1, 1.5),
        (Decimal("0.1"), 0.2),
        ("a", "b"),
        ("2030-01-01T00:00:00+01:00", "2030-01-01T00:00:00Z"),
        ("2030-01-01", "2030-01-01T00:00:01Z"),
        ("2029-12-31T23:59:59Z", date(2030, 1, 1)),
        (datetime(2029, 1, 1, tzinfo=UTC), "2030-01-01T00:00:00Z"),
        ("PT59S", "PT1M"),
        (Decimal("0.2"), timedelta(seconds=1)),
        ("PT1S", timedelta(minutes=1)),
    ],
)
def test_order(low: object, high: object) -> None:
    less(low, high)
    greater(high, low)
    at_most(low, high)
    at_most(low, low)
    at_least(high, low)
    at_least(low, low)
    for compare in (less, greater):
        with pytest.raises(Broken):
            compare(low, low)
    with pytest.raises(Broken):
        less(high, low)


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, "1"), (None, 1), ([], 1), (True, 0), ("x", date(2030, 1, 1)), ({}, {}), ([1], [2])],
)
def test_what_nothing_orders(one: object, other: object) -> None:
    ((path, _, got),) = told(less, one, other)
    assert path == ""
    assert got.endswith("which cannot be compared")


def test_both_sides_are_said() -> None:
    assert told(less, 5, 3) == [("", "less than 3", "5")]
    assert told(at_least, Decimal("0.10"), Decimal("0.25")) == [("", "at least 0.25", "0.10")]
    assert told(less, "x", 3) == [
        ("", "less than a number 3", 'text "x", which cannot be compared')
    ]


class TestContains:
    @pytest.mark.parametrize(
        ("value", "part"),
        [
            ({"a": 1, "b": {"c": 2, "d": 3}}, {"b": {"c": 2.0}}),
            ({"a": 1}, "a"),
            ([1, 2, 3], 2),
            ([1, 2, 3], [3, 1]),
            ([{"a": 1, "b": 2}], {"a": 1}),
            ({"l": [{"a": 1, "b": 2}, 5]}, {"l": [{"b": 2}]}),
            ("abc", "b"),
            ({}, {}),
        ],
    )
    def test_holds(self, value: object, part: object) -> None:
        contains(value, part)
        with pytest.raises(Broken):
            not_contains(value, part)

    @pytest.mark.parametrize(
        ("value", "part"),
        [
            ({"a": 1}, {"a": 1, "b": None}),
            ({"a": "abc"}, {"a": "b"}),
            (["abc"], "b"),
            ([1], [1, 2]),
            ("abc", "x"),
            ({"a": 1}, "b"),
        ],
    )
    def test_does_not_hold(self, value: object, part: object) -> None:
        not_contains(value, part)
        with pytest.raises(Broken):
            contains(value, part)

    def test_the_nearest_item_is_told(self) -> None:
        items = [{"sku": "A1", "n": 1}, {"sku": "B2", "n": 2}]
        assert told(contains, items, {"sku": "B2", "n": 3}) == [
            ("", 'a list with {"sku":"B2","n":3} in it', '[{"sku":"A1","n":1},{"sku":"B2","n":2}]'),
            ("[1].n", "3", "2"),
        ]

    def test_only_containers_contain(self) -> None:
        for compare in (contains, not_contains):
            assert told(compare, 7, 7)[0][2] == "a number 7, which contains nothing"


def test_one_of() -> None:
    one_of(1.0, [1, 2])
    one_of("a", {"a": 1})
    one_of("b", "abc")
    not_one_of(True, [1])
    not_one_of("x", ["xy"])
    assert told(one_of, 3, [1, 2]) == [("", "one of [1,2]", "3")]
    assert told(not_one_of, "a", ["a"]) == [("", 'none of ["a"]', '"a"')]
    assert told(one_of, 3, 3) == [("", "a list, an object or text to look in", "a number 3")]


def test_matches() -> None:
    matches("order-17", r"\d+$")
    assert told(matches, "x", r"^\d") == [("", r"text that matches /^\d/", '"x"')]
    assert told(matches, 7, r"7") == [("", "text that matches /7/", "a number: 7")]


def test_is_a() -> None:
    number = Contract("Number", {"type": "integer", "maximum": 3})
    is_a(3, number)
    is_not_a(4, number)
    assert told(is_a, 4, number) == [("value", "an integer ≤ 3", "4")]
    assert told(is_not_a, 3, number) == [("", "anything but a valid Number", "3")]


def test_holds() -> None:
    holds([1], "x")
    with pytest.raises(Broken, match=r"`len\(x\) > 3` does not hold$"):
        holds(False, "len(x) > 3")
    with pytest.raises(Broken, match=r"does not hold \(it is \[\]\)"):
        holds([], "x")


def test_each() -> None:
    order = {"items": [{"sku": "A", "tags": ["x", "y"]}, {"sku": "B", "tags": []}]}
    assert each(order["items"], "sku") == ["A", "B"]
    assert each(order["items"], "tags", ...) == ["x", "y"]
    assert each([[1], [2, 3]], ...) == [1, 2, 3]
    assert each([[1], [2]], 0) == [1, 2]
    with pytest.raises(
        Broken, match=r"\[1\] has no `price`: it is an object \(it has: sku, tags\)"
    ):
        each([{"price": 1}, *order["items"][:1]], "price")
    with pytest.raises(Broken, match="the value is no list: it is text"):
        each("abc", "x")

"""Values that a mock makes are of their types, and values that are not are found out."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specc.mock.validity import Types, scalar_problem
from specc.mock.values import Maker
from specc.mock.wording import read_json, write_json
from specc.semantics.types import (
    NULL,
    SCALARS,
    ListOf,
    Literal,
    MapOf,
    Property,
    Record,
    Scalar,
    Type,
    Union,
)

TYPES = Types({})


def maker(seed: int = 0, *, full: bool = False) -> Maker:
    made = Maker(TYPES, {}, random.Random(seed))
    made.full = full
    return made


def bounded(kind: str) -> st.SearchStrategy[Type]:
    ends = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)
    return ends.map(lambda pair: Scalar(kind, pair[0], pair[1]))


LEAVES = st.one_of(
    st.sampled_from(sorted(SCALARS)).map(Scalar),
    *(bounded(kind) for kind in ("int", "number", "decimal", "string")),
    st.sampled_from([r"^[A-Z]{3}[0-9]{2}$", r"^[a-z0-9-]+$", r"^\S+$"]).map(
        lambda pattern: Scalar("string", patterns=(pattern,))
    ),
    st.sampled_from(["a", 1, True, None]).map(Literal),
)
NAMES = st.sampled_from(["id", "name", "lines", "note"])


def larger(inner: st.SearchStrategy[Type]) -> st.SearchStrategy[Type]:
    fields = st.dictionaries(NAMES, st.tuples(inner, st.booleans()), max_size=3)
    return st.one_of(
        st.tuples(inner, st.integers(0, 3)).map(lambda pair: ListOf(pair[0], pair[1], pair[1] + 2)),
        inner.map(MapOf),
        inner.map(lambda type_: Union((type_, NULL))),
        fields.map(
            lambda found: Record(
                tuple(Property(name, type_, optional=o) for name, (type_, o) in found.items())
            )
        ),
    )


@settings(max_examples=300, deadline=None)
@given(st.recursive(LEAVES, larger, max_leaves=8), st.booleans(), st.integers(0, 99))
def test_what_is_made_is_valid(type_: Type, full: bool, seed: int) -> None:
    assert TYPES.problem(maker(seed, full=full).make(type_, "thing"), type_) is None


@pytest.mark.parametrize(
    ("scalar", "good", "bad"),
    [
        (
            Scalar("uuid"),
            "5f0c9b1e-8a3d-4b62-9f0e-2d7c6a1b3e45",
            "5f0c9b1e8a3d4b629f0e2d7c6a1b3e45",
        ),
        (Scalar("email"), "a@b.example", "a@"),
        (Scalar("uri"), "https://a.example/x?y", "a b"),
        (Scalar("date", "2030-01-01", "2030-12-31"), "2030-12-31", "2031-01-01"),
        (Scalar("date"), "2030-02-28", "2030-02-30"),
        (Scalar("datetime"), "2030-01-01T12:00:00Z", "2030-01-01"),
        (Scalar("time"), "12:00:00", "25:00:00"),
        (Scalar("duration"), "P1DT2H", "P"),
        (Scalar("ipv4"), "192.0.2.1", "192.0.2.256"),
        (Scalar("ipv6"), "2001:db8::1", "2001:db8:::1"),
        (Scalar("bytes", 1, 3), "YWJj", "YWJjZA=="),
        (Scalar("int", 1, 5), 5, 6),
        (Scalar("int"), 5, Decimal("5.5")),
        (Scalar("int"), 5, True),
        (Scalar("int"), 5, "5"),
        (Scalar("decimal", Decimal("0.5"), None), Decimal("0.5"), Decimal("0.49")),
        (Scalar("string", 1, 3), "\u00e9\u00e9\u00e9", "abcd"),
        (Scalar("string", None, None, ("^a+$",)), "aa", "ab"),
        (Scalar("bool"), False, 0),
    ],
)
def test_scalars(scalar: Scalar, good: object, bad: object) -> None:
    assert scalar_problem(good, scalar) is None
    assert scalar_problem(bad, scalar) is not None


def test_recursion_ends() -> None:
    deep: object = 1
    for _ in range(100):
        deep = [deep]
    assert TYPES.problem(deep, ListOf(Scalar("any"))) is None
    nested: Type = Scalar("any")
    for _ in range(100):
        nested = ListOf(nested)
    assert "deeply" in str(TYPES.problem(deep, nested))


@given(st.text(), st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_json_comes_back_as_it_was(text: str, number: Decimal) -> None:
    found = read_json(write_json({"text": text}))
    assert found == {"text": text}
    assert read_json(b'{"n":1e400}') == {"n": Decimal("1e400")}
    assert write_json(read_json(b'["\\ud800"]')) == b'["\\ud800"]'

"""Each change that is to break a type breaks it, and each that is to keep it keeps it."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import jsonschema_rs
import pytest
from compilation import plan_of
from hypothesis import HealthCheck, assume, currently_in_test_context, given, reject, settings
from hypothesis import strategies as st

from plan.schemas import plain, request_schema
from specc.ir.expressions import Value
from specc.plan.changes import Change, Changes, admits, constant
from specc.plan.changes.change import Place
from specc.plan.changes.temporal import beside
from specc.plan.examples import Examples
from specc.semantics.types import (
    NULL,
    ListOf,
    Literal,
    MapOf,
    Property,
    Record,
    Scalar,
    Type,
    Union,
)

EXAMPLES = Examples({}, lambda _: None, {})
CHANGES = Changes(EXAMPLES.body_of, secrets=True, example=EXAMPLES.of)

PATTERNS = (r"^[A-Z][0-9]{1,4}$", r"^\S+$", r"^[a-z]+-[0-9]{3}$", r"[0-9]", r"^(red|green)$")


@st.composite
def ranges(draw: st.DrawFn, low: int, high: int) -> tuple[int | None, int | None]:
    ends = sorted([draw(st.integers(low, high)), draw(st.integers(low, high))])
    return (
        ends[0] if draw(st.booleans()) else None,
        ends[1] if draw(st.booleans()) else None,
    )


def bounded(kind: str) -> st.SearchStrategy[Type]:
    return ranges(-50, 50).map(lambda ends: Scalar(kind, *ends))


scalars: st.SearchStrategy[Type] = st.one_of(
    bounded("int"),
    bounded("number"),
    ranges(-5, 5).map(
        lambda ends: Scalar("decimal", *(None if end is None else Decimal(end) / 4 for end in ends))
    ),
    ranges(0, 40).map(lambda ends: Scalar("string", *ends)),
    st.sampled_from(PATTERNS).map(lambda pattern: Scalar("string", None, None, (pattern,))),
    st.sampled_from(["bool", "uuid", "email", "date", "datetime", "ipv4", "ipv6", "uri"]).map(
        Scalar
    ),
    st.sampled_from(["a", "b b", 1, True]).map(Literal),
    st.sets(st.sampled_from(["a", "b", "", "c d"]), min_size=2).map(
        lambda words: Union(tuple(Literal(word) for word in sorted(words)))
    ),
    st.sets(st.integers(-3, 9), min_size=2).map(
        lambda numbers: Union(tuple(Literal(number) for number in sorted(numbers)))
    ),
)


@st.composite
def records(draw: st.DrawFn, inner: st.SearchStrategy[Type]) -> Record:
    properties = tuple(
        Property(
            name,
            draw(inner),
            optional=draw(st.booleans()),
            readonly=draw(st.integers(0, 4)) == 0,
            secret=draw(st.integers(0, 4)) == 0,
        )
        for name in draw(st.lists(st.sampled_from(["a", "b c", "type", "d"]), unique=True))
    )
    return Record(properties, draw(st.booleans()))


@st.composite
def lists(draw: st.DrawFn, inner: st.SearchStrategy[Type]) -> ListOf:
    low, high = draw(ranges(0, 4))
    return ListOf(draw(inner), low, high, draw(st.booleans()))


def larger(inner: st.SearchStrategy[Type]) -> st.SearchStrategy[Type]:
    return st.one_of(
        records(inner),
        lists(inner),
        inner.map(MapOf),
        inner.map(lambda option: Union((option, NULL))),
    )


types = st.recursive(scalars, larger, max_leaves=6)


def applied(base: Any, change: Change) -> Any:
    """What is sent, by the meaning that changes have."""
    if not change.path:
        return change.value
    changed = copy.deepcopy(base)
    holder = changed
    for step, following in zip(change.path, change.path[1:], strict=False):
        if isinstance(holder, dict) and step not in holder:
            holder[step] = [] if isinstance(following, int) else {}
        holder = holder[step]
    last: Any = change.path[-1]
    if change.operation == "drop":
        del holder[last]
    elif isinstance(holder, list) and last == len(holder):
        holder.append(change.value)
    else:
        holder[last] = change.value
    return changed


def validator(type_: Type) -> Any:
    return jsonschema_rs.Draft202012Validator(request_schema(type_), validate_formats=True)


def base_of(type_: Type) -> tuple[Value, Any]:
    """An example of a type, and what it is as JSON; for types that have one that is known."""
    value = EXAMPLES.of(type_)
    if value is None or (known := constant(value)) == ():
        assert currently_in_test_context(), type_
        reject()
    return value, known


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(types)
def test_the_example_of_a_type_is_valid(type_: Type) -> None:
    _, base = base_of(type_)
    assume(not unsatisfiable(type_))
    assert validator(type_).is_valid(plain(base)), base


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(types)
def test_an_invalid_change_is_refused_by_the_type(type_: Type) -> None:
    value, base = base_of(type_)
    check = validator(type_)
    assume(check.is_valid(plain(base)))
    for change in CHANGES.invalid(type_, value):
        sent = plain(applied(base, change))
        assert not check.is_valid(sent), (change, sent)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(types)
def test_a_valid_change_is_accepted_by_the_type(type_: Type) -> None:
    value, base = base_of(type_)
    check = validator(type_)
    assume(check.is_valid(plain(base)))
    for change in CHANGES.valid(type_, value):
        sent = plain(applied(base, change))
        assert check.is_valid(sent), (change, sent)


def unsatisfiable(type_: Type) -> bool:
    """Whether a list must hold more different items than there are."""
    match type_:
        case ListOf(item, low, _, unique):
            return (unique and (low or 0) > 1) or unsatisfiable(item)
        case MapOf(inner):
            return unsatisfiable(inner)
        case Record(properties, _):
            return any(unsatisfiable(item.type) for item in properties)
        case Union(options, _):
            return any(unsatisfiable(option) for option in options)
        case _:
            return False


def labels(type_: Type, *, valid: bool = False, textual: bool = False) -> list[str]:
    finder = Changes(EXAMPLES.body_of, textual=textual, secrets=True, example=EXAMPLES.of)
    find = finder.valid if valid else finder.invalid
    return [change.label for change in find(type_, EXAMPLES.of(type_), Place(("x",), "x"))]


@pytest.mark.parametrize(
    ("type_", "invalid", "valid"),
    [
        (
            Scalar("int", 1, 100),
            [
                "null",
                "wrong_type",
                "number_as_text",
                "fraction",
                "below_minimum",
                "above_maximum",
                "beyond_64_bits",
                "huge",
            ],
            ["minimum", "maximum", "near_minimum", "near_maximum"],
        ),
        (Scalar("bool"), ["null", "wrong_type"], ["true", "false"]),
        (
            Scalar("string", 2, 5),
            ["null", "wrong_type", "empty", "too_short", "too_long", "much_too_long"],
            [
                "minimum_length",
                "maximum_length",
                "near_minimum_length",
                "near_maximum_length",
                "composed",
            ],
        ),
        (Scalar("uuid"), ["null", "wrong_type", "malformed"], []),
        (Union((Scalar("uuid"), NULL)), ["wrong_type", "malformed"], ["null"]),
        (
            Union((Literal("a"), Literal("b"))),
            ["null", "not_in_enum", "other_case"],
            ["value_a", "value_b"],
        ),
        (Scalar("json"), [], []),
    ],
    ids=str,
)
def test_the_changes_of_a_type(type_: Type, invalid: list[str], valid: list[str]) -> None:
    assert labels(type_) == [f"x.{name}" for name in invalid]
    assert labels(type_, valid=True) == [f"x.{name}" for name in valid]


def test_where_all_is_text_a_number_as_text_is_no_mistake() -> None:
    found = labels(Scalar("int", 1, 9), textual=True)
    assert found == [
        "x.wrong_type",
        "x.not_a_number",
        "x.infinite",
        "x.fraction",
        "x.below_minimum",
        "x.above_maximum",
        "x.beyond_64_bits",
    ]


def test_what_the_server_gives_is_not_changed() -> None:
    record = Record((Property("id", Scalar("uuid"), readonly=True),))
    assert labels(record) == ["x.null", "x.wrong_type"]


TAGGED = Union(
    (
        Record((Property("kind", Literal("text")), Property("text", Scalar("string", 0, 5)))),
        Record((Property("kind", Literal("image")), Property("width", Scalar("int", 1, 9)))),
    ),
    "kind",
)


def test_a_tagged_union_is_broken_at_its_tag_and_inside_each_variant() -> None:
    found = labels(TAGGED)
    assert "x.kind.other_variant" in found
    assert "x.text.kind.missing" in found
    assert "x.text.kind.not_allowed" in found
    assert "x.image.width.above_maximum" in found
    assert {"x.as_text", "x.as_image", "x.image.width.maximum"} <= set(labels(TAGGED, valid=True))


MIXED = Union((Scalar("int", 1, 9), Literal("all"), Scalar("bool")))


def test_a_union_of_different_types_refuses_what_none_of_them_allows() -> None:
    check = validator(MIXED)
    value, _ = base_of(MIXED)
    changes = CHANGES.invalid(MIXED, value, Place(("x",), "x"))
    assert {"x.not_allowed", "x.int.above_maximum"} <= {change.label for change in changes}
    for change in changes:
        assert not check.is_valid(plain(change.value)), change


def test_what_holds_itself_is_looked_into_so_often_and_no_further() -> None:
    text = """
service api { url "http://127.0.0.1:9000" }
contract Tree { name: string(1..9), left?: Tree, right?: Tree, all?: [Tree](..2) }
endpoint plant POST /trees {
  as      anyone
  body    Tree
  returns 201
  returns 422 when body invalid
}
"""
    rows = {item.id for item in plan_of(text).obligations}
    assert "plant.rejects.left.name.too_long" in rows
    assert "plant.rejects.all[].name.too_long" in rows
    assert not any("left.left.name" in row for row in rows)
    assert len(rows) < 1_000


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(types, st.data())
def test_what_a_type_admits_is_what_its_schema_does(type_: Type, data: st.DataObject) -> None:
    other = data.draw(types)
    value, base = base_of(other)
    changed = [applied(base, change) for change in CHANGES.valid(other, value)]
    for sent in [base, *changed]:
        if validator(type_).is_valid(plain(sent)):
            assert admits(EXAMPLES.body_of, type_, sent), sent


@pytest.mark.parametrize(
    ("kind", "end", "step", "beside_it"),
    [
        ("date", "2030-12-31", 1, "2031-01-01"),
        ("date", "0001-01-01", -1, None),
        ("datetime", "2030-01-01T00:00:00Z", -1, "2029-12-31T23:59:59Z"),
        ("time", "00:00:00Z", -1, None),
        ("duration", 60, 1, "PT61S"),
        ("duration", 0, -1, None),
    ],
)
def test_what_lies_beside_the_end_of_a_range(
    kind: str, end: object, step: int, beside_it: str | None
) -> None:
    assert beside(kind, end, step) == beside_it


PATTERNED = Scalar("string", None, None, (r"^[A-Z][0-9]{1,4}$",))


def test_a_pattern_is_missed_in_each_way() -> None:
    found = {
        change.label: change.value
        for change in CHANGES.invalid(PATTERNED, EXAMPLES.of(PATTERNED), Place(("x",), "x"))
    }
    assert found["x.pattern_too_long"] == "A11111"
    assert found["x.pattern_newline"] == "A1\n"
    assert found["x.pattern_other_case"] == "a1"
    assert found["x.pattern_other_digits"] == "A\u0661"
    assert labels(PATTERNED, valid=True) == ["x.shortest", "x.longest"]


def test_different_numbers_keep_to_bounds_that_are_no_whole_numbers() -> None:
    high = ListOf(Scalar("decimal", None, Decimal("0.5")), 3, 3, unique=True)
    low = ListOf(Scalar("decimal", Decimal("0.5"), None), 3, 3, unique=True)
    for type_ in (high, low):
        value, base = base_of(type_)
        assert validator(type_).is_valid(plain(base)), value

"""Edits of values, and the places that they name."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.runtime import Append, Change, Drop, File, Fill, Put, Repeat, Resize
from specc.runtime.paths import join, parse

BASE: dict[str, Any] = {"lines": [{"sku": "A1", "quantity": 2}], "a.b": {"ü x": 1}, "note": None}


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (Drop("note"), {"lines": BASE["lines"], "a.b": BASE["a.b"]}),
        (Drop("lines[0].sku"), {**BASE, "lines": [{"quantity": 2}]}),
        (Drop("lines[0]"), {**BASE, "lines": []}),
        (Put("lines[0].quantity", 101), {**BASE, "lines": [{"sku": "A1", "quantity": 101}]}),
        (Put("lines[1]", 7), {**BASE, "lines": [*BASE["lines"], 7]}),
        (Put('["a.b"]["ü x"]', 2), {**BASE, "a.b": {"ü x": 2}}),
        (Put("new", []), {**BASE, "new": []}),
        (Put("", [1]), [1]),
        (Put("", None), None),
    ],
)
def test_a_change_is_made_in_a_copy(change: Drop | Put, changed: object) -> None:
    before = repr(BASE)
    assert change(BASE) == changed
    assert repr(BASE) == before


def test_what_is_put_is_a_copy_too() -> None:
    value = {"a": [1]}
    change = Put("x", value)
    change({})["x"]["a"].append(2)
    assert change({}) == {"x": {"a": [1]}}


@pytest.mark.parametrize(
    "change",
    [
        Drop("gone"),
        Drop("lines[1]"),
        Drop("lines[0].sku.x"),
        Drop(""),
        Put("lines[2]", 1),
        Put("note.x", 1),
        Put("lines.x", 1),
        Put("lines[0][0]", 1),
    ],
)
def test_a_place_that_is_not_there(change: Drop | Put) -> None:
    with pytest.raises(LookupError, match=r"no place|cannot be dropped"):
        change(BASE)


@given(st.lists(st.integers(0, 99) | st.text()))
def test_places_are_read_as_they_are_written(steps: list[int | str]) -> None:
    assert parse(join("", steps)) == tuple(steps)


@pytest.mark.parametrize("text", ["a[", "a[x]", "a]", 'a["b', "a..b", "[-1]"])
def test_what_is_no_place(text: str) -> None:
    with pytest.raises(ValueError, match="is no place"):
        parse(text)


def test_places_read_well() -> None:
    assert join("body", ["lines", 0, "quantity"]) == "body.lines[0].quantity"
    assert join("body", ["a.b", "c-d", "", "ü"]) == 'body["a.b"].c-d[""].ü'


def test_a_text_is_made_longer_and_keeps_its_beginning() -> None:
    assert Append("name", "\u00e9")({"name": "ann-7"}) == {"name": "ann-7\u00e9"}
    assert Fill("name", 8)({"name": "ann-7"}) == {"name": "ann-7aaa"}
    assert Fill("name", 3)({"name": "ann-7"}) == {"name": "ann"}


@pytest.mark.parametrize("change", [Append("name", "x"), Fill("name", 9)])
@pytest.mark.parametrize("base", [{}, {"name": 7}, [], None])
def test_what_is_no_text_cannot_be_made_longer(change: Append | Fill, base: object) -> None:
    with pytest.raises(LookupError, match="name"):
        change(base)


@pytest.mark.parametrize("size", [0, 3, 5, 5_000])
def test_a_file_gets_its_size(size: int) -> None:
    base = {"photo": File("a.png", b"specc", "image/png")}
    made = Resize("photo", size)(base)["photo"]
    assert (len(made.content), made.name, made.media) == (size, "a.png", "image/png")
    assert made.content.startswith(b"specc"[:size])
    assert base["photo"].content == b"specc"
    assert len(Resize("photo", size)({})["photo"].content) == size


def test_a_field_is_said_twice() -> None:
    assert Repeat("a")({"a": 1, "b": "x"}) == b'{"a":1,"a":1,"b":"x"}'
    with pytest.raises(LookupError, match="no place c"):
        Repeat("c")({"a": 1})


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (Put("lines[0].quantity", 0, "below_minimum"), "lines[].quantity.below_minimum"),
        (Drop('["x-total"]', "missing"), "x-total.missing"),
        (Put("matrix[0][1]", None, "null"), "matrix[][].null"),
        (Put("limit", 0, id="query.limit.below_minimum"), "query.limit.below_minimum"),
    ],
)
def test_a_change_is_called_by_its_place_and_kind(change: Change, label: str) -> None:
    assert str(change) == label

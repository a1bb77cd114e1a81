"""What is read again, beside what was sent."""

from __future__ import annotations

from typing import Any

import pytest

from specc.runtime import Broken, as_sent, rest_kept

SENT: dict[str, Any] = {
    "title": "one",
    "day": "2030-01-01T12:00:00+02:00",
    "at": {"street": "Main", "zip": "1"},
    "tags": ["a", "b"],
    "note": None,
    "price": 1.5,
}
FIELDS = list(SENT)


def test_what_the_server_adds_and_writes_otherwise_is_as_sent() -> None:
    again = SENT | {
        "id": 7,
        "day": "2030-01-01T10:00:00.000Z",
        "at": {"street": "Main", "zip": "1", "country": "DE"},
        "price": 1.50,
    }
    del again["note"]
    as_sent(again, SENT, FIELDS)
    as_sent(again, {"data": SENT}, FIELDS, ["data"])


@pytest.mark.parametrize(
    ("name", "value", "path"),
    [
        ("title", "One", "title"),
        ("title", None, "title"),
        ("day", "2030-01-01T12:00:00Z", "day"),
        ("at", {"street": "Main"}, "at.zip"),
        ("tags", ["a"], "tags"),
        ("tags", ["b", "a"], r"tags\[0\]"),
        ("note", "", "note"),
        ("price", True, "price"),
    ],
)
def test_what_has_changed_is_told_by_its_place(name: str, value: object, path: str) -> None:
    with pytest.raises(Broken, match=path):
        as_sent(SENT | {name: value}, SENT, FIELDS)


def test_what_was_not_sent_is_not_looked_at() -> None:
    as_sent({"title": "other"}, {"note": None}, FIELDS)
    as_sent({"title": "other"}, b"no object", FIELDS)
    as_sent({"title": "other"}, {"title": "x"}, FIELDS, ["data"])


def test_the_rest_is_kept() -> None:
    after = SENT | {"title": "two"}
    rest_kept(SENT, after, {"title": "two"}, FIELDS)
    rest_kept(SENT, after, {"data": {"title": "two"}}, FIELDS, ["data"])
    with pytest.raises(Broken, match="title"):
        rest_kept(SENT, after, {"note": None}, FIELDS)


def test_an_action_may_say_in_other_words_what_changes() -> None:
    rest_kept({"price": 1, "title": "one"}, {"price": 3, "title": "one"}, {"by": 2}, FIELDS)
    rest_kept({"title": "one"}, {"title": "two"}, {"to": "two"}, FIELDS)
    with pytest.raises(Broken, match="title"):
        rest_kept({"title": "one"}, {"title": "three"}, {"to": "two"}, FIELDS)
    with pytest.raises(Broken, match="price"):
        rest_kept({"price": 1}, {"price": 3}, {"title": "two"}, FIELDS)

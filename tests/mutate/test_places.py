"""The fields of a type, and a type with one of them changed."""

from __future__ import annotations

from specc.mock.validity import Types
from specc.mutate.places import edited, label_of, spots, with_property
from specc.semantics.types import ANY, NULL, ListOf, Property, Record, Scalar, Union

TYPES = Types({})
LINE = Record(
    (Property("sku", Scalar("string")), Property("note", Scalar("string"), optional=True))
)
ORDER = Record(
    (
        Property("id", Scalar("uuid"), readonly=True),
        Property("lines", ListOf(LINE, 1, 50)),
        Property("pin", Scalar("string"), secret=True),
        Property("tags", Union((ListOf(Scalar("string")), NULL))),
    )
)


def labels(*, answered: bool) -> list[str]:
    return [spot.label for spot in spots(TYPES, ORDER, answered=answered)]


def test_what_is_answered_and_what_is_sent() -> None:
    assert labels(answered=True) == ["id", "lines", "lines[].sku", "lines[].note", "tags", "tags[]"]
    assert labels(answered=False) == [
        "lines",
        "lines[].sku",
        "lines[].note",
        "pin",
        "tags",
        "tags[]",
    ]


def test_one_place_is_changed_and_nothing_else() -> None:
    changed = edited(TYPES, ORDER, ("lines", "[]", "sku"), lambda _: ANY)
    assert TYPES.fits({"lines": [{"sku": 1}], "pin": "a", "tags": None}, changed)
    assert not TYPES.fits({"lines": [{"sku": 1}], "pin": "a", "tags": None}, ORDER)
    assert not TYPES.fits({"lines": [{"sku": "a"}], "pin": 1, "tags": None}, changed)


def test_a_field_is_changed_as_a_whole() -> None:
    def optional(item: Property) -> Property:
        return Property(item.name, item.type, optional=True)

    changed = with_property(TYPES, ORDER, ("lines", "[]", "sku"), optional)
    assert TYPES.fits({"lines": [{}], "pin": "a", "tags": []}, changed)
    assert not TYPES.fits({"lines": [], "pin": "a", "tags": []}, changed)


def test_labels_are_those_of_obligations() -> None:
    assert label_of(("lines", "[]", "sku")) == "lines[].sku"
    assert label_of(("[]", "op")) == "[].op"

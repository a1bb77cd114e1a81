"""Orders and counts of lists, judged by what the pages say."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from specc.runtime import Broken, counts, in_order
from specc.runtime.lists import Listed

MADE = ["a", "b", "c"]


def listed(*values: object) -> Listed:
    items = tuple({"id": key, "at": value} for key, value in zip("abcd", values, strict=False))
    return Listed(items, (), (len(items),))


@pytest.mark.parametrize(
    "values",
    [
        (1, 2, 3),
        (Decimal("0.5"), 1, 1),
        ("a", "B", "c"),
        ("B", "a", "c"),
        ("2030-01-01T12:00:00+05:30", "2030-01-01T07:00:00Z", "2030-01-01T08:00:00Z"),
        (1, None, 2),
        (1, "x", 2),
        (1, 2, 3, 0),
    ],
)
def test_what_rises(values: tuple[object, ...]) -> None:
    in_order(listed(*values), ["id"], MADE, "at", False)


@pytest.mark.parametrize("values", [(1, 3, 2), ("c", "b", "a"), (10, 9, 8)])
def test_what_does_not_rise(values: tuple[object, ...]) -> None:
    with pytest.raises(Broken, match="`at` is not what rises"):
        in_order(listed(*values), ["id"], MADE, "at", False)


def test_the_largest_first() -> None:
    in_order(listed(3, 2, 1), ["id"], MADE, "at", True)
    with pytest.raises(Broken, match="falls"):
        in_order(listed(1, 2, 3), ["id"], MADE, "at", True)


@attrs.frozen
class Page:
    json: object
    total: str

    def header(self, name: str) -> str | None:
        return self.total if name == "X-Total" else None


@pytest.mark.parametrize("source", [("body", "page", "total"), ("header", "X-Total")])
def test_a_count(source: tuple[str, ...]) -> None:
    def pages(total: int) -> Listed:
        page = Page({"page": {"total": total}}, str(total))
        return Listed(({}, {}, {}), (page, page), (2, 1))  # type: ignore[arg-type]

    counts(pages(3), source)
    with pytest.raises(Broken) as wrong:
        counts(pages(2), source)
    assert "says that there are 2 items, and there are 3" in repr(wrong.value.findings)

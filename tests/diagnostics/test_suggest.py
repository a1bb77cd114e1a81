import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.suggest import did_you_mean

FIELDS = ["id", "status", "total", "placed_at", "lines", "note"]


@pytest.mark.parametrize(
    ("name", "candidates", "meant"),
    [
        ("totl", FIELDS, "total"),
        ("Total", FIELDS, "total"),
        ("statsu", FIELDS, "status"),
        ("placedAt", FIELDS, "placed_at"),
        ("placed-at", FIELDS, "placed_at"),
        ("line", FIELDS, "lines"),
        ("ID", FIELDS, "id"),
        ("di", FIELDS, "id"),
        ("order_get", ["create_order", "get_order"], "get_order"),
        ("creat_ordre", ["create_order", "create_user"], "create_order"),
        ("paiddat", ["paid_at"], "paid_at"),
        ("login", ["auth.login", "auth.logout"], "auth.login"),
        ("create", ["create_order", "get_order"], "create_order"),
        ("Ordr", ["order", "Order"], "Order"),
        ("ordr", ["order", "Order"], "order"),
        ("fomr", ["form", "foam"], "form"),
        ("cat", ["bat", "car"], "car"),
    ],
)
def test_near_names_are_suggested(name: str, candidates: list[str], meant: str) -> None:
    assert did_you_mean(name, candidates) == meant
    assert did_you_mean(name, reversed(candidates)) == meant


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("total", ["quantity", "customer", "rate"]),
        ("x", ["y"]),
        ("ab", ["cd"]),
        ("total", ["total"]),
        ("total", []),
        ("", ["a", ""]),
        ("order", ["create_order", "get_order"]),
        ("id", ["order_id"]),
        ("create_user", ["create_order", "create_page"]),
        ("page_1", ["page_2"]),
        ("a" * 1_000_000, ["a" * 999_999]),
    ],
)
def test_far_names_and_guesses_are_not(name: str, candidates: list[str]) -> None:
    assert did_you_mean(name, candidates) is None


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=8))
def test_any_text_is_taken_and_the_order_does_not_matter(name: str, candidates: list[str]) -> None:
    meant = did_you_mean(name, candidates)
    assert meant is None or (meant in candidates and meant != name)
    assert did_you_mean(name, reversed(candidates)) == meant


def test_among_ten_thousand_candidates() -> None:
    choose = random.Random(1).choice
    candidates = [
        f"{choose(['get', 'list', 'create'])}_{''.join(choose('aeioulrstn') for _ in range(8))}"
        for _ in range(10_000)
    ]
    candidates.insert(5_000, "create_santariz")
    assert did_you_mean("create_santaris", candidates) == "create_santariz"

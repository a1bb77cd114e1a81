"""One mistake is one diagnostic, wherever else it shows."""

import pytest

from specc.diagnostics.model import Diagnostic
from tests.semantics.shop import CREATE, SHOP, check, codes, in_shop, in_test


def semantic(found: tuple[Diagnostic, ...]) -> list[str]:
    """The codes that are not the parser's."""
    return [item.code.id for item in found if not item.code.id.startswith("BTS0")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("returns 201 Order\n", "returns 2o1 Order\n"),
        ("lines:              [Line](1..3)", "lines:              [Line](1..3"),
        ("-> session", "=> session"),
        ("contract Order {", "contrct Order {"),
        ("contract Order {", "contract {"),
        ("contract Order {\n", ""),
        ("endpoint create_order POST", "endpoint create_order PSOT"),
        ("  creates Order", "  creates"),
        ("role customer", "role"),
        ("actor alice is customer", "actor alice customer"),
        ("flow buy {", "flow buy"),
        ("  city:  string", "  city  string"),
    ],
)
def test_syntax_errors_bring_no_others_with_them(old: str, new: str) -> None:
    assert old in SHOP
    found = check(SHOP.replace(old, new, 1))
    assert found
    assert semantic(found) == []


def test_an_import_that_does_not_parse_takes_no_names_along() -> None:
    user = "contract User {\n  name: string\n}\n"
    text = 'import "user.bts as\ncontract X {\n  user: User\n}\n'
    assert semantic(check(text, user=user)) == []


def test_a_name_that_is_nowhere_is_reported_once() -> None:
    assert codes("contract A {\n  x: Nowhere\n  y: [Nowhere]\n  z: Nowhere.id\n}\n") == ["BTS112"]


def test_each_misspelling_is_reported() -> None:
    text = "contract Thing {\n  a: int\n}\ncontract B {\n  x: Thin\n  y: Thingg\n}\n"
    assert codes(text) == ["BTS112", "BTS112"]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("get_order(idd: uuid())", ["BTS401"]),
        ('create_order with { line: [{ sku: "A", quantity: 2 }] }', ["BTS203"]),
        ("nowhere_at_all -> x\nexpect x.y == 1 and status(x) == 2", ["BTS114"]),
        (CREATE + "expect order.totl + 1 == order.totl.deep", ["BTS203", "BTS203"]),
        (CREATE + "expect len(order.totl) == 1", ["BTS203"]),
        ("expect gone.a == 1\nexpect gone.b == 2", ["BTS405"]),
        ("cases a, b: (1, 2, 3), (4, 5, 6)\nlist_orders(limit: a) expects c", ["BTS419"]),
    ],
)
def test_what_follows_from_a_mistake_is_none(steps: str, expected: list[str]) -> None:
    assert in_test(steps) == expected


def test_five_mistakes_are_five_diagnostics() -> None:
    text = (
        "contract Basket {\n  lines: [Lien]\n  size: int(9..1)\n}\n"
        'test "t" as alise {\n'
        f"  {CREATE}"
        "  expect order.totl == 1\n"
        "  get_order(id: order.id) expects 409\n}\n"
    )
    assert in_shop(text) == ["BTS112", "BTS202", "BTS113", "BTS203", "BTS410"]

"""After a mistake: the rest of the file is read, and one mistake stays one."""

import pytest

from specc.syntax.machine import MAX_DEPTH
from tests.syntax.reading import SPECS, codes, read, shown

SHOP = (SPECS / "shop.bts").read_text(encoding="utf-8")

FIVE_MISTAKES = """
roel customer
role admin

contract Order {
  id uuid
  total: decimal
}

endpoint get_order GETT /orders/{id: Order.id} {
  as owner of Order
  returns 200 Order
}

endpoint list_orders GET /orders {
  as admin
  returns 200: Order
  lists Order
}

test "orders" as alice {
  list_orders => page
  get_order(id: page.id)
}
"""


def test_five_mistakes_are_five_diagnostics() -> None:
    assert codes(FIVE_MISTAKES) == ["BTS008", "BTS011", "BTS001", "BTS028", "BTS030"]


def test_what_is_in_order_is_read() -> None:
    made = read(FIVE_MISTAKES).module
    role, contract, endpoint, test = made.declarations
    assert role.name.text == "admin"
    assert [field.name.text for field in contract.fields] == ["total"]
    assert len(endpoint.clauses) == 2
    assert len(test.steps) == 1


def test_names_that_were_lost_are_known() -> None:
    names = read(FIVE_MISTAKES).module.broken_names
    assert {"customer", "Order", "get_order", "list_orders", "page"} <= names
    assert "admin" not in names


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("endpoint get-order GET /x {}", "get_order"),
        ('"""D."""\ncontract A {{\n}\n', "A"),
        ("actor bob is a b {}", "bob"),
        ("contract A {\n  x: int\n", "A"),
        ("contract A {\n x y\n}", "A"),
        ("flow f { a ] -> b }", "b"),
        ("flow f { g( -> b\n c }", "b"),
    ],
)
def test_a_lost_name(text: str, lost: str) -> None:
    assert lost in read(text).module.broken_names


def test_nothing_is_broken_in_a_clean_file() -> None:
    assert read(SHOP).module.broken_names == frozenset()


@pytest.mark.parametrize(
    "broken",
    [
        "endpoint x GET /x",  # no block
        "endpoint x GET /x\n  as a\n  returns 200",  # no braces
        "endpoint x GET /x\n  as a\n}",  # no opening brace
        "endpoint x GET /x {\n  as a\n",  # no closing brace
        "endpoint GET /x {\n  as a\n  returns 200 {\n    a: int\n  }\n}",  # no name
        "flow f {\n  a(b: 1\n}",
        "flow f {\n  a with { b: [1, 2 }\n}",
        "flow f {\n  a(b: 1\n  c\n}",
        "flow f {\n  eventually within 10 {\n    a\n  }\n  b\n}",
        "flow f {\n  a with {\n    b: 1,\n    c 2,\n    d: 3\n  }\n  e\n}",
        "flow f {\n  a\n}}",
        "flow f {\n  expect a && (b || c)\n}",
        'test "x {\n  a\n}',
        "contract A {\na: int\nb int\nc: int\n}",  # no margins
        "load l { mix { 1 a 2 b } }",
        '"""open\nrole x',
        '  """"x\n',
        "database d {\n  table t {\n  }\n}",
        "service s {\n  url 'x' }\n",
        "flow f {\n  if x {\n    a\n  } else {\n    b\n  }\n}"[:27] + "\n}",
    ],
)
def test_the_next_declaration_is_read(broken: str) -> None:
    parsed = read(f"{broken}\n\nrole last\n")
    assert len(parsed.diagnostics) == 1, [found.message for found in parsed.diagnostics]
    assert parsed.module.declarations[-1].name.text == "last"


@pytest.mark.parametrize(
    "step",
    [
        "expect a ===  b",
        "expect a ==",
        "expect (a",
        "expect a)",
        "a b c",
        "a(b c)",
        "a -> ",
        "a with { b: }",
        "GET debug",
        "pause 5",
        "expect 'x' == {",
        'expect "x',
        "expect /x",
        "expect a { b",
        "@",
        "finally { a b }",
        "eventually { a } b",
        "expect x ? y : z",
        "a => b;",
    ],
)
def test_the_next_step_is_read(step: str) -> None:
    parsed = read(f'test "x" {{\n  one\n  {step}\n  two -> b\n  three\n}}\nrole last')
    assert len(parsed.diagnostics) == 1, [found.message for found in parsed.diagnostics]
    test, last = parsed.module.declarations
    assert [one.target.text for one in test.steps if hasattr(one, "target")][-2:] == [
        "two",
        "three",
    ]
    assert last.name.text == "last"


def test_a_missing_brace_is_shown_where_it_was_opened() -> None:
    text = "endpoint x GET /x {\n  as a\n\nendpoint y GET /y {\n  as a\n}\n"
    (found,) = read(text).diagnostics
    assert found.primary.span.start == text.index("{")
    assert shown(text, found.secondary[0].span) == "endpoint"
    (at_end,) = read("flow f {\n  a with {\n    b: 1\n").diagnostics
    assert shown("flow f {\n  a with {\n    b: 1\n", at_end.primary.span) == "{"


def test_every_line_can_be_the_broken_one() -> None:
    """Garbage in place of any one line of a whole spec never hides what stands further down."""
    lines = SHOP.splitlines()
    for number, line in enumerate(lines):
        if not line.strip() or line.strip() in ("}", "})") or line.endswith("{"):
            continue
        margin = line[: len(line) - len(line.lstrip())]
        text = "\n".join([*lines[:number], f"{margin}= ! =", *lines[number + 1 :]])
        parsed = read(text)
        assert len(parsed.diagnostics) == 1, (line, parsed.diagnostics)
        assert len(parsed.module.declarations) >= 26 - (not margin), line


def test_not_more_is_listed_than_anyone_reads() -> None:
    parsed = read("flow f {\n" + "  a b\n" * 1000 + "  c\n}\nrole last")
    assert len(parsed.diagnostics) == 200
    assert "200" in (parsed.diagnostics[-1].help or "")
    assert len(parsed.module.declarations) == 2


def test_brackets_may_be_nested_but_not_without_end() -> None:
    assert codes(f"flow f {{ expect {'[' * (MAX_DEPTH - 1)}{']' * (MAX_DEPTH - 1)} }}") == []
    assert codes(f"flow f {{ expect {'[' * MAX_DEPTH}{']' * MAX_DEPTH} }}") == ["BTS015"]

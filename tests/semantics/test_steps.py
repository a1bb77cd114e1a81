"""Calls: what they give, what they capture, what they expect."""

import pytest

from specc.frontend import check_text
from tests.semantics.shop import CREATE, SHOP, check, in_shop, in_test


def test_the_shop_itself_is_clean() -> None:
    assert in_test(CREATE + "buy -> done\nget_order(id: done.order.id)") == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("get_ordr(id: uuid())", ["BTS114"]),
        ("customer", ["BTS115"]),
        ("get_order(idd: uuid(), id: uuid())", ["BTS401"]),
        ("get_order", ["BTS402"]),
        ("get_order expects 404", ["BTS402"]),
        ('get_order(id: "x")', ["BTS407"]),
        ('get_order(id: "x") expects 404', []),
        ('get_order(id: uuid(), full: "yes")', ["BTS406"]),
        ("get_order(id: uuid(), full: true, full: true)", ["BTS423"]),
        ("list_orders(limit: 101)", ["BTS407"]),
        ('list_orders(status: "payed")', ["BTS407"]),
        ('list_orders(status: "paid")', []),
        ("list_orders with { a: 1 }", ["BTS403"]),
        ("create_order", ["BTS404"]),
        ("create_order expects 422", []),
        ("create_order with { lines: [] }", ["BTS407"]),
        ("create_order with { lines: [] } expects 422", []),
        ("create_order with { lins: [], x: nobody } expects 422", ["BTS405"]),
        ('create_order with { lines: [{ sku: "a", quantity: 1 }] }', ["BTS407"]),
        ('create_order with { lines: [{ sku: "A" }] }', ["BTS408"]),
        ('create_order with { lines: [{ sku: "A", quantity: 1, x: 1 }] }', ["BTS203"]),
        ('create_order with { lines: "A" }', ["BTS406"]),
        ('create_order with { id: uuid(), lines: [{ sku: "A", quantity: 1 }] }', ["BTS409"]),
        ('create_order with { note: null, lines: [{ sku: "A", quantity: 1 }] }', []),
        ('create_order with { note: 5, lines: [{ sku: "A", quantity: 1 }] }', ["BTS406"]),
        ("buy(x: 1)", ["BTS401"]),
        ("buy with { x: 1 }", ["BTS403"]),
        ("buy expects 200", ["BTS410"]),
        ("get_order(id: uuid()) expects 200, 404", []),
        ("get_order(id: uuid()) expects 4xx", []),
        ("get_order(id: uuid()) expects 5xx", ["BTS410"]),
        ("get_order(id: uuid()) as bobb", ["BTS113"]),
        ("get_order(id: uuid()) as anonymous expects 404", []),
        ('get_order(id: uuid()) as basic "ann", "wrong" expects 404', []),
        ("pause 5%", ["BTS425"]),
        ("eventually within 5% { list_orders }", ["BTS425"]),
        ('call "nowhere"', ["BTS426"]),
        ('call "checks.orders:audit" -> found\nexpect found.fine', []),
        ("GET /debug -> answer\nexpect answer.anything == 1\nexpect status(answer) == 404", []),
    ],
)
def test_calls(steps: str, expected: list[str]) -> None:
    assert in_test(steps) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (CREATE + "expect order.totl == 1", ["BTS203"]),
        (CREATE + "expect order.lines[0].skuu == 1", ["BTS203"]),
        (CREATE + 'expect order.lines[*].sku == ["A"]', []),
        (CREATE + "expect order.lines[*].skuu == []", ["BTS203"]),
        ("buy -> done\nexpect done.ordr.id == uuid()", ["BTS203"]),
        ("cancel_order(id: uuid()) -> gone\nexpect gone.id == 1", ["BTS203"]),
        ("cancel_order(id: uuid()) -> gone\nexpect status(gone) == 204", []),
        ("get_order(id: uuid()) expects 404 -> gone\nexpect gone.detail == 1", []),
        ("get_order(id: uuid()) expects 200, 404 -> it\nexpect it.nope == 1", []),
        (CREATE + CREATE, ["BTS411"]),
        ("get_order(id: order.id)\n" + CREATE, ["BTS412"]),
        ("get_order(id: ordr.id)", ["BTS405"]),
        ("eventually {\n" + CREATE + "}\nget_order(id: order.id)", []),
        ("finally {\ncancel_order(id: order.id)\n}\n" + CREATE, ["BTS412"]),
    ],
)
def test_captures(steps: str, expected: list[str]) -> None:
    assert in_test(steps) == expected


def test_an_unknown_field_is_told_as_in_the_tour() -> None:
    text = SHOP + f'test "it" as alice {{\n{CREATE}expect order.totl == 19.98\n}}\n'
    (found,) = check(text)
    assert found.message == "the 201 response of `create_order` has no field `totl`"
    assert found.primary.message == "did you mean `total`?"
    assert text[slice(*found.primary.span)] == "totl"
    (fields,) = found.secondary
    assert text[slice(*fields.span)] == "contract Order"
    assert fields.message.startswith("its fields are declared here: id, status, total, placed_at")


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ("cases n, code: (0, 422), (1, 201)", []),
        ("cases n, code: (0, 422), (1)", ["BTS419"]),
        ("cases n, n, code: (0, 1, 422)", ["BTS411"]),
        ("cases n, code, why: (0, 422, 1)", ["BTS903"]),
        ("cases n, code: (x, 422)", ["BTS405"]),
        ('cases from "rows.csv"', ["BTS420"]),
    ],
)
def test_cases(cases: str, expected: list[str]) -> None:
    call = 'create_order with { lines: [{ sku: "A", quantity: n }] } expects code'
    assert in_test(f"{cases}\n{call}") == expected


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("list_orders(limit: n)", ["BTS406", "BTS407"]),
        ("list_orders(limit: n)\nlist_orders(limit: n)", ["BTS406", "BTS407"]),
        ('create_order with { lines: [{ sku: "A", quantity: n }] } expects 422', []),
        ('create_order with { lines: [{ sku: "A", quantity: n }] }', ["BTS406", "BTS407"]),
    ],
)
def test_a_column_is_held_against_what_it_is_used_for(call: str, expected: list[str]) -> None:
    assert sorted(in_test(f'cases n: (1), ("a"), (101)\n{call}')) == expected


def test_a_table_names_its_columns() -> None:
    test = 'test "t" as alice {\ncases from "rows.csv"\nlist_orders(limit: n) expects cod\n}'
    files = {"a/main.bts": SHOP + test, "a/rows.csv": "n,code\n1,200\n"}
    assert [found.code.id for found in check_text(files, "a/main.bts")] == ["BTS405"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("n,code\n1,200\n\n2,200\n", []),
        ('n,code\n1,"200\n"\n', []),
        ("\ufeffn,code\r\n1,200\r\n", []),
        ("n,code\n1\n2,200,3\n", ["BTS419"]),
        ("n,code,n\n1,200,2\n", ["BTS411"]),
        ('n,code\n1,"200\n', ["BTS420"]),
        (f"n,code\n1,{'x' * 200_000}\n", ["BTS420"]),
        ("", ["BTS420"]),
        ("\n\n", ["BTS420"]),
    ],
)
def test_a_table_is_read_whole(table: str, expected: list[str]) -> None:
    test = 'test "t" as alice {\ncases from "rows.csv"\nlist_orders(limit: n) expects code\n}'
    files = {"a/main.bts": SHOP + test, "a/rows.csv": table}
    assert [found.code.id for found in check_text(files, "a/main.bts")] == expected


def test_an_uneven_row_is_shown_where_it_stands() -> None:
    test = 'test "t" as alice {\ncases from "rows.csv"\nlist_orders(limit: n) expects code\n}'
    files = {"a/main.bts": SHOP + test, "a/rows.csv": "n,code\n1,200\n2\n"}
    [found] = check_text(files, "a/main.bts")
    assert found.message == "line 3 of `a/rows.csv` has 1 value, and its head names 2: n, code"
    [label] = found.secondary
    assert label.source.place(label.span) == "a/rows.csv:3"


def test_flows_may_not_go_round() -> None:
    flows = "flow a {\nb\n}\nflow b {\na\n}\n"
    assert in_shop(flows + 'test "t" as alice {\na\n}\n') == ["BTS703"]


def test_flows_are_known_in_any_order() -> None:
    flows = "flow outer {\ninner -> i\nget_order(id: i.order.id)\n}\n"
    inner = f"flow inner {{\n{CREATE}}}\n"
    assert in_shop(flows + inner + 'test "t" as alice {\nouter\n}\n') == []

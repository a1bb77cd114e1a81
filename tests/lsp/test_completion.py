"""Completion that knows what stands before the cursor, in files that are whole and half-written."""

from __future__ import annotations

import pytest
from lsprotocol import types

from .editor import CURSOR, Editor, applied
from .specs import PROBLEM, SHOP

pytestmark = pytest.mark.asyncio(loop_scope="module")

CASES = {
    "fields of a captured answer": (
        "  expect order.‸",
        "id status total lines note",
        "quantity sku",
    ),
    "fields of what a field holds": ("  expect order.lines[0].‸", "sku quantity", "total"),
    "fields of each item": ("  expect order.lines[*].‸", "sku quantity", "total"),
    "fields behind a part of a name": ("  expect order.to‸", "total", "expect"),
    "what a flow captured": ("  buy -> all\n  expect all.‸", "order seen", "total"),
    "fields of that": ("  buy -> all\n  expect all.seen.‸", "status total", "seen"),
    "fields within a text": ('  expect "x{order.‸', "id total", "expect"),
    "fields of a request": ("  expect request(order).‸", "lines note", "expect"),
    "names in an expression": ("  expect ‸", "order len status not", "total get_order"),
    "calls where a step starts": ("  get‸", "create_order get_order buy expect GET", "order Order"),
    "parameters": ("  get_order(‸", "id verbose", "order"),
    "the parameters that are left": ("  get_order(id: order.id, ‸", "verbose", "id"),
    "values of a parameter": ("  get_order(id: order.id, verbose: ‸", "true false order", "id"),
    "clauses of a step": ("  get_order(id: order.id) ‸", "as expects with", "get_order expect"),
    "who calls": ("  get_order(id: order.id) as ‸", "alice bob customer anonymous", "Order order"),
    "statuses": ("  get_order(id: order.id) expects ‸", "200 401 404", "201 422 alice"),
    "one more status": ("  get_order(id: order.id) expects 404, ‸", "200 401", "201 422"),
    "fields of a body": ("  create_order with { ‸", "lines note", "id status sku"),
    "the fields that are left": ("  create_order with { lines: [], ‸", "note", "lines id"),
    "fields within a body": ("  create_order with { lines: [{ ‸", "sku quantity", "lines"),
    "a body behind other clauses": ("  create_order as bob with { ‸", "lines note", "id"),
    "fields of a subset": ("  expect order contains { ‸", "id status total", "sku"),
    "values to compare with": ("  expect order.status == ‸", '"pending" "paid" "shipped"', "id"),
    "types behind is": ("  expect order is ‸", "Order Line string", "alice order"),
    "in a block within": (
        "  eventually within 1s {\n    get_order(id: order.id) -> inner\n    expect inner.‸",
        "total",
        "sku",
    ),
    "behind a broken line": ("  expect order.total ==\n  expect order.‸", "total", "sku"),
    "behind a line without sense": (
        "  ??? {{ (\n  get_order(id: order.id) expects ‸",
        "404",
        "422",
    ),
}

CLAUSES = {
    "clauses": ("  ‸", "as body query returns creates within", "expect Order"),
    "who may call": ("  as ‸", "customer admin alice owner anyone", "Order"),
    "what is owned": ("  as owner of ‸", "Order Line", "customer"),
    "the body's type": ("  body ‸", "Order Line string form", "alice"),
    "the answer's type": ("  returns 200 ‸", "Order Problem string text", "alice"),
    "a list's items": ("  returns 200 [‸", "Order int", "alice"),
    "fields of a type": ("  query a: Order.‸", "status id", "Order sku"),
    "statuses to declare": ("  returns 200 Order\n  returns ‸", "201 404", "200 Order"),
    "words behind a type": ("  returns 200 Order ‸", "when only without partial header", "Order"),
    "conditions": ("  returns 404 when ‸", "anonymous forbidden repeated", "unknown Order"),
    "conditions on parameters": ("  returns 404 when ‸", '"id unknown" "body invalid"', "creates"),
    "what is wrong with it": ("  returns 404 when id ‸", "unknown invalid", "anonymous"),
    "things": ("  creates ‸", "Order Line", "string customer"),
    "paging": ("  query limit?: int\n  pages by ‸", "limit link", "id"),
    "chosen fields": ("  returns 200 Order only ‸", "id status", "sku"),
}

OUTSIDE = {
    "declarations": ("‸", "service role actor contract endpoint flow test load", "expect"),
    "half a word": ("contr‸", "contract", "expect"),
    "modifiers": ("contract X {\n  ‸", "readonly secret", "expect"),
    "roles": ("actor zoe is ‸", "customer admin", "alice"),
    "who tests": ('test "x" as ‸', "alice customer anonymous", "Order"),
    "who loads": ("load x as ‸", "alice customer", "Order"),
    "the mix": ("load x {\n  mix { 1 ‸", "buy get_order", "Order"),
    "metrics": ("load x {\n  require { ‸", "p95 errors throughput memory", "buy"),
    "a threshold": ("load x {\n  require { p95 < ‸", "len", "buy"),
    "rules": ("security s {\n  ‸", "ownership injection everything rate", "buy"),
    "rule kinds": ("security s {\n  injection ‸", "sql command", "buy"),
    "where rules hold": ("security s {\n  ownership on ‸", "get_order all", "buy"),
    "limited endpoints": ("security s {\n  rate limit ‸", "get_order", "buy"),
    "whom a limit is for": (
        "security s {\n  rate limit get_order 1/s per ‸",
        "account client",
        "buy",
    ),
    "credentials": ("actor zoe is customer {\n  ‸", "bearer header create_order", "returns"),
    "a credential's value": (
        "actor zoe is customer {\n  create_order -> s\n  bearer s.‸",
        "id",
        "sku",
    ),
}


def texts() -> list[tuple[str, str, str, str]]:
    start = '\ntest "half" as alice {\n  create_order with { lines: [] } -> order\n'
    endpoint = "\nendpoint half GET /half/{id: string} {\n"
    found = []
    for head, cases in ((start, CASES), (endpoint, CLAUSES), ("\n", OUTSIDE)):
        for name, (text, wanted, unwanted) in cases.items():
            found.append((name, SHOP + head + text, wanted, unwanted))
    return found


def words(text: str) -> list[str]:
    """Words; those with a blank in them are in quotes, and values in quotes keep them."""
    if '" "' in text and not text.startswith('"pending'):
        return list(text.strip(chr(34)).split(chr(34) + " " + chr(34)))
    return text.split()


async def offered(editor: Editor, text: str, rest: str = "") -> dict[str, types.CompletionItem]:
    editor.write("problem.bts", PROBLEM)
    place = await editor.open_at_cursor("shop.bts", text + rest)
    answer = await editor.client.text_document_completion_async(
        types.CompletionParams(editor.document("shop.bts"), place)
    )
    assert isinstance(answer, types.CompletionList)
    return {item.label: item for item in answer.items}


@pytest.mark.parametrize("rest", ["", "\n}\n\nrole last\n"], ids=["cut off", "goes on"])
@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [case[1:] for case in texts()],
    ids=[case[0] for case in texts()],
)
async def test_offers(editor: Editor, text: str, wanted: str, unwanted: str, rest: str) -> None:
    found = await offered(editor, text, rest)
    assert set(words(wanted)) <= set(found)
    assert not set(words(unwanted)) & set(found)


@pytest.mark.parametrize("text", ["# a comment order.‸", 'role a\ntest "a text ‸"'])
async def test_offers_nothing_in_texts_and_comments(editor: Editor, text: str) -> None:
    assert await offered(editor, text) == {}


async def test_names_of_a_module_under_an_alias(editor: Editor) -> None:
    text = 'import "problem.bts" as common\ncontract A { x: common.‸ }\n'
    assert set(await offered(editor, text)) == {"Problem"}
    text = 'import "problem.bts" as common\ncontract A { x: common.Problem.‸ }\n'
    assert set(await offered(Editor(editor.client, editor.folder / "b"), text)) == {
        "title",
        "status",
    }


async def test_a_call_brings_what_it_needs(editor: Editor) -> None:
    head = SHOP + '\ntest "x" as alice {\n  '
    item = (await offered(editor, f"{head}cre‸\n}}\n"))["create_order"]
    assert item.insert_text_format is types.InsertTextFormat.Snippet
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text == "create_order with { lines: $1 \\}$0"
    assert item.detail == "POST /orders"
    assert isinstance(item.documentation, types.MarkupContent)
    assert item.documentation.value == "Places an order."


async def test_what_is_chosen_takes_the_place_of_the_word(editor: Editor) -> None:
    text = SHOP.replace("expect order.total", "expect order.to‸")
    item = (await offered(editor, text))["total"]
    assert isinstance(item.text_edit, types.TextEdit)
    assert applied(text.replace(CURSOR, ""), [item.text_edit]) == SHOP
    assert item.detail == ": decimal(0..)"


async def test_each_place_of_a_spec_is_answered(editor: Editor) -> None:
    """Nowhere does the server fail, however little of the file is there."""
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", SHOP)
    for line, content in enumerate(SHOP.split("\n")):
        for column in range(0, len(content) + 1, 3):
            answer = await editor.client.text_document_completion_async(
                types.CompletionParams(editor.document("shop.bts"), types.Position(line, column))
            )
            assert isinstance(answer, types.CompletionList)

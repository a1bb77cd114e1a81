"""Names: what they mean, where they are declared, where else they stand, and other names for them."""

from __future__ import annotations

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from .editor import Editor, applied, slice_of
from .specs import PROBLEM, SHOP

pytestmark = pytest.mark.asyncio(loop_scope="module")

BROKEN = SHOP.replace("  expect order.total == 19.98", "  expect order.total ==")


@pytest_asyncio.fixture(loop_scope="module", params=[SHOP, BROKEN], ids=["whole", "broken"])
async def shop(editor: Editor, request: pytest.FixtureRequest) -> Editor:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", request.param)
    return editor


async def hover(editor: Editor, mark: str, shift: int = 0) -> str:
    place = editor.at("shop.bts", mark, shift)
    found = await editor.client.text_document_hover_async(
        types.HoverParams(place.text_document, place.position)
    )
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


async def definition(editor: Editor, name: str, mark: str, shift: int = 0) -> tuple[str, str, int]:
    place = editor.at(name, mark, shift)
    found = await editor.client.text_document_definition_async(
        types.DefinitionParams(place.text_document, place.position)
    )
    assert isinstance(found, types.Location)
    file = found.uri.rpartition("/")[2]
    text = editor.texts.get(file) or (editor.folder / file).read_text()
    return file, slice_of(text, found.range), found.range.start.line


def line_of(text: str, mark: str) -> int:
    return text[: text.index(mark)].count("\n")


@pytest.mark.parametrize(
    ("mark", "shift", "wanted"),
    [
        ("create_order with", 3, ["endpoint create_order POST /orders {", "Places an order."]),
        ("Order.id", 1, ["contract Order {", "What a customer buys.", "*contract*"]),
        ("Order.id", 7, ["readonly id:     uuid", "*field*"]),
        ("again.lines[0].quantity", 16, ["quantity: int(1..100)"]),
        ("(id: order.id) as bob", 1, ["id: Order.id", "*parameter*"]),
        ("-> again", 4, ["again: Order", "the 200 response of `get_order`", "contract Order"]),
        ("done.seen.status", 1, ["done: { order, seen }", "the flow `buy`"]),
        ("done.seen.status", 6, ["seen: Order"]),
        ("as bob", 4, ["actor bob is customer"]),
        ("Problem when", 2, ["contract Problem open {"]),
    ],
)
async def test_hover(shop: Editor, mark: str, shift: int, wanted: list[str]) -> None:
    said = await hover(shop, mark, shift)
    assert all(each in said for each in wanted), said


async def test_hover_on_functions_and_on_nothing(editor: Editor) -> None:
    await editor.open(
        "shop.bts", 'test "x" as anyone {\n  GET /a -> a\n  expect header(a, "N") == ""\n}\n'
    )
    assert 'header(response, "Name")' in await hover(editor, "header(")
    place = editor.at("shop.bts", "expect", 2)
    assert (
        await editor.client.text_document_hover_async(
            types.HoverParams(place.text_document, place.position)
        )
        is None
    )


@pytest.mark.parametrize(
    ("mark", "shift", "file", "name", "declared"),
    [
        ("create_order with", 0, "shop.bts", "create_order", "endpoint create_order"),
        ("Order.id}", 7, "shop.bts", "id", "readonly id:"),
        ("again.lines[0].quantity", 15, "shop.bts", "quantity", "quantity: int"),
        ("{ lines: [{", 3, "shop.bts", "lines", "lines:           [Line]"),
        ('sku: "A1"', 1, "shop.bts", "sku", "sku:      string"),
        ("verbose?", 1, "shop.bts", "verbose", "verbose?"),
        ("id unknown", 1, "shop.bts", "id", "{id: Order.id}"),
        (
            "order.id) -> seen",
            1,
            "shop.bts",
            "order",
            "-> order\n  get_order(id: order.id) -> seen",
        ),
        ("done.seen", 5, "shop.bts", "seen", "-> seen"),
        ("Problem when anonymous", 1, "problem.bts", "Problem", "contract Problem"),
        ('"problem.bts"', 3, "problem.bts", "", "contract Problem"),
        ("owner of Order", 10, "shop.bts", "Order", "contract Order"),
        ("customer {", 1, "shop.bts", "customer", "role customer"),
    ],
)
async def test_definition(
    shop: Editor, mark: str, shift: int, file: str, name: str, declared: str
) -> None:
    found = await definition(shop, "shop.bts", mark, shift)
    text = PROBLEM if file == "problem.bts" else shop.texts[file]
    assert found == (file, name, line_of(text, declared))


async def references(editor: Editor, name: str, mark: str, shift: int = 0) -> dict[str, int]:
    place = editor.at(name, mark, shift)
    found = await editor.client.text_document_references_async(
        types.ReferenceParams(
            types.ReferenceContext(include_declaration=True), place.text_document, place.position
        )
    )
    counts: dict[str, int] = {}
    for each in found or ():
        file = each.uri.rpartition("/")[2]
        counts[file] = counts.get(file, 0) + 1
    return counts


async def test_references_in_all_files(shop: Editor) -> None:
    shop.write(
        "more.bts",
        'import "shop.bts" as shop\ntest "x" as shop.alice {\n  shop.get_order(id: "1") expects 404\n}\n',
    )
    await shop.open("more.bts", (shop.folder / "more.bts").read_text())
    assert await references(shop, "shop.bts", "get_order GET") == {"shop.bts": 4, "more.bts": 1}
    assert await references(shop, "shop.bts", "Problem when") == {"shop.bts": 5, "problem.bts": 1}
    assert await references(shop, "more.bts", "as shop", 4) == {"more.bts": 3}
    place = shop.at("shop.bts", "Order {")
    lit = await shop.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(place.text_document, place.position)
    )
    assert len(lit or ()) == (await references(shop, "shop.bts", "Order {"))["shop.bts"]


async def renamed(editor: Editor, name: str, mark: str, shift: int, new: str) -> dict[str, str]:
    place = editor.at(name, mark, shift)
    prepared = await editor.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(place.text_document, place.position)
    )
    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    edit = await editor.client.text_document_rename_async(
        types.RenameParams(place.text_document, place.position, new)
    )
    assert edit is not None
    assert edit.changes is not None
    texts = {}
    for uri, edits in edit.changes.items():
        file = uri.rpartition("/")[2]
        before = editor.texts.get(file) or (editor.folder / file).read_text()
        texts[file] = applied(before, edits)
    return texts


RENAMED = [
    ("create_order POST", 0, "place_order", [("create_order", "place_order", 3)]),
    ("contract Order", 10, "Purchase", [("Order", "Purchase", 8)]),
    ("readonly total", 9, "sum_of_all", [("total", "sum_of_all", 2)]),
    ("quantity: int", 0, "how-many", [("quantity", '"how-many"', 4)]),
    ("{id: Order.id}", 1, "order_id", []),
    ("-> again", 3, "once_more", [("again", "once_more", 2)]),
    ("role customer", 5, "buyer", [("customer", "buyer", 4)]),
]


@pytest.mark.parametrize(("mark", "shift", "new", "counts"), RENAMED)
async def test_rename(
    editor: Editor, mark: str, shift: int, new: str, counts: list[tuple[str, str, int]]
) -> None:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", SHOP)
    text = (await renamed(editor, "shop.bts", mark, shift, new))["shop.bts"]
    for old, now, count in counts:
        assert (text.count(now), SHOP.count(old) - text.count(old)) == (count, count)
    await editor.close("shop.bts")
    again = Editor(editor.client, editor.folder / "again")
    again.write("problem.bts", PROBLEM)
    assert await again.open("shop.bts", text) == []


async def test_rename_in_files_that_are_not_open_and_in_broken_ones(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", BROKEN)
    texts = await renamed(editor, "shop.bts", "Problem when", 0, "Trouble")
    assert texts["problem.bts"] == PROBLEM.replace("Problem", "Trouble")
    assert texts["shop.bts"] == BROKEN.replace("Problem", "Trouble")


@pytest.mark.parametrize(
    ("mark", "shift", "new", "why"),
    [
        ("create_order POST", 0, "get_order", "declared twice"),
        ("create_order POST", 0, "create-order", "is no name"),
        ("-> again", 3, "order", "captured twice"),
        ("readonly total", 9, "status", "status"),
    ],
)
async def test_a_name_that_would_break_something_is_refused(
    editor: Editor, mark: str, shift: int, new: str, why: str
) -> None:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", SHOP)
    with pytest.raises(JsonRpcException, match=why):
        await renamed(editor, "shop.bts", mark, shift, new)


async def test_what_is_no_name_cannot_be_renamed(editor: Editor) -> None:
    await editor.open("a.bts", "contract A { x: string }\n")
    for mark in ("contract", "string"):
        place = editor.at("a.bts", mark, 2)
        assert (
            await editor.client.text_document_prepare_rename_async(
                types.PrepareRenameParams(place.text_document, place.position)
            )
            is None
        )


async def test_paths_to_fields_are_renamed_with_them(editor: Editor) -> None:
    text = """contract Page { items: [string], next?: string }
contract Thing { name: string }
endpoint list GET /a {
  query   cursor?: string
  returns 200 Page
  pages   by cursor from body.next
}
endpoint make POST /a {
  returns 201 { made: Thing }
  creates Thing at body.made
}
"""
    await editor.open("a.bts", text)
    made = await renamed(editor, "a.bts", "next?", 0, "following")
    assert made["a.bts"] == text.replace("next", "following")
    made = await renamed(editor, "a.bts", "made:", 0, "thing")
    assert made["a.bts"] == text.replace("made", "thing")
    made = await renamed(editor, "a.bts", "cursor?", 0, "after")
    assert made["a.bts"] == text.replace("cursor", "after")

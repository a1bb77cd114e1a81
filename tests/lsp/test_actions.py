"""Ways out: fixes of mistakes, contracts from bodies, waivers; and what the last run said."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from specc.driver.running.results import Outcome, Result, SuiteResult
from specc.driver.running.witnessed import remember

from .editor import PATIENCE, Client, Editor, applied, slice_of
from .specs import PROBLEM, SHOP

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def actions(editor: Editor, name: str, mark: str) -> dict[str, types.CodeAction]:
    text = editor.texts[name]
    start = editor.at(name, mark).position
    end = editor.at(name, mark, len(mark)).position
    assert text.count(mark) >= 1
    found = await editor.client.text_document_code_action_async(
        types.CodeActionParams(
            editor.document(name), types.Range(start, end), types.CodeActionContext([])
        )
    )
    return {each.title: each for each in found or () if isinstance(each, types.CodeAction)}


def done(editor: Editor, action: types.CodeAction) -> dict[str, str]:
    assert action.edit is not None
    texts = {}
    for uri, edits in (action.edit.changes or {}).items():
        name = Path(uri).name
        before = editor.texts.get(name) or (editor.folder / name).read_text()
        texts[name] = applied(before, edits)
    return texts


QUICK = [
    ("expect order.total", "expect order.totl", "totl", "Change to `total`"),
    (
        "get_order(id: order.id) as bob",
        "get_ordr(id: order.id) as bob",
        "get_ordr",
        "Change to `get_order`",
    ),
    ("as bob expects", "as bobb expects", "bobb", "Change to `bob`"),
    ('status == "pending"', 'status == "pendng"', '"pendng"', "Change to `pending`"),
    ("expect order.total ==", "expect order.total ===", "===", "Write `==`"),
    ("as bob expects 404", "as bob expects 409", "409", "Declare `returns 409` in `get_order`"),
    ("lines:           [Line]", "lines:           [Lime]", "Lime", "Change to `Line`"),
    (
        "lines:           [Line]",
        "lines:           [Basket]",
        "Basket",
        "Declare the contract `Basket`",
    ),
    (
        "returns 200 Order\n",
        "returns 200 Order with { who: Person }\n",
        "Person",
        "Declare the contract `Person`",
    ),
    ("as      customer\n", "as      customer, clerk\n", "clerk", "Declare the role `clerk`"),
    ("  buy -> done", "  ship_it\n  buy -> done", "ship_it", "Declare the endpoint `ship_it`"),
    (
        'lines: [{ sku: "A1", quantity: 2 }] } -> order\n  expect',
        'id: "x", lines: [{ sku: "A1", quantity: 2 }] } -> order\n  expect',
        'id: "x"',
        "Leave `id` out",
    ),
    (
        "expect order.total == 19.98",
        "expect len(order.note) == 1",
        "order.note",
        "Expect that `order.note` is there",
    ),
    ("role admin\n", "role admin\nrole idle\n", "idle", "Remove it"),
    (
        "  reads   Order\n",
        '  reads   Order\n  except conforms because "x" until 2020-01-01\n',
        "2020-01-01",
        "Decide anew",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "mark", "title"), QUICK, ids=[each[3] + each[2] for each in QUICK]
)
@pytest.mark.parametrize("ending", ["", "\nflow half {\n  pause\n}\n"], ids=["whole", "broken"])
async def test_a_fix_mends_its_mistake(
    editor: Editor, old: str, new: str, mark: str, title: str, ending: str
) -> None:
    if ending and title == "Remove it":
        pytest.skip("of a broken file nobody says that a name in it is not used")
    editor.write("problem.bts", PROBLEM)
    text = SHOP.replace(old, new, 1) + ending
    assert text != SHOP
    before = await editor.open("shop.bts", text)
    found = await actions(editor, "shop.bts", mark)
    (action,) = [each for name, each in found.items() if name.startswith(title)]
    assert action.kind == types.CodeActionKind.QuickFix
    (told,) = action.diagnostics or ()
    assert told.range.start <= editor.at("shop.bts", mark, len(mark)).position
    texts = done(editor, action)
    again = Editor(editor.client, editor.folder / "again")
    again.write("problem.bts", PROBLEM)
    after = await again.open("shop.bts", texts["shop.bts"])
    assert told.message in {each.message for each in before}
    assert told.message not in {each.message for each in after}


async def test_an_import_of_what_another_module_declares(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    editor.write("middle.bts", 'import "problem.bts"\ncontract Other { it: Problem }\n')
    text = 'import "middle.bts"\n\ncontract A { p: Problem, o: Other }\n'
    await editor.open("a.bts", text)
    found = await actions(editor, "a.bts", "Problem")
    made = done(editor, found["Import `problem.bts`"])["a.bts"]
    assert made == text.replace('"middle.bts"\n', '"middle.bts"\nimport "problem.bts"\n')


async def test_a_returns_clause_in_another_file(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    editor.write("shop.bts", SHOP)
    text = 'import "shop.bts"\ntest "x" as alice {\n  get_order(id: "1") expects 410\n}\n'
    await editor.open("t.bts", text)
    found = await actions(editor, "t.bts", "410")
    made = done(editor, found["Declare `returns 410` in `get_order`"])
    assert made == {
        "shop.bts": SHOP.replace(
            "  returns 404 Problem when id unknown\n",
            "  returns 404 Problem when id unknown\n  returns 410\n",
        )
    }


async def test_contracts_from_types_and_bodies(editor: Editor) -> None:
    text = """endpoint pay_now POST /pay {
  as      anyone
  body    { card: string, parts: [int] }
  returns 200 { paid: bool }
}

test "x" as anyone {
  POST /raw with { name: "a", tags: ["b"], size: { high: 1.5, deep: 2 } } expects 200
}
"""
    await editor.open("a.bts", text)
    body = (await actions(editor, "a.bts", "card"))[
        "Declare a contract `PayNowBody` of these fields"
    ]
    assert body.kind == types.CodeActionKind.RefactorExtract
    made = done(editor, body)["a.bts"]
    assert made.startswith("contract PayNowBody { card: string, parts: [int] }\n\nendpoint pay_now")
    assert "  body    PayNowBody\n" in made
    answer = (await actions(editor, "a.bts", "paid"))[
        "Declare a contract `PayNowAnswer` of these fields"
    ]
    assert "returns 200 PayNowAnswer" in done(editor, answer)["a.bts"]
    sent = (await actions(editor, "a.bts", "tags"))["Declare a contract `Body` from this body"]
    made = done(editor, sent)["a.bts"]
    assert (
        "contract Body {\n  name: string\n  tags: [string]\n"
        "  size: {\n    high: decimal\n    deep: int\n  }\n}\n\ntest" in made
    )


@pytest.fixture
def ran(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite that was built, and the record of a run of it."""
    (workspace / "problem.bts").write_text(PROBLEM)
    (workspace / "shop.bts").write_text(SHOP)
    command = [sys.executable, "-m", "specc", "build", "shop.bts", "--quiet"]
    subprocess.run(command, cwd=workspace, check=True, timeout=120)
    outcomes: dict[str, Outcome] = {
        "get_order.conforms": "held",
        "get_order.refuses.stranger": "broken",
        "test.an_order_is_kept": "broken",
        "test.a_flow_leaves_what_it_captured": "held",
    }
    results = tuple(Result(name, "", "", outcome) for name, outcome in outcomes.items())
    monkeypatch.chdir(workspace)
    remember("generated", [SuiteResult("shop", "shop.bts", results)], whole=True)
    return workspace


async def lenses(editor: Editor, name: str) -> dict[str, list[types.Command]]:
    found = await editor.client.text_document_code_lens_async(
        types.CodeLensParams(editor.document(name))
    )
    by_line: dict[str, list[types.Command]] = {}
    for each in found or ():
        assert each.command is not None
        by_line.setdefault(slice_of(editor.texts[name], each.range), []).append(each.command)
    return by_line


async def test_lenses_before_anything_ran(editor: Editor) -> None:
    editor.write("problem.bts", PROBLEM)
    await editor.open("shop.bts", SHOP + "\nflow half {\n  pause\n}\n")
    found = await lenses(editor, "shop.bts")
    (run,) = found['"an order is kept"']
    assert (run.title, run.command) == ("Run this test", "specc.runTest")
    (given,) = run.arguments or ()
    assert given["only"] == "test.an_order_is_kept"
    assert given["file"] == str(editor.folder / "shop.bts")
    (run,) = found["get_order"]
    assert run.arguments is not None
    assert run.arguments[0]["only"] == "get_order.*"


async def test_lenses_of_the_last_run(client: Client, ran: Path) -> None:
    editor = Editor(client, ran)
    await editor.open("shop.bts", SHOP)
    run, show, said = (await lenses(editor, "shop.bts"))['"an order is kept"']
    assert (run.title, said.title) == ("Run this test", "Last run: 1 broken")
    assert show.arguments is not None
    given = show.arguments[0]
    lines = (ran / "generated" / "shop" / "test_scenarios.py").read_text().split("\n")
    assert lines[given["line"]].startswith("def test_an_order_is_kept(")
    *_, said = (await lenses(editor, "shop.bts"))["get_order"]
    assert said.title == "Last run: 1 held, 1 broken"
    await client.workspace_execute_command_async(
        types.ExecuteCommandParams("specc.showGenerated", [given])
    )
    async with asyncio.timeout(PATIENCE):
        while not client.shown_documents:
            await asyncio.sleep(0.01)
    assert client.shown_documents[-1].uri == given["uri"]
    outside = {"uri": Path("/etc/hostname").as_uri(), "line": 0}
    await client.workspace_execute_command_async(
        types.ExecuteCommandParams("specc.showGenerated", [outside])
    )
    assert len(client.shown_documents) == 1


async def test_a_waiver_of_what_is_broken(client: Client, ran: Path) -> None:
    editor = Editor(client, ran)
    await editor.open("shop.bts", SHOP)
    found = await actions(editor, "shop.bts", "get_order GET")
    made = done(editor, found["Waive `refuses.stranger`"])["shop.bts"]
    assert "\n  except refuses.stranger because " in made
    await editor.close("shop.bts")
    assert await editor.open("shop.bts", made) == []

"""What the plan promises is what the files hold: each obligation's test is there, and no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal

import pytest
from compilation import suite_in
from golden.stages import goldens

from specc import runtime
from specc.plan.nodes import Plan
from specc.plan.planning import make_plan
from tests.compilation import files_of

GOLDENS = {golden.name: golden for golden in goldens()}
each_golden = pytest.mark.parametrize("name", sorted(GOLDENS))


def compiled(name: str) -> tuple[Plan, dict[str, str]]:
    golden = GOLDENS[name]
    plan = make_plan(suite_in(golden.files, golden.root, name))
    return plan, files_of(plan, 2)


def label_of(row: ast.expr, named_by_text: bool) -> str:
    """What pytest calls a row: the text of a change, or the `id` of a `pytest.param`."""
    if named_by_text:
        code = compile(ast.Expression(row), "row", "eval")
        return str(eval(code, {**vars(runtime), "Decimal": Decimal}))
    return str(ast.literal_eval(row.keywords[0].value if isinstance(row, ast.Call) else row))


def found_in(files: dict[str, str], suite: str) -> Iterator[tuple[str, str, str]]:
    """Test ids as pytest has them, with obligation and place, of all files of a suite."""
    for file, text in files.items():
        name = file.removeprefix(f"{suite}/")
        if not name.startswith("test_"):
            continue
        for node in ast.parse(text).body:
            if not isinstance(node, ast.FunctionDef):
                continue
            if not node.name.startswith("test_"):
                continue
            obligation, place = "", ""
            ids = [""]
            for mark in node.decorator_list:
                assert isinstance(mark, ast.Call)
                if ast.unparse(mark.func) == "obligation":
                    obligation, place = (ast.literal_eval(item) for item in mark.args[:2])
                elif ast.unparse(mark.func) == "pytest.mark.parametrize":
                    rows = mark.args[1]
                    assert isinstance(rows, ast.List)
                    named_by_text = any(item.arg == "ids" for item in mark.keywords)
                    ids = [label_of(row, named_by_text) for row in rows.elts]
            for label in ids:
                end = f"[{label}]" if label else ""
                dotted = f".{label}" if label else ""
                yield f"{name}::{node.name}{end}", f"{obligation}{dotted}", place


@each_golden
def test_each_obligation_has_its_test_and_each_test_its_obligation(name: str) -> None:
    plan, files = compiled(name)
    promised = {item.test: item.id for item in plan.obligations if item.test is not None}
    assert {test: obligation for test, obligation, _ in found_in(files, name)} == promised


@each_golden
def test_obligations_are_unique_and_have_a_test_or_a_reason(name: str) -> None:
    plan, _ = compiled(name)
    ids = [item.id for item in plan.obligations]
    assert len(ids) == len(set(ids))
    for item in plan.obligations:
        assert (item.test is None) != (item.reason is None), item
        assert item.place.rpartition(":")[2].isdigit()


@each_golden
def test_no_test_hides_another_or_a_fixture(name: str) -> None:
    _, files = compiled(name)
    for file, text in files.items():
        if not file.endswith(".py"):
            continue
        defined = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
        assert len(defined) == len(set(defined)), file


@each_golden
def test_every_fixture_that_a_test_asks_for_is_there(name: str) -> None:
    _, files = compiled(name)
    conftest = ast.parse(files[f"{name}/conftest.py"])
    fixtures = {node.name for node in conftest.body if isinstance(node, ast.FunctionDef)}
    built_in = {"anonymous", "check", "change", "rule", "sent"}
    for file, text in files.items():
        if not file.startswith(f"{name}/test_"):
            continue
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef):
                columns = {
                    word
                    for mark in node.decorator_list
                    if isinstance(mark, ast.Call) and "parametrize" in ast.unparse(mark.func)
                    for word in ast.literal_eval(mark.args[0])
                    if isinstance(ast.literal_eval(mark.args[0]), tuple)
                }
                asked = {item.arg for item in node.args.args}
                assert asked <= fixtures | built_in | columns, (file, node.name)


@each_golden
def test_no_secret_is_in_a_file(name: str) -> None:
    _, files = compiled(name)
    for text in files.values():
        for secret in ("wonderland", "hidden-word", "correct horse", "demo-admin"):
            assert secret not in text


def test_a_list_is_called_a_list() -> None:
    _, files = compiled("paging")
    assert "    listed = read_list(" in files["paging/test_by_link.py"]
    assert "listed_2" not in "".join(files.values())

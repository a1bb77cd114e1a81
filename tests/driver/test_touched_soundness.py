"""Nothing that an edit of real specs changes is left out: held against what is compiled of them."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest

from specc.driver.build import build
from specc.driver.touched import touched_since

from .conftest import Write

SPECS = Path(__file__).parents[2] / "specs"
STOCK = """import "common/problem.bts"

service stock {
  url "http://127.0.0.1:9"
}

endpoint left GET /left {
  as      anyone
  returns 200 { left: int }
  returns 422 Problem
}
"""
FILES = {
    "specs/shop.bts": (SPECS / "shop.bts").read_text(encoding="utf-8"),
    "specs/common/problem.bts": (SPECS / "common/problem.bts").read_text(encoding="utf-8"),
    "specs/stock.bts": STOCK,
}


def compiled() -> dict[tuple[str, str], str]:
    """What each obligation's test is made of, by suite and id; places are no part of it."""
    assert build(["specs"], "generated", force=True).ok
    found: dict[tuple[str, str], str] = {}
    for suite in ("shop", "stock"):
        listed = json.loads(Path("generated", suite, "manifest.json").read_text())["obligations"]
        functions: dict[str, str] = {}
        for place in Path("generated", suite).glob("test_*.py"):
            for node in ast.parse(place.read_text()).body:
                if isinstance(node, ast.FunctionDef):
                    if ast.get_docstring(node) is not None:
                        node.body = node.body[1:]
                    functions[f"{place.name}::{node.name}"] = re.sub(
                        r"\.bts:\d+", "", ast.unparse(node)
                    )
        for each in listed:
            if each["test"]:
                name = each["test"].partition("[")[0]
                found[suite, each["id"]] = functions.get(name, "")
    return found


EDITS = [
    # (file, old, new, suites that are left alone, endpoints of the shop that must be left out)
    ("shop", "note?:              string(..500)", "note?:              string(..400)", {"stock"}, {"login"}),
    ("common/problem", "contract Problem", "# of all answers\ncontract Problem", {"shop", "stock"}, set()),
    ("shop", "  returns 429 Problem when rate exceeded\n", "", {"stock"}, set()),
    ("shop", "password: string(8..72)", "password: string(9..72)", {"stock"}, set()),
    ("shop", '"tested at the gateway, SEC-123"', '"tested elsewhere"', {"stock"}, set()),
    ("shop", "  xss on all\n", "", {"stock"}, set()),
    ("shop", "rate limit login 30/min", "rate limit login 20/min", {"stock"}, set()),
    ("shop", "bearer session.token\n}\n\nactor bob", 'header "X-A" session.token\n}\n\nactor bob', {"stock"}, set()),
    ("shop", "role admin\n", "role admin\nrole guest\n", {"stock"}, set()),
    ("shop", "p95 < 300ms", "p95 < 200ms", {"stock"}, {"login", "pay"}),
    ("shop", "expect paid.id == order.id and", "expect", {"stock"}, set()),
    ("shop", "stage smoke", "stage first", {"shop", "stock"}, set()),
    ("shop", "import", "# here they come\nimport", {"shop", "stock"}, set()),
]  # fmt: skip


@pytest.mark.slow
def test_what_an_edit_changes_is_run(write: Write) -> None:
    write(FILES)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "specs"), (*who, "commit", "-qm", "first")):
        subprocess.run(["git", *command], check=True, timeout=30)
    before = compiled()
    for file, old, new, alone, out in EDITS:
        name = f"specs/{file}.bts"
        assert old in FILES[name], old
        changed = FILES[name].replace(old, new, 1)
        if old == "stage smoke":
            changed = changed.replace("needs smoke", "needs first")
        write({name: changed})
        after = compiled()
        touched = touched_since(["specs"], "HEAD").obligations
        for (suite, obligation), text in after.items():
            if before.get((suite, obligation)) != text:
                assert obligation in touched[suite], (old, obligation)
        for suite in alone:
            assert not touched[suite], (old, suite)
        endpoints = {each.partition(".")[0] for each in touched["shop"]}
        assert not endpoints & out, (old, endpoints & out)
        if "shop" not in alone:
            assert touched["shop"], old
        write({name: FILES[name]})


@pytest.mark.slow
def test_files_that_are_gone_or_have_another_name(write: Write) -> None:
    write(FILES)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "specs"), (*who, "commit", "-qm", "first")):
        subprocess.run(["git", *command], check=True, timeout=30)
    Path("specs/stock.bts").unlink()
    touched = touched_since(["specs"], "HEAD")
    assert touched.obligations == {"shop": frozenset()}
    write({"specs/store.bts": STOCK})
    touched = touched_since(["specs"], "HEAD")
    assert not touched.obligations["shop"]
    assert {"left.again", "left.conforms"} <= touched.obligations["store"]
    # What is imported has another name: all that imports it was edited, and all of that is run.
    Path("specs/common/problem.bts").rename("specs/common/trouble.bts")
    for name in ("specs/shop.bts", "specs/store.bts"):
        text = Path(name).read_text(encoding="utf-8")
        write({name: text.replace("common/problem", "common/trouble")})
    touched = touched_since(["specs"], "HEAD")
    assert sum(map(len, touched.obligations.values())) == touched.count

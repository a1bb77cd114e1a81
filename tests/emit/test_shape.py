"""No text in a spec decides what code is made of it: it is data, whatever it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from compilation import front, suite_in
from golden.stages import goldens

from emit.hostile import HOSTILE, harmless, hostile, reworded
from emit.skeleton import skeleton
from specc.ir.nodes import Suite
from specc.plan.planning import make_plan
from tests.compilation import files_of

GOLDENS = {golden.name: golden for golden in goldens()}
TESTS = Path(__file__).parent.parent

each_golden = pytest.mark.parametrize("name", sorted(GOLDENS))


@cache
def suite(name: str) -> Suite:
    golden = GOLDENS[name]
    return suite_in(golden.files, golden.root, name)


@cache
def files(name: str, words: str) -> dict[str, str]:
    """The files of a golden's suite: as it is, or with all its texts replaced."""
    made = suite(name)
    if words != "own":
        made = reworded(made, hostile if words == "hostile" else harmless)
    return files_of(make_plan(made), 2)


@pytest.fixture(scope="module", params=["own", "hostile"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all suites in it, beside the tables that they read."""
    root = tmp_path_factory.mktemp(request.param)
    folder = root / "generated"
    for name, golden in GOLDENS.items():
        for table in (file for file in golden.files if file.endswith(".csv")):
            (root / table).write_text(golden.files[table], encoding="utf-8")
        for file, text in files(name, request.param).items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    return folder


@each_golden
def test_texts_do_not_change_the_shape_of_the_code(name: str) -> None:
    calm, wild = files(name, "harmless"), files(name, "hostile")
    assert list(calm) == list(wild)
    for file in calm:
        if file.endswith(".py"):
            assert skeleton(wild[file]) == skeleton(calm[file]), file


@each_golden
def test_texts_arrive_as_they_were_written(name: str) -> None:
    import ast

    found = {
        node.value
        for file, text in files(name, "hostile").items()
        if file.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert len(found & set(HOSTILE)) >= 1


@each_golden
def test_no_control_character_is_in_a_file(name: str) -> None:
    for file, text in files(name, "hostile").items():
        odd = sorted({char for char in text if not char.isprintable() and char != "\n"})
        assert odd == [], file


def with_hostile_words(text: str) -> str:
    """A spec whose comments, doc strings and titles of tests say other things."""
    docs = [word for word in HOSTILE if '"' not in word and "\x00" not in word]
    titles = [
        re.sub(r'(["\\{}])', r"\\\1", word)
        for word in HOSTILE
        if not any(ord(char) < 32 or char in "\x85\u2028\u2029" for char in word)
    ]
    numbers = iter(range(10_000))
    text = re.sub(
        r'"""(?:[^"\\]|\\.)*"""',
        lambda _: f'"""{docs[next(numbers) % len(docs)]} """'.replace("\r", " "),
        text,
    )
    text = re.sub(
        r'^test "(?:[^"\\]|\\.)*"',
        lambda _: f'test "{titles[next(numbers) % len(titles)]}"',
        text,
        flags=re.MULTILINE,
    )
    return re.sub(r"\n", lambda _: '  # """ \' {x} \\N{DIGIT ONE} type: ignore\n', text, count=1)


@each_golden
def test_a_spec_may_say_anything_in_words(name: str) -> None:
    golden = GOLDENS[name]
    calm = {
        file: re.sub(r'^test "(?:[^"\\]|\\.)*"', 'test "a title"', text, flags=re.M)
        if file.endswith(".bts")
        else text
        for file, text in golden.files.items()
    }
    wild = {
        file: with_hostile_words(text) if file.endswith(".bts") else text
        for file, text in golden.files.items()
    }
    checked = front(wild, golden.root)
    assert not checked.has_errors, checked.diagnostics
    expected = files_of(make_plan(suite_in(calm, golden.root, name)), 2)
    actual = files_of(make_plan(suite_in(wild, golden.root, name)), 2)
    assert list(actual) == list(expected)
    for file, text in actual.items():
        if file.endswith(".py"):
            assert skeleton(text) == skeleton(expected[file]), file


@each_golden
def test_a_second_emit_is_equal_to_the_byte(name: str) -> None:
    golden = GOLDENS[name]
    again = files_of(make_plan(suite_in(golden.files, golden.root, name)), 2)
    assert again == files(name, "own")


def test_the_suites_that_are_kept_are_formatted_and_clean() -> None:
    is_clean(Path(__file__).parents[2] / "generated")


def test_the_files_are_formatted_and_clean(written: Path) -> None:
    is_clean(written)


def is_clean(folder: Path) -> None:
    for arguments in (
        ("check", "--isolated", "--no-cache"),
        ("format", "--check", "--isolated", "--diff", "--no-cache"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *arguments, "."],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[:4000] + done.stderr[:1000]


def test_the_files_can_be_imported(written: Path) -> None:
    modules = [
        path.relative_to(written).with_suffix("").as_posix().replace("/", ".")
        for path in sorted(written.rglob("*.py"))
        if path.name != "__init__.py"
    ]
    script = (
        "import importlib, sys, warnings\n"
        "warnings.simplefilter('error')\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *modules],
        cwd=written,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_order_of_hashes_does_not_show() -> None:
    script = (
        "import hashlib, json\n"
        "from golden.stages import goldens\n"
        "from compilation import suite_in\n"
        "from specc.plan.planning import make_plan\n"
        "from tests.compilation import files_of\n"
        "made = [files_of(make_plan(suite_in(g.files, g.root, g.name)), 2) for g in goldens()]\n"
        "print(hashlib.sha256(json.dumps(made).encode()).hexdigest())\n"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(sums) == 1

"""The extension for Visual Studio Code. What needs Node.js is skipped where it is not installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from specc import __version__
from specc.diagnostics.render import human
from tests.format.formatted import formatted, read

from .places import ROOT, VSCODE

needs_node = pytest.mark.skipif(
    shutil.which("npm") is None or not (VSCODE / "node_modules").is_dir(),
    reason="`npm install` was not run in editors/vscode, or there is no Node.js",
)


def held(name: str) -> Any:
    return json.loads((VSCODE / name).read_text(encoding="utf-8"))


def npm(*arguments: str) -> str:
    done = subprocess.run(
        ["npm", "run", "--silent", *arguments],
        cwd=VSCODE,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_manifest_fits_the_project() -> None:
    manifest = held("package.json")
    assert manifest["version"] == __version__
    assert (VSCODE / "LICENSE").read_text() == (ROOT / "LICENSE").read_text()
    assert all((VSCODE / name).is_file() for name in manifest["files"])
    given = manifest["contributes"]
    named = [*given["grammars"], *given["snippets"]]
    names = [each["path"] for each in named] + [given["languages"][0]["configuration"]]
    assert {name.removeprefix("./") for name in names} <= set(manifest["files"])


def snippets() -> dict[str, str]:
    return {name: "\n".join(one["body"]) for name, one in held("snippets/bts.json").items()}


def expanded(body: str) -> str:
    return re.sub(r"\$\{\d+:((?:[^{}]|\{[^{}]*\})*)\}", r"\1", body) + "\n"


@pytest.mark.parametrize("name", sorted(snippets()))
def test_snippets_are_specs_in_the_one_layout(name: str) -> None:
    text = expanded(snippets()[name])
    assert "$" not in text
    inside = text.startswith("eventually")
    if inside:
        body = "".join(f"  {line}" for line in text.splitlines(keepends=True))
        text = f"flow f {{\n{body}}}\n"
    assert not read(text).diagnostics, [found.message for found in read(text).diagnostics]
    assert formatted(text) == text


def test_the_problem_matcher_reads_what_check_writes() -> None:
    (pattern,) = held("package.json")["contributes"]["problemPatterns"]
    head, place = (re.compile(one["regexp"]) for one in pattern["patterns"])
    found = read("role a\nrle b\nflow {}\n").diagnostics
    lines = human.render(found).splitlines()
    heads = [match for line in lines if (match := head.match(line))]
    places = [match for line in lines if (match := place.match(line))]
    assert [match[2] for match in heads] == [one.code.id for one in found]
    assert [match[3] for match in heads] == [one.message for one in found]
    assert [match.groups() for match in places] == [("test.bts", "2", "1"), ("test.bts", "3", "6")]
    for match in heads:
        follows = lines[lines.index(match.string) + 1]
        assert place.match(follows)


@needs_node
def test_the_grammar_colours_words_as_it_should() -> None:
    assert "run successfuly" in npm("test")


@needs_node
def test_nothing_stray_is_packed(tmp_path: Path) -> None:
    packed = tmp_path / "bts.vsix"
    npm("package", "--", "--out", str(packed))
    with zipfile.ZipFile(packed) as archive:
        names = {name for name in archive.namelist() if name.startswith("extension/")}
        grammar = archive.read("extension/syntaxes/bts.tmLanguage.json")
    assert grammar == (VSCODE / "syntaxes/bts.tmLanguage.json").read_bytes()
    assert names == {
        "extension/LICENSE.txt",
        "extension/language-configuration.json",
        "extension/package.json",
        "extension/readme.md",
        "extension/snippets/bts.json",
        "extension/syntaxes/bts.tmLanguage.json",
    }

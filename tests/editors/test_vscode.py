"""The extension for Visual Studio Code. What needs Node.js is skipped where it is not installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from specc import __version__
from specc.diagnostics.render import human
from specc.lsp.features.code_lens import RUN, SHOW
from tests.format.formatted import formatted, read

from .places import ROOT, VSCODE

needs_node = pytest.mark.skipif(
    shutil.which("npm") is None or not (VSCODE / "node_modules/vscode-languageclient").is_dir(),
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
    made = {manifest["main"].removeprefix("./")}
    assert made <= set(manifest["files"])
    assert all((VSCODE / name).is_file() for name in set(manifest["files"]) - made)
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
        "extension/dist/extension.js",
        "extension/language-configuration.json",
        "extension/package.json",
        "extension/readme.md",
        "extension/snippets/bts.json",
        "extension/syntaxes/bts.tmLanguage.json",
    }


def node(script: str) -> Any:
    done = subprocess.run(
        ["node", "-e", script], cwd=VSCODE, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


needs_plain_node = pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node.js")


@needs_plain_node
def test_the_client_runs_a_test_and_reads_the_report(tmp_path: Path) -> None:
    spec = tmp_path / "specs" / "a.bts"
    spec.parent.mkdir()
    spec.write_text(
        'service a {\n  url "http://127.0.0.1:9"\n}\n\n'
        'test "it; $(answers)" as anyone {\n  GET /a expects 200\n}\n'
    )
    given = json.dumps([str(Path(sys.executable).with_name("specc")), str(spec), str(tmp_path)])
    found = node(f"""
        const {{ run, resultsOf, verdict }} = require("./client/running.js");
        const [path, file, cwd] = {given};
        let said = "";
        run(path, file, ["test.it_answers"], cwd, (text) => (said += text)).then((report) => {{
          const results = resultsOf(report, "test.it_answers");
          console.log(JSON.stringify({{ results, verdict: verdict(results), said }}));
        }});
    """)
    (result,) = found["results"]
    assert result["obligation"] == "test.it_answers"
    assert found["verdict"]["outcome"] == "skipped"
    assert found["verdict"]["message"]
    assert "127.0.0.1:9" in found["said"]


@needs_plain_node
def test_the_client_tells_how_a_test_ended() -> None:
    report = {
        "suites": [
            {
                "obligations": [
                    {"obligation": "test.a", "outcome": "held", "message": "", "reason": ""},
                    {"obligation": "test.b.1", "outcome": "held", "message": "", "reason": ""},
                    {"obligation": "test.b.2", "outcome": "broken", "message": "no", "reason": ""},
                    {"obligation": "test.ab", "outcome": "error", "message": "?", "reason": ""},
                ]
            }
        ]
    }
    found = node(f"""
        const {{ resultsOf, verdict }} = require("./client/running.js");
        const report = {json.dumps(report)};
        const ends = ["test.a", "test.b", "test.c"].map((id) => verdict(resultsOf(report, id)));
        console.log(JSON.stringify(ends.map((each) => [each.outcome, each.message])));
    """)
    assert found == [["passed", ""], ["failed", "no"], ["skipped", "it did not run"]]


def test_the_client_calls_what_the_server_offers() -> None:
    source = "".join(path.read_text() for path in (VSCODE / "client").glob("*.js"))
    assert f'registerCommand("{RUN}"' in source
    assert f'registerCommand("{SHOW}"' not in source, "the language client registers it"

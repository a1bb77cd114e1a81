"""A finding that is milder than what fails is told everywhere, and fails nothing."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli.conftest import Specc, Write, project, specc, write

from specc.selftest.board_spec import SPEC
from specc.selftest.twins import bola_read, misconf_nosniff
from specc.serving.server import serving

__all__ = ["project", "specc", "write"]

BLOCK = """security rules {
  fail on medium
  misconf.nosniff on greet, file
  bola.read on all
}
"""


def test_it_is_noted(
    specc: Specc, project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/board.bts": SPEC.partition("security rules {")[0] + BLOCK})
    arguments = ("run", "--only", "*.misconf.*", "--no-history")
    files = ("--junit", "junit.xml", "--report", "report.json", "--sarif", "found.sarif")
    with serving(("127.0.0.1", 0), misconf_nosniff.TWIN.flawed(), "board") as url:
        monkeypatch.setenv("BOARD_URL", url)
        said = specc(*arguments, *files)
    assert said.code == 0, said.out + said.err
    assert "2 noted" in said.out
    assert "greet.misconf.nosniff" in said.out
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert report["totals"]["noted"] == 2
    tree = ElementTree.parse("junit.xml")
    assert not list(tree.iter("failure"))
    told = {
        (each.get("name"), each.get("value"))
        for case in tree.iter("testcase")
        for each in case.iter("property")
    }
    assert {("severity", "low"), ("cwe", "16"), ("owasp", "API8:2023")} <= told
    assert {name for name, _ in told} >= {"fingerprint", "rule", "obligation"}
    [run] = json.loads(Path("found.sarif").read_text(encoding="utf-8"))["runs"]
    facts = [each["properties"] for each in run["results"]]
    assert [(each["severity"], each["noted"], each["cwe"]) for each in facts] == [
        ("low", True, 16),
        ("low", True, 16),
    ]


def test_what_is_worse_fails(
    specc: Specc, project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/board.bts": SPEC.partition("security rules {")[0] + BLOCK})
    with serving(("127.0.0.1", 0), bola_read.TWIN.flawed(), "board") as url:
        monkeypatch.setenv("BOARD_URL", url)
        said = specc("run", "--only", "*.bola.*", "--no-history", "--junit", "junit.xml")
    assert said.code == 1
    tree = ElementTree.parse("junit.xml")
    [case] = [each for each in tree.iter("testcase") if each.find("failure") is not None]
    told = {each.get("name"): each.get("value") for each in case.iter("property")}
    assert told["severity"] == "critical"
    assert told["cwe"] == "639"

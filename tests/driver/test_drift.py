"""`build --check`: drift is found, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from specc.driver.build import build
from specc.driver.drift import find_drift

from .conftest import Write
from .toy import Toy

SPECS = {f"specs/{name}.bts": "service\nendpoint" for name in ("a", "b")}


def test_no_drift_after_a_build(toy: Toy, write: Write) -> None:
    write(SPECS)
    build(["specs"])
    drift = find_drift(["specs"])
    assert not drift.any
    assert drift.suites == ("a", "b")


def test_every_kind_of_drift(
    project: Path, toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SPECS | {"specs/old.bts": "service\nendpoint"})
    build(["specs"])
    (project / "specs/old.bts").unlink()
    (project / "generated/a/test_it.py").unlink()
    (project / "generated/b/test_it.py").write_text("mine")
    before = {each: each.read_bytes() for each in project.rglob("*") if each.is_file()}
    drift = find_drift(["specs"])
    assert list(drift.lines()) == [
        "missing:   generated/a/test_it.py",
        "different: generated/b/test_it.py",
        "obsolete:  generated/old/conftest.py",
        "obsolete:  generated/old/manifest.json",
        "obsolete:  generated/old/pytest.ini",
        "obsolete:  generated/old/test_it.py",
    ]
    assert {each: each.read_bytes() for each in project.rglob("*") if each.is_file()} == before


def test_an_unchanged_stamp_does_not_hide_drift(project: Path, toy: Toy, write: Write) -> None:
    write(SPECS)
    build(["specs"])
    toy.version = 2
    assert find_drift(["specs"]).different


def test_errors_are_no_drift(toy: Toy, write: Write) -> None:
    write(SPECS)
    build(["specs"])
    write({"specs/a.bts": "service\nendpoint\nerror here"})
    drift = find_drift(["specs"])
    assert drift.failed == ("specs/a.bts",)
    assert not drift.any

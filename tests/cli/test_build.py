"""`specc build`: what it says, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from driver.toy import Toy

from specc.cli.entry import plain_build

from .conftest import Specc, Write

SHOP = {"specs/shop.bts": "service\nendpoint"}


def test_builds_and_then_has_nothing_to_do(specc: Specc, toy: Toy, write: Write) -> None:
    write(SHOP)
    first = specc("build")
    assert (first.code, first.err) == (0, "")
    assert first.out == "1 of 1 suite compiled into generated: files 4 written\n"
    again = specc("build")
    assert (again.code, again.out) == (0, "1 suite in generated up to date\n")
    assert toy.compiled == ["specs/shop.bts"]


def test_quiet_says_nothing(specc: Specc, toy: Toy, write: Write) -> None:
    write({"specs/shop.bts": "service\nendpoint\nwarn thing"})
    for _ in range(2):
        said = specc("build", "--quiet")
        assert (said.code, said.out, said.err) == (0, "", "")


def test_warnings_are_said_each_time(specc: Specc, toy: Toy, write: Write) -> None:
    write({"specs/shop.bts": "service\nendpoint\nwarn thing"})
    first, again = specc("build"), specc("build")
    assert "odd thing" in first.err
    assert "\x1b" not in first.err
    assert again.err == first.err


def test_colours_are_kept_for_the_next_time(
    specc: Specc, toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"specs/shop.bts": "service\nendpoint\nwarn thing"})
    specc("build")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in specc("build").err
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in specc("build").err


def test_a_mistake_in_a_spec(specc: Specc, toy: Toy, write: Write) -> None:
    write({"specs/shop.bts": "service\nendpoint\nerror here"})
    said = specc("build", "-q")
    assert (said.code, said.out) == (2, "")
    assert "wrong here" in said.err


def test_an_edited_file_is_named_with_the_way_out(
    specc: Specc, project: Path, toy: Toy, write: Write
) -> None:
    write(SHOP)
    specc("build")
    (project / "generated/shop/conftest.py").write_text("mine")
    said = specc("build")
    assert said.code == 2
    assert "generated/shop/conftest.py" in said.err
    assert "--force" in said.err
    assert specc("build", "--force").code == 0


@pytest.mark.parametrize("folder", ["specs", "nope"])
def test_no_specs(specc: Specc, project: Path, toy: Toy, folder: str) -> None:
    (project / "specs").mkdir()
    said = specc("build", folder)
    assert (said.code, said.out) == (2, "")
    assert folder in said.err
    assert "help" in said.err


def test_check_tells_drift_and_writes_nothing(
    specc: Specc, project: Path, toy: Toy, write: Write
) -> None:
    write(SHOP)
    said = specc("build", "--check")
    assert said.code == 1
    assert "missing:   generated/shop/conftest.py" in said.out
    assert not (project / "generated").exists()
    specc("build")
    assert specc("build", "--check").code == 0


def test_wrong_options(specc: Specc) -> None:
    said = specc("build", "--chekc")
    assert said.code == 2
    assert "No such option" in said.err
    assert specc("build", "--check", "--watch").code == 2


def test_a_defect_is_short_and_keeps_the_traceback_elsewhere(
    specc: Specc, toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("oh dear")

    write(SHOP)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("specc.driver.compiling.checked", fail)
    said = specc("build")
    assert said.code == 4
    assert "this is a defect of specc, not of your spec: RuntimeError: oh dear" in said.err
    assert "Traceback" not in said.err
    (kept,) = tmp_path.glob("specc-defect-*.txt")
    assert "Traceback" in kept.read_text()
    monkeypatch.setenv("SPECC_DEBUG", "1")
    assert "Traceback" in specc("build").err


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        ("build", (["specs"], "generated", False)),
        ("build a b -q", (["a", "b"], "generated", True)),
        ("build -o out a", (["a"], "out", False)),
        ("build --output out --quiet", (["specs"], "out", True)),
        ("build --help", None),
        ("build -o", None),
        ("build -o --quiet", None),
        ("build --check", None),
        ("check", None),
        ("", None),
    ],
)
def test_what_needs_no_command_line_library(arguments: str, plain: object) -> None:
    assert plain_build(arguments.split()) == plain

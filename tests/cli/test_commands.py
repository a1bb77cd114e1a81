"""The other commands: what they say, and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from driver.toy import Toy

from specc.cli.app import app
from specc.driver.starting import FIRST

from .conftest import Specc, Write

COMMANDS = sorted(command.callback.__name__ for command in app.registered_commands)


def test_all_commands_are_there() -> None:
    said = (
        "build check ci coverage demo explain fmt graph history init load lsp mock mutate plan "
        "rules run security selftest"
    )
    assert said.split() == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(specc: Specc, command: str) -> None:
    said = specc(command, "--help")
    assert said.code == 0
    assert f"Example: specc {command}" in " ".join(said.out.split())


def test_version(specc: Specc) -> None:
    from specc import __version__

    assert specc("--version").out == f"specc {__version__}\n"


def test_no_command_shows_the_help(specc: Specc) -> None:
    said = specc()
    assert "Usage: specc" in said.out + said.err


def test_init_writes_a_first_spec_and_overwrites_nothing(specc: Specc, project: Path) -> None:
    assert specc("init").code == 0
    place = project / "specs/shop.bts"
    assert place.read_text(encoding="utf-8") == FIRST
    place.write_text("mine")
    said = specc("init")
    assert (said.code, said.out) == (2, "")
    assert "specs/shop.bts exists" in said.err
    assert place.read_text() == "mine"


@pytest.mark.parametrize("format", ["human", "json", "github", "sarif"])
def test_check_in_each_format(specc: Specc, toy: Toy, write: Write, format: str) -> None:
    write({"specs/a.bts": "error here", "specs/b.bts": "warn thing"})
    said = specc("check", "--format", format)
    assert said.code == 2
    assert "wrong here" in said.out
    assert "odd thing" in said.out
    assert said.err == ""
    if format in ("json", "sarif"):
        json.loads(said.out)
    assert "odd thing" not in specc("check", "--format", format, "--quiet").out


def test_check_of_good_specs(specc: Specc, toy: Toy, write: Write) -> None:
    write({"specs/a.bts": "service\nendpoint"})
    said = specc("check")
    assert (said.code, said.out) == (0, "1 spec checked: no mistake found\n")
    assert json.loads(specc("check", "--format", "json").out) == []


def test_explain(specc: Specc) -> None:
    assert "BTS101" in specc("explain").out
    assert specc("explain", "bts101").out.startswith("# BTS101: ")
    said = specc("explain", "BTS9999")
    assert (said.code, said.out) == (2, "")
    assert "BTS9999" in said.err


def test_demo_lists_its_faults(specc: Specc) -> None:
    assert "create-rounds-total" in specc("demo", "--list-faults").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--host", "0.0.0.0"), "this machine only"),
        (("--fault", "create-round-total"), "create-rounds-total"),
        (("--port", "99999"), "--port"),
    ],
)
def test_demo_refuses(specc: Specc, arguments: tuple[str, ...], words: str) -> None:
    said = specc("demo", "--port", "0", *arguments)
    assert said.code == 2
    assert words in said.err


def test_interruption_is_no_traceback(
    specc: Specc, toy: Toy, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    write({"specs/a.bts": "service\nendpoint"})
    monkeypatch.setattr("specc.driver.compiling.checked", interrupt)
    said = specc("build")
    assert (said.code, said.err) == (1, "interrupted\n")

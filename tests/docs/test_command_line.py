"""The page of the command line knows every command, and the docs every option."""

import re
from typing import Any

import pytest
import typer

from specc.cli import entry  # noqa: F401 - it registers the commands
from specc.cli.app import app

from .pages import ROOT, read

PAGE = read(ROOT / "docs" / "command-line.md")
PAGES = "\n".join(read(page) for page in (ROOT / "docs").glob("*.md"))


def commands() -> dict[str, Any]:
    """The commands by name; of click's classes or of Typer's own, as its version has it."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def test_every_command_has_its_row() -> None:
    listed = set(re.findall(r"^\| `specc (\w+)", PAGE, re.MULTILINE))
    assert listed == set(commands())


@pytest.mark.parametrize("name", commands())
def test_every_option_is_told_of(name: str) -> None:
    words = {
        word
        for option in commands()[name].params
        if option.param_type_name == "option" and not option.hidden
        for word in option.opts
        if word.startswith("--") and word != "--help"
    }
    missing = {word for word in words if not re.search(rf"{word}\b(?!-)", PAGES)}
    assert not missing

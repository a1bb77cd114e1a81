import re

import attrs
from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.model import Diagnostic
from specc.diagnostics.render import github

from .build import WARNING, diagnostics, error

COMMAND = re.compile(r"::(error|warning) ((?:[a-zA-Z]+=[^:,]*,?)+)::(.*)")


def test_a_diagnostic_is_a_workflow_command() -> None:
    found = attrs.evolve(error("\n  role x\n", "x", "not this"), help="rename it")
    assert github.render([found]) == (
        "::error file=shop.bts,line=2,col=8,endLine=2,endColumn=9,title=BTS203"
        "::it is wrong%0Anot this%0Arename it\n"
    )


def test_what_would_end_a_property_or_a_command_is_escaped() -> None:
    found = attrs.evolve(error("x", "x", name="C:/a,b%.bts"), message="100%: a,b\nc", code=WARNING)
    assert github.render([found]) == (
        "::warning file=C%3A/a%2Cb%25.bts,line=1,col=1,endLine=1,endColumn=2,title=BTS903"
        "::100%25: a,b%0Ac\n"
    )


def test_a_range_of_lines_goes_without_columns() -> None:
    assert github.render([error("a {\n}\n", "{\n}")]).startswith(
        "::error file=shop.bts,line=1,endLine=2,title=BTS203::"
    )


@given(st.lists(diagnostics, max_size=3))
def test_no_text_makes_a_command_of_its_own(found: list[Diagnostic]) -> None:
    lines = github.render(found).splitlines()
    assert len(lines) == len(found)
    for line, diagnostic in zip(lines, found, strict=True):
        command = COMMAND.fullmatch(line)
        assert command is not None
        names = [part.split("=")[0] for part in command[2].split(",")]
        assert len(names) == len(set(names))
        assert command[1] == diagnostic.severity
        assert f"title={diagnostic.code.id}" in command[2]

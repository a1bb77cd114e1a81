import json

from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.model import Diagnostic
from specc.diagnostics.render import json as json_renderer
from specc.source import SourceFile

from .build import ERROR, at, diagnostics


def test_a_diagnostic_is_told_whole() -> None:
    source, other = SourceFile("x.bts", "\nrole ä\n"), SourceFile("y.bts", "role ä\n")
    found = Diagnostic(
        ERROR, "twice", at(source, "ä", "again"), (at(other, "ä", "first"),), help="drop one"
    )
    here = {
        "file": "x.bts",
        "start": {"line": 2, "column": 6, "offset": 6},
        "end": {"line": 2, "column": 7, "offset": 7},
    }
    there = {
        "file": "y.bts",
        "start": {"line": 1, "column": 6, "offset": 5},
        "end": {"line": 1, "column": 7, "offset": 6},
    }
    assert json.loads(json_renderer.render([found])) == [
        {
            "code": "BTS203",
            "severity": "error",
            "title": "unknown field",
            "message": "twice",
            **here,
            "labels": [{**here, "message": "again"}, {**there, "message": "first"}],
            "help": "drop one",
        }
    ]


def test_no_diagnostics_are_a_document_too() -> None:
    assert json_renderer.render([]) == "[]\n"


@given(st.lists(diagnostics, max_size=3))
def test_any_text_comes_through_unchanged(found: list[Diagnostic]) -> None:
    output = json_renderer.render(found)
    assert output.isascii()
    entries = json.loads(output)
    assert [entry["message"] for entry in entries] == [one.message for one in found]
    assert [entry["file"] for entry in entries] == [one.primary.source.name for one in found]
    assert [entry["help"] for entry in entries] == [one.help for one in found]

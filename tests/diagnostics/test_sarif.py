import json
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from specc.diagnostics.model import Diagnostic
from specc.diagnostics.render import sarif
from specc.source import SourceFile, Span

from .build import ERROR, WARNING, at, diagnostics, error

# The part of the SARIF 2.1.0 schema that the renderer uses, closed against anything beyond it.
URI_REFERENCE = {"type": "string", "pattern": "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*$"}
MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "properties": {
                "artifactLocation": {"type": "object", "properties": {"uri": URI_REFERENCE}},
                "region": {
                    "type": "object",
                    "required": ["startLine", "startColumn", "endLine", "endColumn"],
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                        "endLine": {"type": "integer", "minimum": 1},
                        "endColumn": {"type": "integer", "minimum": 1},
                        "charOffset": {"type": "integer", "minimum": 0},
                        "charLength": {"type": "integer", "minimum": 0},
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help", "helpUri"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": {**MESSAGE, "required": ["text", "markdown"]},
        "helpUri": {"type": "string", "pattern": "^https://"},
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION, "minItems": 1, "maxItems": 1},
        "relatedLocations": {"type": "array", "items": LOCATION, "minItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "required": ["name", "rules"],
    "properties": {"rules": {"type": "array", "items": RULE, "uniqueItems": True}},
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
    "additionalProperties": False,
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
    "additionalProperties": False,
}


def run_of(found: list[Diagnostic]) -> dict[str, Any]:
    """The one run of the log, checked against the schema."""
    log = json.loads(sarif.render(found))
    jsonschema.validate(log, LOG)
    run: dict[str, Any] = log["runs"][0]
    return run


def fingerprint(diagnostic: Diagnostic) -> str:
    return str(run_of([diagnostic])["results"][0]["partialFingerprints"])


def test_a_result_points_to_its_rule_and_places() -> None:
    source, other = SourceFile("specs/x y.bts", "\nrole ä\n"), SourceFile("z.bts", "role ä\n")
    found = Diagnostic(ERROR, "twice", at(source, "ä", "again"), (at(other, "ä", "first"),))
    run = run_of([attrs.evolve(found, code=WARNING), found])
    result = run["results"][1]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["BTS203", "BTS903"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("BTS203", 0, "error")
    assert result["message"]["text"] == "twice\nagain"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "specs/x%20y.bts"},
        "region": {
            "startLine": 2,
            "startColumn": 6,
            "endLine": 2,
            "endColumn": 7,
            "charOffset": 6,
            "charLength": 1,
        },
    }
    assert result["relatedLocations"][0]["message"] == {"text": "first"}
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("specs/shop.bts", "specs/shop.bts"),
        ("ä ?#%.bts", "%C3%A4%20%3F%23%25.bts"),
        ("a:b.bts", "a%3Ab.bts"),
        ("/srv/a b.bts", "file:///srv/a%20b.bts"),
        ("C:/specs/a.bts", "file:///C:/specs/a.bts"),
    ],
)
def test_a_file_is_a_uri(name: str, uri: str) -> None:
    location = run_of([error("x", "x", name=name)])["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_fingerprint_outlives_what_happens_to_other_lines() -> None:
    before = error("role a\nrole wrong\n", "wrong")
    after = error("# new\n\nrole a\n  role wrong\nrole z\n", "wrong")
    assert fingerprint(before) == fingerprint(after)


def test_a_fingerprint_tells_places_files_and_codes_apart() -> None:
    found = error("role wrong\nrole other\nrole wrong\n", "wrong")
    again = attrs.evolve(found, primary=attrs.evolve(found.primary, span=Span(27, 32)))
    others = [
        again,
        error("role wrong\nrole other\nrole wrong\n", "other"),
        error("role wrong\n", "wrong", name="other.bts"),
        attrs.evolve(found, code=WARNING),
    ]
    prints = [str(result["partialFingerprints"]) for result in run_of([found, *others])["results"]]
    assert len(set(prints)) == len(prints)


@given(st.lists(diagnostics, max_size=3))
def test_any_text_makes_a_valid_log(found: list[Diagnostic]) -> None:
    assert sarif.render(found).isascii()
    assert len(run_of(found)["results"]) == len(found)

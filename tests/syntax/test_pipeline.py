"""Pipelines."""

import pytest

from specc.syntax.nodes.pipeline import (
    Artifacts,
    OnFailure,
    Pipeline,
    PipelineStage,
    StageLoad,
    StageObligations,
    StageSecurity,
    StageTests,
)
from tests.syntax.reading import codes, declaration


def entry(text: str):
    (only,) = declaration(f"pipeline x {{\n{text}\n}}").entries
    return only


def test_a_pipeline() -> None:
    made = declaration(
        'pipeline release {\n stage a { load peak }\n on failure run "undo.sh -v"\n artifacts "out"\n}'
    )
    assert isinstance(made, Pipeline)
    assert made.name.text == "release"
    stage, failure, artifacts = made.entries
    assert isinstance(stage, PipelineStage)
    assert isinstance(failure, OnFailure)
    assert failure.command.plain == "undo.sh -v"
    assert isinstance(artifacts, Artifacts)
    assert artifacts.folder.plain == "out"


def test_a_stage_does_several_things_and_needs_several() -> None:
    made = entry(
        "stage all {\n tests tagged smoke, fast\n obligations of get, shop.put\n"
        " security rules\n load shop.peak\n} needs one, two"
    )
    assert isinstance(made, PipelineStage)
    tests, obligations, security, load = made.work
    assert isinstance(tests, StageTests)
    assert [tag.text for tag in tests.tags] == ["smoke", "fast"]
    assert isinstance(obligations, StageObligations)
    assert [ref.text for ref in obligations.endpoints] == ["get", "shop.put"]
    assert isinstance(security, StageSecurity)
    assert security.block.text == "rules"
    assert isinstance(load, StageLoad)
    assert load.profile.text == "shop.peak"
    assert [name.text for name in made.needs] == ["one", "two"]


def test_all_endpoints() -> None:
    made = entry("stage a { obligations of all endpoints }")
    assert made.work[0].endpoints == ()
    assert made.needs == ()


@pytest.mark.parametrize("word", ["stage", "needs", "run", "artifacts", "pipeline", "failure"])
def test_words_of_a_pipeline_are_names_elsewhere(word: str) -> None:
    made = declaration(f"pipeline {word} {{\n stage {word} {{ load {word} }} needs {word}\n}}")
    assert made.name.text == word
    assert made.entries[0].needs[0].text == word
    assert declaration(f"contract C {{ {word}: int }}").fields[0].name.text == word


@pytest.mark.parametrize(
    "text", ["stage { load a }", "stage a load b", "on failure", "artifacts reports", "needs a"]
)
def test_what_is_no_entry(text: str) -> None:
    assert codes(f"pipeline x {{\n{text}\n}}")

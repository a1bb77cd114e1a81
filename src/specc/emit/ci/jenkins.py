"""Jenkins: a declarative pipeline. Jenkins knows no graph, so each stage asks what has passed."""

from __future__ import annotations

from collections.abc import Iterator

from specc.emit.ci.project import HISTORY, Steps
from specc.ir.pipelines import Pipeline, Stage

_MINUTES = 60
_ENVIRONMENT = ". .venv/bin/activate"


def file_name(_pipeline: str) -> str:
    """Where Jenkins looks for it."""
    return "Jenkinsfile"


def workflow(steps: Steps) -> str:
    """The file."""
    return "".join(f"{row}\n" for row in _rows(steps))


def groovy(text: str) -> str:
    """A text as a string in which Groovy replaces nothing, and whose lines stay in it."""
    named = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return "'" + "".join(_escaped(char, named) for char in text) + "'"


def _escaped(char: str, named: dict[str, str]) -> str:
    if char in named:
        return named[char]
    if " " <= char <= "~":
        return char
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def waves(pipeline: Pipeline) -> list[list[Stage]]:
    """The stages by how long the longest chain is of what they need."""
    depths: dict[str, int] = {}
    found: list[list[Stage]] = []
    for stage in pipeline.stages:
        depth = max((depths[need] + 1 for need in stage.needs), default=0)
        depths[stage.name] = depth
        if depth == len(found):
            found.append([])
        found[depth].append(stage)
    return found


def _rows(steps: Steps) -> Iterator[str]:
    yield from (f"// {line}" for line in steps.head)
    yield "def passed = [:]"
    yield ""
    yield "pipeline {"
    yield "  agent any"
    yield "  options {"
    yield f"    timeout(time: {_MINUTES}, unit: 'MINUTES')"
    yield "    disableConcurrentBuilds()"
    yield "  }"
    yield "  environment {"
    # The workspace outlives a build, and so do what pip fetched and the figures of earlier runs.
    yield f'    {steps.cache_variable} = "${{WORKSPACE}}/.cache/deps" // figures are in {HISTORY}'
    yield "  }"
    yield "  stages {"
    yield "    stage('check') {"
    yield "      steps {"
    yield "        sh 'python3 -m venv .venv'"
    for line in steps.install:
        yield f"        {_sh(line)}"
    yield f"        {_sh(steps.check())}"
    yield f"        {_sh(steps.build())}"
    yield "      }"
    yield "    }"
    for number, wave in enumerate(waves(steps.pipeline), 1):
        yield from _wave(steps, number, wave)
    yield "  }"
    yield "  post {"
    yield "    always {"
    results, all_files = groovy(f"{steps.reports}/*/junit.xml"), groovy(f"{steps.reports}/**")
    yield f"      junit testResults: {results}, allowEmptyResults: true"
    yield f"      archiveArtifacts artifacts: {all_files}, allowEmptyArchive: true"
    yield "    }"
    if steps.pipeline.on_failure is not None:
        yield "    unsuccessful {"
        yield f"      {_sh(steps.on_failure())}"
        yield "    }"
    yield "  }"
    yield "}"


def _wave(steps: Steps, number: int, wave: list[Stage]) -> Iterator[str]:
    yield f"    stage('stages {number}') {{"
    yield "      parallel {"
    for stage in wave:
        yield f"        stage({groovy(stage.name)}) {{"
        if stage.needs:
            needed = " && ".join(f"passed[{groovy(need)}]" for need in stage.needs)
            yield f"          when {{ expression {{ {needed} }} }}"
        yield "          steps {"
        yield "            catchError(buildResult: 'FAILURE', stageResult: 'FAILURE') {"
        folder = f"{steps.reports}/{stage.name}"  # the branches share a workspace
        yield f"              {_sh(steps.stage(stage.name, folder=folder))}"
        yield f"              script {{ passed[{groovy(stage.name)}] = true }}"
        yield "            }"
        yield "          }"
        yield "        }"
    yield "      }"
    yield "    }"


def _sh(line: str) -> str:
    return f"sh {groovy(f'{_ENVIRONMENT} && {line}')}"

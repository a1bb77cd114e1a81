"""What is broken as annotations, which CI systems show at the line of the spec."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from specc.reporting.story import Story, Told

MOST = 50
"""CI systems show ten or so of a step; beyond this, they are noise in its log."""
_LINES = 12


def github(told: Told, file: str, line: str) -> str:
    """A workflow command of GitHub's."""
    listed = f"file={_property(file)},line={line},title={_property(told.id)}"
    return f"::error {listed}::{_data(_text(told))}"


def azure(told: Told, file: str, line: str) -> str:
    """A logging command of Azure's."""
    listed = f"type=error;sourcepath={_azure(file)};linenumber={line}"
    return f"##vso[task.logissue {listed}]{_azure(f'{told.id}: {_text(told)}')}"


SYSTEMS: Mapping[str, Callable[[Told, str, str], str]] = {"github": github, "azure": azure}


def lines(story: Story, system: str) -> Iterator[str]:
    """A line for each broken obligation. No text of a server begins another command."""
    for told in story.broken[:MOST]:
        file, _, line = told.place.rpartition(":")
        yield SYSTEMS[system](told, file or told.place, line if line.isdecimal() else "1")


def _text(told: Told) -> str:
    return "\n".join((told.message or told.reason or "it does not hold").splitlines()[:_LINES])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _azure(text: str) -> str:
    escaped = text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(";", "%3B").replace("]", "%5D")

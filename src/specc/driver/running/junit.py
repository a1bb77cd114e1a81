"""A run as one JUnit file: what each pytest has written, and what no pytest knows of."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence
from typing import Literal

import attrs

from specc.driver.inputs import DriverError, shown
from specc.driver.running.results import Result, SuiteResult

Ending = Literal["passed", "failure", "error", "skipped"]
_ENDINGS: dict[str, Ending] = {
    "held": "passed",
    "broken": "failure",
    "error": "error",
    "waived": "skipped",
    "not_run": "skipped",
}
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@attrs.frozen
class Case:
    """A test case: what it is a part of, its name, how it ended and why, how long (s) it took."""

    group: str
    name: str
    ending: Ending
    text: str = ""
    seconds: float = 0.0


def merge(parts: Iterable[str], place: str, more: Iterable[ElementTree.Element] = ()) -> None:
    """Write the test suites of all files that exist, and more, into one. Raises DriverError."""
    merged = ElementTree.Element("testsuites", name="specc")
    for part in parts:
        if os.path.exists(part):
            # What pytest wrote a moment ago, into a folder that only we can write to.
            merged.extend(ElementTree.parse(part).getroot().iter("testsuite"))  # noqa: S314
    merged.extend(more)
    try:
        os.makedirs(os.path.dirname(os.path.abspath(place)), exist_ok=True)
        ElementTree.ElementTree(merged).write(place, encoding="utf-8", xml_declaration=True)
    except OSError as error:
        raise DriverError(f"cannot write {shown(place)}: {error.strerror}") from error


def thresholds(suites: Iterable[SuiteResult]) -> list[ElementTree.Element]:
    """What load profiles require, a test suite for each that was run: pytest knows none of it."""
    made = []
    for suite in suites:
        known = {each.obligation: each for each in suite.results}
        for load in suite.loads:
            names = [str(told.get("id")) for told in load.figures.get("thresholds") or ()]
            group = f"{suite.suite}.{load.profile}"
            cases = [_case(group, known[name]) for name in names if name in known]
            made.append(suite_of(f"load {load.profile}", cases))
    return made


def suite_of(name: str, cases: Sequence[Case]) -> ElementTree.Element:
    """A test suite."""

    def count(ending: Ending) -> str:
        return str(sum(each.ending == ending for each in cases))

    suite = ElementTree.Element(
        "testsuite",
        name=_clean(name),
        tests=str(len(cases)),
        failures=count("failure"),
        errors=count("error"),
        skipped=count("skipped"),
        time=f"{sum(each.seconds for each in cases):.3f}",
    )
    for each in cases:
        case = ElementTree.SubElement(
            suite,
            "testcase",
            classname=_clean(each.group),
            name=_clean(each.name),
            time=f"{each.seconds:.3f}",
        )
        if each.ending != "passed":
            text = _clean(each.text)
            first = text.splitlines()[0] if text else each.ending
            ElementTree.SubElement(case, each.ending, message=first).text = text
    return suite


def _case(group: str, result: Result) -> Case:
    text = result.message or result.reason
    if result.spec:
        text += f"\npromised at {result.spec}"
    return Case(group, result.obligation, _ENDINGS[result.outcome], text)


def _clean(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)

"""Keeps what a run has found: appends regression tests to a spec, in one go or not at all."""

from __future__ import annotations

import contextlib
import os

import attrs

from specc.driver.compiling import checked, lowered, planned
from specc.driver.inputs import DriverError, shown
from specc.driver.running.results import RunResult
from specc.driver.sources import Sources
from specc.frontend import compile_front
from specc.learning.literals import UnsayableError
from specc.learning.regressions import Found, alias_of, regression, with_tests
from specc.plan.nodes import Plan
from specc.source import SourceFile
from specc.syntax.parser import parse


@attrs.frozen
class Learned:
    """What became of what was found: how many tests were added, and what could not be said."""

    path: str
    added: int
    known: int
    unsaid: tuple[tuple[str, str], ...]
    """Obligations, and why there is no test."""


def learn(path: str, result: RunResult) -> Learned:
    """Append a test to the spec at `path` for each search of a run that has found something.

    Raises DriverError where the file can't be read or written.
    """
    before = _read(path)
    text = before
    added = known = 0
    unsaid: list[tuple[str, str]] = []
    plans: dict[str, Plan] = {}
    for suite in result.suites:
        for obligation, calls in suite.found:
            if suite.spec not in plans:
                plans[suite.spec] = _plan(suite.spec, suite.suite)
            found = Found(obligation, suite.spec, calls)
            made, why = _with(text, path, found, plans[suite.spec])
            if made is None:
                unsaid.append((obligation, why))
            elif made == text:
                known += 1
            else:
                text, added = made, added + 1
    if text != before:
        _write(path, text)
    return Learned(path, added, known, tuple(unsaid))


def sequences(result: RunResult) -> tuple[str, ...]:
    """The sequences of calls that a run has found to break a promise, each as a test."""
    told: list[str] = []
    plans: dict[str, Plan] = {}
    for suite in result.suites:
        for obligation, calls in suite.found:
            if len(calls["calls"]) > 1 and obligation.startswith("stateful."):
                if suite.spec not in plans:
                    plans[suite.spec] = _plan(suite.spec, suite.suite)
                with contextlib.suppress(UnsayableError):
                    found = Found(obligation, suite.spec, calls)
                    told.append(regression(found, plans[suite.spec]))
    return tuple(told)


def _with(text: str, path: str, found: Found, plan: Plan) -> tuple[str | None, str]:
    """The file's text with one more test; None and the reason where it can't be."""
    relative = os.path.relpath(found.spec, os.path.dirname(path) or ".").replace(os.sep, "/")
    imports = [(relative, alias_of(found.spec))]
    why = ""
    # As a call first; where the checks would not let its values pass, as a plain request.
    for raw in (False, True):
        try:
            made = with_tests(text, imports, [regression(found, plan, raw=raw)])
        except UnsayableError as wrong:
            why = why or str(wrong)
            continue
        mistake = _mistake(path, made)
        if not mistake:
            return made, ""
        why = mistake
    return None, why


def _plan(spec: str, suite: str) -> Plan:
    sources = Sources({})
    return planned(lowered(checked(spec, sources), suite, sources))


def _mistake(path: str, text: str) -> str:
    """What is wrong with the file as it would be; empty if nothing is."""
    name = os.path.relpath(path).replace(os.sep, "/")
    sources = Sources({})
    module = parse(SourceFile(name, text))
    front = compile_front(
        name, lambda other: module if other == name else sources.load(other), sources.read_text
    )
    return next((each.message for each in front.diagnostics if each.severity == "error"), "")


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise DriverError(f"cannot read {shown(path)}: {error}") from error


def _write(path: str, text: str) -> None:
    folder = os.path.dirname(os.path.abspath(path))
    try:
        os.makedirs(folder, exist_ok=True)
        temporary = f"{path}.{os.getpid()}.tmp"
        try:
            with open(temporary, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.replace(temporary, path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)
    except OSError as error:
        raise DriverError(f"cannot write {shown(path)}: {error.strerror}") from error

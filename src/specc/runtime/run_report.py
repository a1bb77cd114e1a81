"""What pytest says of each test, turned into the events of the run's report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import pytest

from specc.runtime.json_text import Json
from specc.runtime.report_file import ReportFile

_DURING = {"setup": "set-up: ", "teardown": "clean-up: "}


@attrs.define
class Verdict:
    """What is known of a test so far."""

    obligation: str | None = None
    spec: str | None = None
    outcome: str = "not_run"
    message: str | None = None
    reason: str | None = None
    seconds: float = 0.0
    found: list[dict[str, Any]] | None = None
    """The calls that searches have found to break it."""
    breach: dict[str, Any] | None = None
    """What the security rule that it breaks is, and what showed it."""


class RunReport:
    """A plugin that gathers the three reports of each test, and writes one event of them."""

    def __init__(self, file: ReportFile) -> None:
        self.file = file
        self.is_interrupted = False
        """Whether somebody has pressed Ctrl-C."""
        self._pending: dict[str, Verdict] = {}

    def begin(self, node: str, obligation: str | None, spec: str | None) -> None:
        """A test begins in this process; it may be that it never comes to an end."""
        self._pending[node] = Verdict(obligation, spec)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take one report of a test: of its set-up, of itself, or of its clean-up."""
        verdict = self._pending.setdefault(report.nodeid, Verdict())
        about: dict[str, Any] = getattr(report, "specc", {})
        verdict.obligation = about.get("obligation", verdict.obligation)
        verdict.spec = about.get("spec", verdict.spec)
        if about.get("noted"):
            verdict.outcome = "noted"
            verdict.breach, verdict.message = about.get("breach"), about.get("message")
        elif report.skipped:
            verdict.outcome, verdict.reason = "not_run", _reason(report)
        elif report.failed and verdict.outcome != "broken":
            verdict.found = about.get("found")
            verdict.breach = about.get("breach")
            is_broken = report.when == "call" and about.get("broken", False)
            verdict.outcome = "broken" if is_broken else "error"
            during = _DURING.get(str(report.when), "")
            verdict.message = during + about.get("message", report.longreprtext)
        elif report.when == "call" and report.passed:
            verdict.outcome = "held"
        if report.when == "call" or report.failed:
            verdict.seconds = round(report.duration, 6)
        # A worker that crashed is reported once, as "???".
        if report.when not in ("setup", "call"):
            self._write(report.nodeid, self._pending.pop(report.nodeid))

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """The run is ended from the outside; pytest's own ways to end it come here as well."""
        self.is_interrupted = excinfo.type is KeyboardInterrupt

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Report what cannot even be imported."""
        if report.failed:
            self.file.write("collection_error", node=report.nodeid, message=report.longreprtext)

    def saw(self, witnessed: Sequence[Json]) -> None:
        """Report what one process has seen of the endpoints."""
        for entry in witnessed:
            self.file.write("witness", **entry)

    def finish(self, why: str, **values: object) -> None:
        """The run is over: tests that did not come to their end were not run; `why` says why."""
        for node, verdict in self._pending.items():
            verdict.outcome, verdict.reason = "not_run", why
            self._write(node, verdict)
        self._pending.clear()
        self.file.write("end", **values)
        self.file.close()

    def _write(self, node: str, verdict: Verdict) -> None:
        self.file.write(
            "test",
            obligation=verdict.obligation,
            node=node,
            spec=verdict.spec,
            outcome=verdict.outcome,
            message=verdict.message,
            reason=verdict.reason,
            seconds=verdict.seconds,
            **({} if verdict.found is None else {"found": verdict.found}),
            **({} if verdict.breach is None else {"breach": verdict.breach}),
        )


def _reason(report: pytest.TestReport) -> str:
    if (expected := getattr(report, "wasxfail", None)) is not None:
        return f"expected to fail: {expected}".rstrip(": ")
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ").removeprefix("not run: ")
    return report.longreprtext

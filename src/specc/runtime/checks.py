"""A test goes on to its last expectation before it fails."""

from __future__ import annotations

import linecache
import sys
import traceback
from collections.abc import Iterable
from types import TracebackType

import attrs

from specc.runtime.absent import DECLARED
from specc.runtime.broken import Broken, Finding
from specc.runtime.exchange import Response
from specc.runtime.expect import Promise, Status, content_mismatches, status_mismatches
from specc.runtime.visible import one_line


class Checks:
    """The expectations of one test: what is not met is recorded, and raised at the test's end."""

    def __init__(self) -> None:
        self.recorded: list[Broken] = []
        self._open: list[tuple[str, str, tuple[Response | None, ...]]] = []

    def __call__(self, at: str, text: str = "", *responses: Response | None) -> Checks:
        """A `with` block that checks one expectation.

        `at` is its spec line, `text` what stands there, `responses` what to show if it fails. A
        Broken raised inside is recorded and the test goes on; so is a field or an item that is not
        there, and an operation that the values do not allow. A response is None where a `finally`
        looks at what a failed step should have made.
        """
        # Under load there are many: an object for each would cost more than what it checks.
        self._open.append((at, text, responses))
        return self

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        opened = self._open.pop()
        if raised is None:
            return False
        at, text, responses = opened
        match raised:
            case Broken():
                findings = [_placed(finding, at, text, responses) for finding in raised.findings]
            case LookupError() | TypeError():
                findings = [_placed(Finding.saying(in_words(raised)), at, text, responses)]
            case _:
                return False
        self.recorded.append(Broken(*findings).with_traceback(trace))
        return True

    def expect(
        self, response: Response, status: Status, contract: Promise = DECLARED, *, at: str = ""
    ) -> Response:
        """As `expect`: a wrong status ends the test; what is wrong with the content is recorded."""
        __tracebackhide__ = True
        found = tuple(status_mismatches(response, status))
        if found:
            raise Broken(Finding(found, at, shown=(response,)))
        found = tuple(content_mismatches(response, contract))
        if found:
            broken = Broken(Finding(found, at, shown=(response,)))
            self.recorded.append(broken.with_traceback(_caller()))
        return response

    def take(self, since: int = 0) -> list[Broken]:
        """Remove and return what was recorded after the first `since` failures."""
        taken = self.recorded[since:]
        del self.recorded[since:]
        return taken


def _placed(
    finding: Finding, at: str, text: str, responses: tuple[Response | None, ...]
) -> Finding:
    """A finding with the expectation that it broke."""
    known = tuple(each for each in responses if each is not None)
    return attrs.evolve(
        finding,
        at=finding.at or at,
        text=finding.text or text,
        shown=(*known, *(each for each in finding.shown if each not in known)),
    )


def _caller() -> TracebackType | None:
    """A traceback that ends where a test has called what calls this."""
    frame = sys._getframe(2)
    return TracebackType(None, frame, frame.f_lasti, frame.f_lineno)


def merged(failures: Iterable[Broken]) -> Broken:
    """Several failures as one, whose traceback is that of the first."""
    several = list(failures)
    one = Broken(*(finding for each in several for finding in each.findings))
    return one.with_traceback(several[0].__traceback__)


def in_words(wrong: BaseException) -> str:
    """What an expression of a test stumbled over: which field is missing, and where."""
    frames = traceback.extract_tb(wrong.__traceback__)
    where = _expression(frames[-1]) if frames else ""
    match wrong:
        case KeyError(args=(key,)):
            what = f"there is no field `{key}`"
        case IndexError():
            what = "there is no such item"
        case _:
            what = str(wrong) or type(wrong).__name__
    return f"{where}: {what}" if where else what


def _expression(frame: traceback.FrameSummary) -> str:
    """The source of the very expression that failed, which is known to the column."""
    colno, end = getattr(frame, "colno", None), getattr(frame, "end_colno", None)
    if frame.lineno is None or colno is None or end is None or frame.end_lineno != frame.lineno:
        return ""
    line = linecache.getline(frame.filename, frame.lineno).encode()  # columns count bytes
    return f"`{one_line(line[colno:end].decode('utf-8', 'replace'))}`"


_live: list[Checks] = []


def begin(checks: Checks) -> None:
    """Have `eventually` know of the checks of the test that runs now."""
    _live.append(checks)


def end(checks: Checks) -> None:
    """The test is over."""
    _live.remove(checks)


def live() -> Checks | None:
    """The checks of the test that runs now."""
    return _live[-1] if _live else None

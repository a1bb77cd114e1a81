"""What is wrong with an answer, in the few words by which failures are told apart and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specc.runtime.broken import Broken
from specc.runtime.checks import in_words as words_of
from specc.runtime.client import in_words
from specc.runtime.hosts import Origin
from specc.runtime.load.parsing import BrokenOffError, NotHttpError
from specc.runtime.mismatch import Mismatch
from specc.runtime.redaction import redacted
from specc.runtime.visible import one_line

_LONGEST = 300


def of_answer(found: tuple[Mismatch, ...], at: str) -> str:
    """Of an answer that is not as promised; `at` is the spec line that says so."""
    first = found[0]
    said = first.message if not first.path else f"{first.path}: {first.message}"
    return one_line(redacted(f"{said}{f' ({at})' if at else ''}"))[:_LONGEST]


def of_loss(wrong: Exception, origin: Origin, timeout: float) -> str:
    """Of an answer that did not come, or not whole."""
    match wrong:
        case NotHttpError():
            return f"the answer is not HTTP: {one_line(str(wrong))}"
        case BrokenOffError():
            return f"no whole answer: {origin.netloc} {wrong}"
        case _:
            return in_words(wrong, origin, timeout)


def of_stumble(wrong: Exception) -> str:
    """Of a step that could not be done."""
    said = wrong.findings if isinstance(wrong, Broken) else ()
    found = said[0].mismatches if said else (Mismatch("", words_of(wrong)),)
    return of_answer(found, said[0].at if said else "")


def of_findings(broken: Iterable[Broken]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Of expectations that did not hold: each in words, and the endpoints that it looked at."""
    for each in broken:
        for finding in each.findings:
            names = (getattr(shown.endpoint, "name", None) for shown in finding.shown)
            said = f"{finding.text}: " if finding.text else ""
            text = said + of_answer(finding.mismatches, finding.at)
            yield text, tuple(name for name in names if name is not None)

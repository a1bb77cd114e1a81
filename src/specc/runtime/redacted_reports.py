"""Take secrets out of pytest's own reports: tracebacks, local variables, captured output."""

from __future__ import annotations

import pytest

from specc.runtime.redaction import REDACTED, known, redacted

_SHORTEST_PART = 4


def redact_report(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Redact everything in a report that is shown or written, in place."""
    report.sections = [(title, _clean(text)) for title, text in report.sections]
    longrepr = report.longrepr
    if isinstance(longrepr, str):
        report.longrepr = _clean(longrepr)
    elif isinstance(longrepr, tuple):
        path, line, reason = longrepr
        report.longrepr = (path, line, _clean(reason))
    elif longrepr is not None and _clean(text := str(longrepr)) != text:
        _walk(longrepr, set())


def _walk(node: object, seen: set[int]) -> object:
    """Redact all text in pytest's representation of a failure, whatever its classes look like."""
    match node:
        case str():
            return _clean(node)
        case list():
            node[:] = [_walk(item, seen) for item in node]
        case tuple():
            return tuple(_walk(item, seen) for item in node)
        case _ if type(node).__module__.startswith("_pytest.") and id(node) not in seen:
            seen.add(id(node))
            for name, value in vars(node).items():
                # Some of the classes are frozen, which is meant for those who compare them.
                object.__setattr__(node, name, _walk(value, seen))
    return node


def _clean(text: str) -> str:
    return _without_parts(redacted(text))


def _without_parts(text: str) -> str:
    """Redact what is left of a secret where pytest has shortened a value by `...`."""
    if "..." not in text:
        return text
    for form, label in known().items():
        if len(form) <= _SHORTEST_PART:
            continue
        for length in range(len(form) - 1, _SHORTEST_PART - 1, -1):
            if (head := f"{form[:length]}...") in text:
                text = text.replace(head, f"{label}...")
                break
        for length in range(len(form) - 1, _SHORTEST_PART - 1, -1):
            if (tail := f"...{form[-length:]}") in text:
                text = text.replace(tail, f"...{REDACTED}")
                break
    return text

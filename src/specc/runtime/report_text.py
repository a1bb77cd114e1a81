"""What a Broken says: the promise, how it is broken, the exchange, and how to repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specc.runtime import spec_text, under_test
from specc.runtime.broken import Broken, Finding
from specc.runtime.curl import curl, needs
from specc.runtime.exchange import Request, Response
from specc.runtime.exchange_text import request_lines, response_lines
from specc.runtime.mismatch import Mismatch
from specc.runtime.redaction import hide, known
from specc.runtime.sensitive import secrets_of
from specc.runtime.under_test import Obligation
from specc.runtime.visible import one_line, visible

_ALIKE = 4
"""Mismatches of one kind that are shown, of those that only differ in the item they are about."""
_EXCHANGES = 4
"""Exchanges that are shown of one failure."""


def render(broken: Broken) -> str:
    """The text of a failure. No secret is in it, and nothing that a terminal would act on."""
    shown = list(_exchanges(broken))
    redactors = [known(), *(secrets_of(request, response) for request, response in shown)]
    promise = under_test.current() or _endpoint_of(broken)
    lines = [_headline(broken, promise), ""]
    if promise is not None:
        lines += [f"  promised at {_place(promise.spec)}", ""]
    if not _is_told(broken):
        for finding in broken.findings:
            lines += _finding(finding)
    for request, response in shown[:_EXCHANGES]:
        lines += _indented(request_lines(request, redactors))
        if response is not None:
            lines += _indented(response_lines(response, redactors))
        lines += ["  again", f"      {visible(curl(request, *redactors))}"]
        lines += [f"      {note}" for note in [needs(request)] if note] + [""]
    if len(shown) > _EXCHANGES:
        lines += [f"  ({len(shown) - _EXCHANGES} more exchanges are not shown)", ""]
    if broken.closing:
        lines += [f"  {one_line(broken.closing)}"]
    return hide("\n".join(lines).rstrip(), *redactors)


def _endpoint_of(broken: Broken) -> Obligation | None:
    """What a failure is about that is no test's own, such as a log-in before all of them."""
    for request, _ in _exchanges(broken):
        if request.endpoint is not None:
            return Obligation(request.endpoint.name, request.endpoint.spec)
    return None


def _headline(broken: Broken, promise: Obligation | None) -> str:
    """The one line that summaries show."""
    name = f"{promise.id}: " if promise else ""
    mismatches = broken.mismatches
    if not mismatches:
        return f"{name}does not hold"
    first = mismatches[0]
    lead = f"{broken.findings[0].lead} " if broken.findings[0].lead else ""
    where = f"{first.path}: " if first.path else ""
    more = f" (and {len(mismatches) - 1} more)" if len(mismatches) > 1 else ""
    return one_line(f"{name}{lead}{where}{first.message}{more}")


def _is_told(broken: Broken) -> bool:
    """Whether the headline has said it all: it is a sentence about no place in particular."""
    match broken.findings:
        case [Finding(mismatches=[Mismatch(path="", expected="")], at="", text="")]:
            return True
        case _:
            return False


def _place(place: str) -> str:
    line = spec_text.line_at(place)
    return f"{place} | {one_line(line)}" if line else place


def _finding(finding: Finding) -> list[str]:
    lines = [f"  {one_line(finding.lead)}"] if finding.lead else []
    if finding.at or finding.text:
        quoted = spec_text.line_at(finding.at) if finding.at else ""
        stands = " | ".join(filter(None, [finding.at, one_line(quoted or finding.text)]))
        lines.append(f"  {stands}")
    alike: dict[tuple[str, str], int] = {}
    for mismatch in finding.mismatches:
        place = re.sub(r"\[\d+\]", "[*]", mismatch.path)
        key = (place, mismatch.expected or mismatch.message)
        alike[key] = alike.get(key, 0) + 1
        if alike[key] <= _ALIKE:
            lines += _mismatch(mismatch)
    for (place, _), count in alike.items():
        if count > _ALIKE:
            lines.append(f"  {place}: {count - _ALIKE} more of this kind")
    return [*lines, ""]


def _mismatch(mismatch: Mismatch) -> list[str]:
    where = f"  {one_line(mismatch.path)}"
    is_pair = mismatch.message == f"expected {mismatch.expected}, got {mismatch.got}"
    if not is_pair and not mismatch.expected:
        message = one_line(mismatch.message)
        return [f"{where}: {message}" if mismatch.path else f"      {message}"]
    lines = (
        []
        if not mismatch.path
        else [where if is_pair else f"{where}: {one_line(mismatch.message)}"]
    )
    if is_pair:
        lines.append(f"      expected  {one_line(mismatch.expected)}")
        lines.append(f"      got       {one_line(mismatch.got)}")
    elif mismatch.got not in ("", "nothing"):
        lines.append(f"      got       {one_line(mismatch.got)}")
    return lines


def _exchanges(broken: Broken) -> Iterator[tuple[Request, Response | None]]:
    seen: set[int] = set()
    for finding in broken.findings:
        for each in finding.shown:
            request = each.request if isinstance(each, Response) else each
            if id(request) not in seen:
                seen.add(id(request))
                yield request, each if isinstance(each, Response) else None


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}".rstrip() for line in lines] + [""]

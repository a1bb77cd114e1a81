"""What a check says when a rule is broken, and when it cannot tell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import pytest

from specc.rules import RULES
from specc.runtime.broken import Broken, Finding
from specc.runtime.curl import curl
from specc.runtime.exchange import Response
from specc.runtime.redaction import known, redacted
from specc.runtime.sensitive import secrets_of
from specc.runtime.visible import one_line


def breach(
    rule: str, said: str, *shown: Response, where: str = "", endpoint: str | None = None
) -> Broken:
    """The failure of a rule. `shown` are the exchanges that prove it, the telling one first.

    `where` is the place of the request that it is about, `endpoint` what it is sent to: that of the
    first exchange if left out. What is reported knows it again by rule,
    endpoint and place, whatever the values of this run were.
    """
    fact = RULES[rule]
    message = redacted(f"{one_line(said)} [{fact.severity}, CWE-{fact.cwe}]")
    broken = Broken(Finding.saying(message, *shown))
    category = f"OWASP {fact.owasp}, " if fact.owasp else ""
    broken.closing = f"{rule}: {category}CWE-{fact.cwe}. Remedy: {fact.remedy}"
    called = next((each.endpoint for each in shown if each.endpoint is not None), None)
    name = endpoint or (called.name if called is not None else "")
    broken.breach = {
        "rule": rule,
        "title": fact.title,
        "severity": fact.severity,
        "cwe": fact.cwe,
        "owasp": fact.owasp,
        "remedy": fact.remedy,
        "endpoint": name,
        "where": where,
        "message": redacted(one_line(said)),
        "again": [
            curl(each.request, known(), secrets_of(each.request, each)) for each in shown[:4]
        ],
        "fingerprint": hashlib.sha256("\0".join((rule, name, where)).encode()).hexdigest()[:16],
    }
    return broken


def inconclusive(why: str) -> NoReturn:
    """Skip the test: what it saw says nothing about the rule."""
    __tracebackhide__ = True
    pytest.skip(f"inconclusive: {redacted(one_line(why))}")


@contextmanager
def judged() -> Iterator[None]:
    """Skip the test where no answer comes to what is asked in it: there is nothing to judge."""
    __tracebackhide__ = True
    try:
        yield
    except Broken as wrong:
        inconclusive(str(wrong).strip().partition("\n")[0])


def not_applicable(why: str) -> NoReturn:
    """Skip the test: the rule is about something that is not there."""
    __tracebackhide__ = True
    pytest.skip(f"not applicable: {redacted(one_line(why))}")


def succeeded(response: Response) -> bool:
    """Whether a call was answered as a success."""
    return 200 <= response.status < 400


def told(response: Response) -> str:
    """`get_order as bob is answered 200`."""
    name = response.endpoint.name if response.endpoint else response.request.target
    return f"{name} as {response.request.actor} is answered {response.status}"

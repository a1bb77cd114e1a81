"""Whether a declared rate limit bites, whom it bites, and whether it lets up."""

from __future__ import annotations

import time

from specc.runtime.actor import Actor
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, told
from specc.runtime.security.secrets import unknown_like

_LONGEST = 61.0
"""Seconds that a test waits at most for a limit to let up."""


def bites_and_lets_up(
    rule: str,
    attempt: Attempt,
    *,
    count: int,
    seconds: float,
    account: str | None = None,
    other: Actor | None = None,
) -> None:
    """Of more than `count` calls in `seconds`, some are answered 429; others' are not; and after
    that time, none is. Raises Broken.

    The calls are those of an `account` that nobody has (a place of the body), or of the attempt's
    own throw-away actor; then `other` is another one.
    """
    __tracebackhide__ = True
    usual = attempt.value_at(f"body.{account}") if account else None
    mine, theirs = (unknown_like(str(usual)), unknown_like(str(usual))) if account else ("", "")

    def call(name: str, by: Actor | None = None) -> Response:
        return attempt.send(by, put={f"body.{account}": name} if account else {})

    started = time.monotonic()
    first = call(mine)
    last = first
    sent = 1
    # A window may begin anew among the calls: of twice as many, one has enough of them.
    while last.status != 429 and sent < 2 * count + 1:
        last = call(mine)
        sent += 1
    took = time.monotonic() - started
    if last.status != 429:
        if took > seconds:
            inconclusive(f"{sent} calls took {took:.0f} s, longer than the limit's {seconds:g} s")
        said = f"{sent} calls within {took:.1f} s are all answered, where {count} are the most"
        raise breach(rule, said, last, first)
    if account or other is not None:
        answer = call(theirs, other)
        if answer.status == 429:
            whom = "another account" if account else "another actor"
            raise breach(rule, f"the limit bites {whom}, too", answer, last)
    wait = min(_wait_of(last, seconds), seconds) + 0.5
    if wait > _LONGEST:
        return
    time.sleep(wait)
    after = call(mine)
    if after.status == 429:
        said = f"after {wait:.0f} s, {told(after)}: the limit does not let up"
        raise breach(rule, said, after, last)


def _wait_of(answer: Response, usual: float) -> float:
    """The seconds that the answer asks to wait, or the usual ones."""
    text = (answer.header("Retry-After") or "").strip()
    return float(text) if text.isdecimal() and len(text) < 6 else usual

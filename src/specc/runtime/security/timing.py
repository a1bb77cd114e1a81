"""Whether a login takes longer for accounts that exist: told by many measurements, twice."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from specc.runtime.exchange import Response
from specc.runtime.redaction import redact
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.secrets import unknown_like
from specc.runtime.values import unique

_PAIRS = 8
_LEAST = 0.004
"""Seconds of difference that count."""


def told_apart(some: Sequence[float], others: Sequence[float]) -> int:
    """1 where the first times (seconds) are longer, -1 where the second are, 0 where neither.

    They are longer if three quarters of them are longer than three quarters of the others, and by
    half as much again in the middle.
    """
    for sign, slow, fast in ((1, some, others), (-1, others, some)):
        slower, faster = sorted(slow), sorted(fast)
        apart = slower[len(slower) // 4] > faster[len(faster) * 3 // 4]
        by = median(slower) - median(faster)
        if apart and by > _LEAST and median(slower) > 1.5 * median(faster):
            return sign
    return 0


def takes_as_long(rule: str, attempt: Attempt, *, account: str, secret: str) -> None:
    """With a wrong secret, a known account takes as long as an unknown one. Raises Broken.

    The attempt is that of a throw-away account, which may be locked by it.
    """
    __tracebackhide__ = True
    known = attempt.value_at(f"body.{account}")
    if not isinstance(known, str):
        inconclusive(f"`{account}` is no text")
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}, with the right secret: the account may be unknown")
    signs: list[int] = []
    shown: list[Response] = []
    words = ""
    for _ in range(2):
        times: dict[bool, list[float]] = {True: [], False: []}
        for _ in range(_PAIRS):
            for is_known in (True, False):
                answer = _refused(attempt, account, secret, known if is_known else None)
                times[is_known].append(float(answer.elapsed))
                shown.append(answer)
        signs.append(told_apart(times[True], times[False]))
        words = (
            f"a known account takes {1000 * median(times[True]):.0f} ms, an unknown one "
            f"{1000 * median(times[False]):.0f} ms"
        )
        if signs[-1] == 0:
            return
    if signs[0] == signs[1]:
        raise breach(rule, words, shown[0], shown[1], where=f"body.{account}")


def _refused(attempt: Attempt, account: str, secret: str, known: str | None) -> Response:
    __tracebackhide__ = True
    base = str(attempt.value_at(f"body.{account}"))
    name = unknown_like(base) if known is None else known
    wrong = redact(f"Zq7-{unique()}")
    answer = attempt.send(put={f"body.{account}": name, f"body.{secret}": wrong})
    if answer.status in (423, 429):
        inconclusive("so many attempts are not allowed")
    if not 400 <= answer.status < 500:
        inconclusive(f"{told(answer)} with a wrong secret")
    return answer

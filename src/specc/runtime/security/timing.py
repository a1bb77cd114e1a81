"""Whether a login takes longer for accounts that exist: told by many measurements, three times."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from specc.runtime.exchange import Response
from specc.runtime.redaction import redact
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, succeeded, told
from specc.runtime.security.secrets import unknown_like
from specc.runtime.values import unique

_PAIRS = 10
_ROUNDS = 3
_LEAST = 0.004
"""Seconds of difference that count."""


def told_apart(some: Sequence[float], others: Sequence[float]) -> int:
    """1 where the first times (seconds) are longer, -1 where the second are, 0 where neither.

    They are longer if even the shortest of them is half as long again as a quarter of the others.
    What else a machine does makes times longer, and never shorter: so short ones tell most.
    """
    for sign, slow, fast in ((1, some, others), (-1, others, some)):
        least, quarter = min(slow), sorted(fast)[len(fast) // 4]
        apart = least > 1.5 * quarter and least - quarter > _LEAST
        if apart and median(slow) > 1.5 * median(fast):
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
    for _ in range(_ROUNDS):
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
    if len(set(signs)) == 1:
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

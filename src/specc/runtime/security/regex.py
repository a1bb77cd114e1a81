"""Whether checking a text takes a time that grows faster than the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from specc.runtime.broken import Broken
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach
from specc.runtime.security.liveness import still_welcome

_SHORT = tuple(range(16, 41, 2))
"""Lengths for patterns whose time doubles with each character."""
_LONG = (1000, 2000, 4000, 8000, 16000)
"""Lengths for those whose time grows with the square, or more."""
_ENOUGH = 0.3
"""Seconds (over what a harmless text takes) at which it is looked at more closely."""


def grows_faster(lengths: Sequence[int], times: Sequence[float]) -> bool:
    """Whether times (seconds) grow faster than lengths do, at each of the last two steps."""
    steps = [
        (after / before) / (longer / shorter)
        for (before, after), (shorter, longer) in zip(
            pairwise(times), pairwise(lengths), strict=True
        )
        if before > 0
    ]
    return len(steps) >= 2 and min(steps[-2:]) > 1.4


def matches_in_time(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """No text at any of the places takes longer and longer to be checked. Raises Broken.

    Texts get longer step by step, only until it shows; a harmless text of the same length must be
    answered at once, and all that is measured again.
    """
    __tracebackhide__ = True
    for place in at:
        value = attempt.value_at(place)
        for start, unit, end in _texts(value if isinstance(value, str) else ""):
            for lengths in (_SHORT, _LONG):
                _judge(rule, attempt, place, (start, unit, end), lengths)
    still_welcome(attempt)


def _judge(
    rule: str, attempt: Attempt, place: str, text: tuple[str, str, str], lengths: Sequence[int]
) -> None:
    __tracebackhide__ = True
    start, unit, end = text

    def took(length: int) -> tuple[float, Response] | None:
        repeated = (unit * length)[:length]
        answer = _send(attempt, place, f"{start}{repeated}{end}")
        return None if answer is None else (float(answer.elapsed), answer)

    first = took(lengths[0])
    if first is None:
        return
    tried: list[int] = [lengths[0]]
    for length in lengths[1:]:
        seen = took(length)
        tried.append(length)
        if seen is None:
            return
        if seen[0] > first[0] + _ENOUGH:
            break
    else:
        return
    if len(tried) < 3:  # too sudden to be told from a pause of the service
        tried = [max(1, tried[-1] // 4), max(2, tried[-1] // 2), tried[-1]]
    rounds = [[each for length in tried[-3:] if (each := took(length))] for _ in range(2)]
    harmless = _send(attempt, place, "z" * (len(start) + tried[-1] + len(end)))
    if harmless is None or any(len(each) < 3 for each in rounds):
        return
    best = [min(pair[number][0] for pair in rounds) for number in range(3)]
    if grows_faster(tried[-3:], best) and best[-1] > 5 * float(harmless.elapsed):
        said = (
            f"{tried[-1]} characters at `{place}` take {best[-1]:.2f} s, {tried[-2]} of them "
            f"{best[-2]:.2f} s, and as many others {float(harmless.elapsed):.3f} s"
        )
        raise breach(rule, said, rounds[0][2][1], rounds[0][1][1], harmless, where=place)


def _texts(value: str) -> Iterator[tuple[str, str, str]]:
    """What a text begins with, what is repeated in it, and what keeps it from matching at last."""
    units = dict.fromkeys(["a", "0", " ", "a.", "a@", "a ", "-", *value[:1]])
    for unit in units:
        yield "", unit, "\n!"
    if "@" in value:
        yield "a@", "a", "!"
        yield "a@", "a.", "!"


def _send(attempt: Attempt, place: str, value: str) -> Response | None:
    """The answer; None where it cannot be sent, or none came in time."""
    __tracebackhide__ = True
    try:
        return attempt.send(put={place: value})
    except (Broken, LookupError, TypeError, ValueError):
        return None

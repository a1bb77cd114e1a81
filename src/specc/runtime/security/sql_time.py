"""Whether input delays a statement: by as long as it says, no time and twice as long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from specc.runtime.broken import Broken
from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach
from specc.runtime.security.liveness import still_welcome

_DELAY = 0.6
"""Seconds of the shorter delay; the longer one is twice that."""

_WORK = 1_000_000
"""Steps that SQLite, which cannot sleep, is given to count at first."""

_MOST_WORK = 30_000_000

_SLEEPS = (
    "(SELECT 1 FROM (SELECT SLEEP({d}))specc)",  # MySQL, MariaDB
    "(SELECT 1 FROM PG_SLEEP({d}))",  # PostgreSQL
    "(SELECT 1 FROM (SELECT DBMS_PIPE.RECEIVE_MESSAGE('specc',{d}) FROM DUAL))",  # Oracle
)
_PLACES = (
    "' AND 1={s} AND '1'='1",
    " AND 1={s}",
    "') AND 1={s} AND ('1'='1",
    '" AND 1={s} AND "1"="1',
    # For what matches nothing: no row more is found by it.
    "' OR CASE WHEN 1={s} THEN 1=2 END OR '1'='2",
)
_STACKED = ("'; WAITFOR DELAY '0:0:{d}'--", "; WAITFOR DELAY '0:0:{d}'--")  # SQL Server
# Short, since many places hold no long texts.
_BUSY = (
    "(WITH RECURSIVE s(x)AS(SELECT 1 UNION ALL SELECT x+1 FROM s WHERE x<{n})"
    "SELECT COUNT(*)FROM s)>0"
)
_BUSY_PLACES = (
    "' AND {s} AND '1'='1",
    " AND {s}",
    "') AND {s} AND ('1'='1",
    "' OR CASE WHEN {s} THEN 1=2 END OR '1'='2",
)


def in_proportion(none: Sequence[float], once: Sequence[float], twice: Sequence[float]) -> bool:
    """Whether times (seconds) grow as a delay does that is asked for none, once and twice.

    Each single one has to: between the slowest of none and the fastest of once lies most of the
    delay, and so it does between once and twice, which is about as much again.
    """
    rest, first, second = max(none), min(once), min(twice)
    step = first - rest
    return (
        step > 2 * (rest - min(none))
        and step > 0.2
        and 0.6 * step < second - max(once)
        and (max(twice) - rest < 3.5 * step)
    )


def is_not_delayed(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """No delay that is sent at any of the places delays the answer. Raises Broken.

    None of them makes a statement match more than it does without.
    """
    __tracebackhide__ = True
    for place in at:
        found = attempt.value_at(place)
        value = str(found) if isinstance(found, str | int) else "1"
        for where, sleep in product(_PLACES, _SLEEPS):
            _tried(rule, attempt, place, value + where.replace("{s}", sleep))
        for stacked in _STACKED:
            _tried(rule, attempt, place, value + stacked)
        for where in _BUSY_PLACES:
            _tried_busy(rule, attempt, place, value + where.replace("{s}", _BUSY))
    still_welcome(attempt)


def _tried(rule: str, attempt: Attempt, place: str, text: str) -> None:
    """Send the delay once; where it shows, send none, one and two of it, by turns."""
    __tracebackhide__ = True

    def payload(times: int) -> str:
        return text.replace("{d}", f"{times * _DELAY:.1f}")

    first = _send(attempt, place, payload(1))
    if first is None or first.elapsed < _DELAY * 0.9:
        return
    _confirm(rule, attempt, place, payload)


def _tried_busy(rule: str, attempt: Attempt, place: str, payload: str) -> None:
    """The same by work: as much as takes the delay, as far as a database may be given so much."""
    __tracebackhide__ = True

    def busy(work: int) -> str:
        return payload.replace("{n}", str(max(1, work)))

    plain, first = _send(attempt, place, busy(1)), _send(attempt, place, busy(_WORK))
    if plain is None or first is None:
        return
    took = float(first.elapsed - plain.elapsed)
    if took < 0.02:
        return
    work = min(int(_WORK * max(1.0, _DELAY / took)), _MOST_WORK)
    _confirm(rule, attempt, place, lambda times: busy(times * work))


def _confirm(rule: str, attempt: Attempt, place: str, payload: Callable[[int], str]) -> None:
    __tracebackhide__ = True
    answers: dict[int, list[Response]] = {0: [], 1: [], 2: []}
    for _ in range(2):
        for times in (0, 1, 2):
            answer = _send(attempt, place, payload(times))
            if answer is None:
                return
            answers[times].append(answer)
    none, once, twice = ([float(each.elapsed) for each in answers[times]] for times in (0, 1, 2))
    if in_proportion(none, once, twice):
        said = (
            f"`{place}` delays the answer as it is told to: {max(none):.2f} s without, "
            f"{min(once):.2f} s with, {min(twice):.2f} s with twice the delay"
        )
        raise breach(rule, said, answers[2][0], answers[1][0], answers[0][0], where=place)


def _send(attempt: Attempt, place: str, value: str) -> Response | None:
    __tracebackhide__ = True
    try:
        return attempt.send(put={place: value})
    except (Broken, LookupError, TypeError, ValueError):
        return None

"""Whether input becomes a part of an SQL statement.

No probe makes a statement match more than the plain value does, unless the call only reads.
"""

from __future__ import annotations

import json
import re

from specc.runtime.exchange import Response
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach

_MESSAGE = re.compile(
    r"sqlite3?\.|sqlite3?:|SQLSTATE\[|syntax error at or near|error in your SQL syntax|ORA-\d{5}"
    r"|unrecognized token|unterminated quoted string|Unclosed quotation mark"
    r"|near \"[^\"\n]{0,200}\": syntax",
    re.I,
)
_PAIRS = (
    # Two that are true and two that are false, for text in quotes, within LIKE, in brackets, for
    # numbers, and (two that are whole, and two that are not) for columns after ORDER BY. XPath
    # knows `and` in small letters only.
    (("' and '1'='1", "' and '7'='7"), ("' and '1'='2", "' and '7'='9")),
    (("%' and '1' like '1", "%' and '7' like '7"), ("%' and '1' like '2", "%' and '7' like '9")),
    (("') and ('1'='1", "') and ('7'='7"), ("') and ('1'='2", "') and ('7'='9")),
    (('" and "1"="1', '" and "7"="7'), ('" and "1"="2', '" and "7"="9')),
    ((" and 1=1", " and 7=7"), (" and 1=2", " and 7=9")),
    ((",(select 1)", ",(select 7)"), (",(select 1", ",(select 7")),
)
_WIDER = (
    # The same where the value itself matches nothing: only for calls that do no more than read.
    (("' or '1'='1", "' or '7'='7"), ("' or '1'='2", "' or '7'='9")),
    (("%' or '1' like '1", "%' or '7' like '7"), ("%' or '1' like '2", "%' or '7' like '9")),
    ((" or 1=1", " or 7=7"), (" or 1=2", " or 7=9")),
)


def sql(rule: str, attempt: Attempt, place: str) -> None:
    """Raises Broken if what is sent at a place becomes a part of a statement."""
    __tracebackhide__ = True
    found = attempt.value_at(place)
    value = str(found) if isinstance(found, str | int) else "specc"
    _by_quotes(rule, attempt, place, value)
    _by_conditions(rule, attempt, place, value)


def _by_quotes(rule: str, attempt: Attempt, place: str, value: str) -> None:
    """An odd number of quotes fails, an even one does not, and that twice."""
    __tracebackhide__ = True
    odd: Response | None = None
    even: Response | None = None
    for _ in range(2):
        odd = _send(attempt, place, f"{value}'")
        if odd is None or not _fails(odd):
            return
        even = _send(attempt, place, f"{value}''")
        plain = _send(attempt, place, f"{value}x")
        if plain is None or even is None or _fails(plain):
            return
        if _fails(even) and not _MESSAGE.search(odd.text):
            return
    if odd is not None and even is not None:
        said = f"a quote at `{place}` breaks a statement: answered {odd.status}"
        raise breach(rule, said, odd, even, where=place)


def _by_conditions(rule: str, attempt: Attempt, place: str, value: str) -> None:
    """What is true is answered as the value alone is, what is false is not; each twice."""
    __tracebackhide__ = True
    first, plain = (_send(attempt, place, value) for _ in range(2))
    if first is None or plain is None or first.status != plain.status:
        return
    whole = _same(first, value, plain, value)

    def is_as(answer: Response | None, sent: str, other: Response | None, its: str) -> bool:
        if answer is None or other is None:
            return False
        return _same(answer, sent, other, its) if whole else answer.status == other.status

    pairs = [(*pair, True) for pair in _PAIRS]
    if whole and attempt.endpoint.method in ("GET", "HEAD"):
        pairs += [(*pair, False) for pair in _WIDER]
    for true, false, narrows in pairs:
        # What narrows a statement leaves it as it is where it is true; what widens it, where not.
        as_plain, other = (true, false) if narrows else (false, true)
        held = _send(attempt, place, value + as_plain[0])
        if not is_as(held, value + as_plain[0], plain, value):
            continue
        moved = _send(attempt, place, value + other[0])
        if moved is None or is_as(moved, value + other[0], plain, value):
            continue
        held_again = _send(attempt, place, value + as_plain[1])
        moved_again = _send(attempt, place, value + other[1])
        if (
            held is not None
            and is_as(held_again, value + as_plain[1], plain, value)
            and is_as(moved_again, value + other[1], moved, value + other[0])
        ):
            said = f"`{true[0]}` and `{false[0]}` at `{place}` are understood as conditions"
            raise breach(rule, said, moved, held, plain, where=place)


def _fails(answer: Response) -> bool:
    return answer.status >= 500 or bool(_MESSAGE.search(answer.text))


def _same(answer: Response, sent: str, other: Response, its: str) -> bool:
    """Whether two answers are the same, word for word or but for what was sent for each."""
    if answer.status != other.status:
        return False
    return answer.text == other.text or _without(answer, sent) == _without(other, its)


def _without(answer: Response, sent: str) -> str:
    return answer.text.replace(json.dumps(sent)[1:-1], "SENT").replace(sent, "SENT")


def _send(attempt: Attempt, place: str, value: str) -> Response | None:
    __tracebackhide__ = True
    try:
        return attempt.send(put={place: value})
    except (LookupError, TypeError, ValueError):
        return None

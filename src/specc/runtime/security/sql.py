"""Whether input becomes a part of an SQL statement. No probe can make a statement match more."""

from __future__ import annotations

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
    # Two that are true and two that are false, for text in quotes, within LIKE, in brackets, and
    # for numbers.
    (("' AND '1'='1", "' AND '7'='7"), ("' AND '1'='2", "' AND '7'='9")),
    (("%' AND '1' LIKE '1", "%' AND '7' LIKE '7"), ("%' AND '1' LIKE '2", "%' AND '7' LIKE '9")),
    (("') AND ('1'='1", "') AND ('7'='7"), ("') AND ('1'='2", "') AND ('7'='9")),
    ((" AND 1=1", " AND 7=7"), (" AND 1=2", " AND 7=9")),
)


def sql(rule: str, attempt: Attempt, place: str) -> None:
    """Raises Broken if what is sent at a place becomes a part of a statement."""
    __tracebackhide__ = True
    found = attempt.value_at(place)
    value = str(found) if isinstance(found, str | int) else "specc"
    _by_quotes(rule, attempt, place, value)
    if found is not None:
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
    plain = [_send(attempt, place, value) for _ in range(2)]
    if plain[0] is None or plain[1] is None or plain[0].status != plain[1].status:
        return
    whole = _said(plain[0], value) == _said(plain[1], value)

    def seen(answer: Response | None, sent: str) -> object:
        if answer is None:
            return None
        return _said(answer, sent) if whole else answer.status

    wanted = seen(plain[1], value)
    for true, false in _PAIRS:
        first = _send(attempt, place, value + true[0])
        if seen(first, value + true[0]) != wanted:
            continue
        wrong = _send(attempt, place, value + false[0])
        if seen(wrong, value + false[0]) == wanted:
            continue
        again = _send(attempt, place, value + true[1])
        wrong_again = _send(attempt, place, value + false[1])
        if (
            first is not None
            and wrong is not None
            and seen(again, value + true[1]) == wanted
            and seen(wrong_again, value + false[1]) == seen(wrong, value + false[0])
        ):
            said = f"`{true[0]}` and `{false[0]}` at `{place}` are understood as conditions"
            raise breach(rule, said, wrong, first, plain[1], where=place)


def _fails(answer: Response) -> bool:
    return answer.status >= 500 or bool(_MESSAGE.search(answer.text))


def _said(answer: Response, sent: str) -> tuple[int, str]:
    """Status and text, without what was sent itself."""
    return answer.status, answer.text.replace(sent, "SENT")


def _send(attempt: Attempt, place: str, value: str) -> Response | None:
    __tracebackhide__ = True
    try:
        return attempt.send(put={place: value})
    except (LookupError, TypeError, ValueError):
        return None

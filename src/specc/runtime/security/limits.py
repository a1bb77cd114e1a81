"""Whether there is an end to what a call may ask for: rows of a page, bytes of a body."""

from __future__ import annotations

from collections.abc import Sequence

from specc.runtime.absent import ABSENT
from specc.runtime.bounds import OutOfBoundsError
from specc.runtime.broken import Broken
from specc.runtime.exchange import Response
from specc.runtime.json_text import compact
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach, inconclusive, not_applicable, succeeded, told
from specc.runtime.security.variants import in_form

_HUGE = 8_000_000
"""Bytes of a body that no call of this kind needs."""


def pages_have_a_cap(
    rule: str,
    attempt: Attempt,
    *,
    limit: str,
    cap: int,
    at: Sequence[str],
    make: Attempt | None = None,
) -> None:
    """However many rows are asked for by `limit`, no more than `cap` come. Raises Broken.

    `at` is where the rows are. As many things as it takes to tell are made by `make`.
    """
    __tracebackhide__ = True
    huge = {f"query.{limit}": 50 * cap}
    answer = attempt.send(put=huge)
    control = attempt.send(put={f"query.{limit}": cap})
    if not succeeded(control):
        inconclusive(f"{told(control)} with a limit that is declared")
    if not succeeded(answer):
        return
    missing = cap + 1 - (_rows(answer, at) or 0)
    if missing > 0:
        if make is None:
            inconclusive(f"there are no more than {cap} rows, and nothing makes more of them")
        for _ in range(missing):
            made = make.send()
            if not succeeded(made):
                inconclusive(f"{told(made)}: it takes {cap + 1} rows to tell")
        answer = attempt.send(put=huge)
    count = _rows(answer, at)
    if count is None:
        inconclusive("the answer holds no list of rows")
    if count > cap:
        said = f"`{limit}` of {50 * cap} brings {count} rows, where {cap} are the most"
        raise breach(rule, said, answer, control, where=f"query.{limit}")
    if count < cap:
        inconclusive(f"the answer has {count} rows only: what was made does not show in it")


def _rows(answer: Response, at: Sequence[str]) -> int | None:
    value = answer.json if answer.is_json else None
    for name in at:
        value = value.get(name) if isinstance(value, dict) else None
    return len(value) if isinstance(value, list) else None


def bodies_have_an_end(rule: str, attempt: Attempt) -> None:
    """A valid body that is filled up with millions of spaces is refused. Raises Broken."""
    __tracebackhide__ = True
    if attempt.body is ABSENT or attempt.endpoint.body != "json":
        not_applicable("it takes no body of JSON")
    control = attempt.send()
    if not succeeded(control):
        inconclusive(f"{told(control)}: the body is not taken as it is, either")
    media = attempt.endpoint.media or "application/json"
    content = compact(attempt.fresh_body())
    try:
        answer = in_form(attempt, content + b" " * (_HUGE - len(content)), media)
    except OutOfBoundsError as bound:
        inconclusive(str(bound))
    except Broken:
        return  # the connection is closed before all of it is read
    if succeeded(answer):
        raise breach(rule, f"a body of {_HUGE:,} bytes is taken", answer, control)

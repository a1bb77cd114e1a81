"""Whether errors tell of the inside of a service."""

from __future__ import annotations

import re
from collections.abc import Sequence

from specc.runtime.json_text import Json
from specc.runtime.security.attempt import Attempt
from specc.runtime.security.breach import breach
from specc.runtime.security.liveness import still_welcome

_INSIDE = {
    "a stack trace": re.compile(
        r"Traceback \(most recent call last\)|^\s+at [\w.$<>]+\([\w.]+\.(?:java|kt|scala|js|ts):\d+"
        r"|File \"[^\"]+\.py\", line \d+|goroutine \d+ \[|\.cs:line \d+"
        r"|\w+\.(?:rb|php)(?::\d+:in |\(\d+\): )",
        re.M,
    ),
    "a database's message": re.compile(
        r"sqlite3?[.:]|SQLSTATE\[|syntax error at or near|You have an error in your SQL syntax"
        r"|ORA-\d{5}|unrecognized token|psycopg|MongoServerError|SQLException|near \".*\": syntax",
        re.I,
    ),
    "a path of the server": re.compile(
        r"(?:/usr/lib/|/usr/local/lib/|/home/\w+/|/var/www/|/app/|/srv/)[\w./-]+\.\w{2,4}"
        r"|[A-Z]:\\\\?(?:Users|inetpub|Windows)\\"
    ),
}
_ODD = ("'\"`;\\", "%00%s%n{{", "[", "ab, " * 750)
"""No long word is among them: a pattern that is slow with those would stop the service."""


def inside(text: str) -> str | None:
    """What a text tells of the inside of a service; None if nothing is known of it."""
    return next((what for what, pattern in _INSIDE.items() if pattern.search(text)), None)


def errors_tell_nothing(rule: str, attempt: Attempt, *, at: Sequence[str]) -> None:
    """Odd input brings out nothing of the inside, which valid input does not either. Raises Broken.

    `at` are the places where it is put.
    """
    __tracebackhide__ = True
    plain = attempt.send()
    if inside(plain.text) is not None:
        return  # what a valid answer holds is content
    for place in at:
        kinds: tuple[Json, ...] = (*_ODD, {"odd": []}, None) if place.startswith("body.") else _ODD
        for odd in kinds:
            try:
                answer = attempt.send(put={place: odd})
            except (LookupError, TypeError, ValueError):
                continue
            if answer.status >= 400 and (what := inside(answer.text)) is not None:
                said = f"odd input at `{place}` brings out {what}"
                raise breach(rule, said, answer, plain, where=place)
    still_welcome(attempt)
